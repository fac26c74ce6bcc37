package org.hefu.doc;

import java.time.LocalDate;
import java.util.List;
import org.hefu.fact.Facts;
import org.hefu.model.Definition;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Period;
import org.hefu.model.Row;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;

/**
 * Conditions in words: facts and definitions by what people call them, alternatives as lists. What
 * has no plain words stays as its author wrote it.
 */
final class Conditions {
  private final Html page;
  private final List<String> words;

  Conditions(Html page, List<String> words) {
    this.page = page;
    this.words = words;
  }

  /** Is there nothing to tell: does it always hold? */
  static boolean isAlways(Term term) {
    return (term instanceof Term.Constant(_, _, var value) && value == Row.TRUE)
        || (term instanceof Term.And(_, var parts)
            && parts.stream().allMatch(Conditions::isAlways));
  }

  static boolean isNever(Term term) {
    return (term instanceof Term.Constant(_, _, var value) && value == Row.FALSE)
        || (term instanceof Term.Or(_, var parts) && parts.stream().allMatch(Conditions::isNever));
  }

  /** The condition, with its parts as lists where it has several. */
  void write(Term term) {
    write(term, false);
  }

  private void write(Term term, boolean negated) {
    switch (term) {
      case Term.Not(_, var part) -> write(part, !negated);
      case Term.And(_, var parts) -> list(parts, negated ? "any-of" : "all-of", negated);
      case Term.Or(_, var parts) -> list(parts, negated ? "all-of" : "any-of", negated);
      case Term.Derived(_, var definition) when definition.isPart() ->
          write(definition.body(), negated);
      case Term.Derived(_, var definition) -> derived(definition, negated);
      default -> page.both(negated ? not(term) : said(term));
    }
  }

  private void list(List<Term> parts, String how, boolean negated) {
    List<Term> told = parts.stream().filter(p -> !isAlways(p)).toList();
    if (told.size() == 1) {
      write(told.getFirst(), negated);
      return;
    }
    page.element("span", Words.say(how), "class", "how").open("ul", "class", how);
    for (Term part : told) {
      page.open("li");
      write(part, negated);
      page.close();
    }
    page.close();
  }

  private void derived(Definition definition, boolean negated) {
    if (negated) {
      page.both(Words.say("not-so")).text(" ");
    }
    page.link("#" + anchor(definition), definition.names().label(), "class", "term");
  }

  static String anchor(Definition definition) {
    return "term-" + definition.slot();
  }

  private Bilingual not(Term term) {
    return switch (term) {
      case Term.Stated(_, var fact) -> Words.say("is", label(fact), Words.say("false"));
      case Term.Known(_, var fact) -> Words.say("not-known", label(fact));
      case Term.Less(_, var left, var right, var orEqual) ->
          less(/* left= */ right, /* right= */ left, !orEqual);
      case Term.Same(_, var left, var right) -> Words.say("is-not", value(left), value(right));
      case Term.Within(_, var value, _, var members) -> {
        boolean one = members.size() == 1;
        yield Words.say(one ? "is-not" : "is-none-of", value(value), members(members));
      }
      case Term.Has(_, var set, _, var member) ->
          Words.say("has-not", label(set), member.names().label());
      default -> Words.say("not", said(term));
    };
  }

  private Bilingual said(Term term) {
    return switch (term) {
      case Term.Stated(_, var fact) when fact.type() instanceof Type.Truth ->
          Words.say("is", label(fact), Words.say("true"));
      case Term.Known(_, var fact) -> Words.say("known", label(fact));
      case Term.Less(_, var left, var right, var orEqual) -> less(left, right, orEqual);
      case Term.Same(_, var left, var right) -> Words.say("is", value(left), value(right));
      case Term.Within(_, var value, _, var members) ->
          Words.say(members.size() == 1 ? "is" : "is-one-of", value(value), members(members));
      case Term.Has(_, var set, _, var member) ->
          Words.say("has", label(set), member.names().label());
      case Term.Open(_, var question) -> Words.say("open", question.names().label());
      default -> value(term);
    };
  }

  /** {@code left < right}, told of the side that is no constant. */
  private Bilingual less(Term left, Term right, boolean orEqual) {
    if (left instanceof Term.Constant && !(right instanceof Term.Constant)) {
      String key = right.type() instanceof Type.Date ? "from-date" : "at-least";
      String above = right.type() instanceof Type.Date ? "after-date" : "more-than";
      return Words.say(orEqual ? key : above, value(right), value(left));
    }
    String key = left.type() instanceof Type.Date ? "until-date" : "at-most";
    String below = left.type() instanceof Type.Date ? "before-date" : "less-than";
    return Words.say(orEqual ? key : below, value(left), value(right));
  }

  private Bilingual value(Term term) {
    return switch (term) {
      case Term.Stated(_, var fact) -> label(fact);
      case Term.Derived(_, var definition) when !definition.isPart() -> definition.names().label();
      case Term.Constant(_, var type, var value) -> constant(type, value, term);
      case Term.Moved(_, var date, var back, var by, _) ->
          Words.say(back ? "earlier" : "later", value(date), value(by));
      case Term.Days(_, var date, var since) ->
          Words.say("days-between", value(since), value(date));
      default -> both(folded(term));
    };
  }

  private Bilingual constant(Type type, long value, Term term) {
    return switch (type) {
      case Type.Truth _ -> Words.say(value == Row.TRUE ? "true" : "false");
      case Type.Date _ -> both(LocalDate.ofEpochDay(value).toString());
      case Type.Number number -> Facts.counted(value, number);
      case Type.Duration _ ->
          new Bilingual(
              Period.of(value).said(Period.amount(value), Language.ZH),
              Period.of(value).said(Period.amount(value), Language.EN));
      case Type.Words _ -> both("“" + words.get((int) value) + "”");
      case Type.Of(var kind) when value >= 0 && value < kind.members().size() ->
          kind.member((int) value).names().label();
      default -> both(folded(term));
    };
  }

  private static Bilingual members(List<Kind.Member> members) {
    return Words.listed(members.stream().map(m -> m.names().label()).toList());
  }

  static Bilingual label(Fact fact) {
    return new Bilingual(fact.label(Language.ZH), fact.label(Language.EN));
  }

  private static Bilingual both(String text) {
    return new Bilingual(text, text);
  }

  /** The author's own words on one line. */
  private static String folded(Term term) {
    return term.span().text().replaceAll("--[^\\r\\n]*", "").replaceAll("\\s+", " ").strip();
  }
}
