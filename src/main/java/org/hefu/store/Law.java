package org.hefu.store;

import java.util.Map;
import org.hefu.model.Account;
import org.hefu.model.Article;
import org.hefu.model.Instrument;
import org.hefu.model.Procedure;
import org.hefu.model.Rank;
import org.hefu.text.Bilingual;

/** Instruments, what their articles hold, and procedures. */
final class Law {
  private static final Rank[] RANKS = Rank.values();
  private static final Instrument.Status[] STATES = Instrument.Status.values();
  private static final Article.Standing[] STANDINGS = Article.Standing.values();

  private Law() {}

  static void write(Output out, Instrument instrument) {
    out.shared(instrument, Law::writeNew);
  }

  private static void writeNew(Output out, Instrument instrument) {
    out.text(instrument.module());
    out.number(instrument.slot());
    Words.write(out, instrument.title());
    Words.write(out, instrument.issuer());
    write(out, instrument.rank());
    out.number(instrument.status().ordinal());
    out.value(instrument.from());
    out.value(instrument.to());
    out.maybe(instrument.territory(), Law::write);
    out.number(instrument.firstArticle());
    out.number(instrument.lastArticle());
    out.text(instrument.source());
    Terms.write(out, instrument.applies());
    out.span(instrument.declared());
    out.maybe(instrument.version(), Words::write);
  }

  static Instrument instrument(Input in) {
    return in.shared(Law::newInstrument);
  }

  private static Instrument newInstrument(Input in) {
    return new Instrument(
        in.text(),
        in.number(),
        Words.bilingual(in),
        Words.bilingual(in),
        rank(in),
        STATES[in.number()],
        in.value(),
        in.value(),
        in.maybe(Law::territory),
        in.number(),
        in.number(),
        in.text(),
        Terms.term(in),
        in.span(),
        in.maybe(Words::names));
  }

  static void write(Output out, Rank rank) {
    out.number(rank.ordinal());
  }

  static Rank rank(Input in) {
    return RANKS[in.number()];
  }

  private static void write(Output out, Instrument.Territory territory) {
    Vocabulary.write(out, territory.place());
    Vocabulary.write(out, territory.kind());
    Vocabulary.write(out, territory.of());
  }

  private static Instrument.Territory territory(Input in) {
    return new Instrument.Territory(
        Vocabulary.member(in), Vocabulary.kind(in), Vocabulary.fact(in));
  }

  static void write(Output out, Account account) {
    write(out, account.instrument());
    out.list(account.articles(), Law::write);
  }

  static Account account(Input in) {
    return new Account(instrument(in), in.list(Law::article));
  }

  private static void write(Output out, Article article) {
    Words.write(out, article.first());
    Words.write(out, article.last());
    Words.write(out, article.paraphrase());
    out.number(article.standing().ordinal());
    out.list(article.facts(), Vocabulary::write);
    Words.write(out, article.remark());
    out.span(article.declared());
  }

  private static Article article(Input in) {
    return new Article(
        Words.citation(in),
        Words.citation(in),
        Words.bilingual(in),
        STANDINGS[in.number()],
        in.list(Vocabulary::fact),
        Words.bilingual(in),
        in.span());
  }

  static void write(Output out, Procedure procedure) {
    out.shared(procedure, Law::writeNew);
  }

  private static void writeNew(Output out, Procedure procedure) {
    Words.write(out, procedure.names());
    Terms.write(out, procedure.met());
    out.map(procedure.notes(), Output::text, Words::write);
  }

  static Procedure procedure(Input in) {
    return in.shared(Law::newProcedure);
  }

  private static Procedure newProcedure(Input in) {
    var names = Words.names(in);
    var met = Terms.definition(in);
    Map<String, Bilingual> notes = in.map(Input::text, Words::bilingual);
    return new Procedure(names, met, notes);
  }
}
