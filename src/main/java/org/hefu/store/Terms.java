package org.hefu.store;

import org.hefu.model.Calendar;
import org.hefu.model.Definition;
import org.hefu.model.Match;
import org.hefu.model.Pattern;
import org.hefu.model.Question;
import org.hefu.model.Term;

/** Conditions and values, and what they rest on. */
final class Terms {
  private Terms() {}

  static void write(Output out, Term term) {
    out.shared(term, Terms::writeNew);
  }

  static Term term(Input in) {
    return in.shared(Terms::newTerm);
  }

  private static void writeNew(Output out, Term term) {
    out.number(number(term));
    out.span(term.span());
    switch (term) {
      case Term.Constant(_, var type, var value) -> {
        Vocabulary.write(out, type);
        out.value(value);
      }
      case Term.Or(_, var parts) -> out.list(parts, Terms::write);
      case Term.And(_, var parts) -> out.list(parts, Terms::write);
      case Term.Not(_, var part) -> write(out, part);
      case Term.Stated(_, var fact) -> Vocabulary.write(out, fact);
      case Term.Derived(_, var definition) -> write(out, definition);
      case Term.Less(_, var left, var right, var orEqual) -> {
        write(out, left);
        write(out, right);
        out.truth(orEqual);
      }
      case Term.Same(_, var left, var right) -> {
        write(out, left);
        write(out, right);
      }
      case Term.Within(_, var value, var kind, var members) -> {
        write(out, value);
        Vocabulary.write(out, kind);
        out.list(members, Vocabulary::write);
      }
      case Term.Has(_, var set, var kind, var member) -> {
        Vocabulary.write(out, set);
        Vocabulary.write(out, kind);
        Vocabulary.write(out, member);
      }
      case Term.Matches(_, var match) -> write(out, match);
      case Term.Known(_, var fact) -> Vocabulary.write(out, fact);
      case Term.Sum(_, var type, var left, var minus, var right) -> {
        Vocabulary.write(out, type);
        write(out, left);
        out.truth(minus);
        write(out, right);
      }
      case Term.OneOf(_, var value, var values) -> {
        write(out, value);
        out.list(values, Output::value);
      }
      case Term.Total(_, var type, var counted) -> {
        Vocabulary.write(out, type);
        out.list(counted, Terms::write);
      }
      case Term.Moved(_, var date, var back, var by, var calendar) -> {
        write(out, date);
        out.truth(back);
        write(out, by);
        out.maybe(calendar, Terms::write);
      }
      case Term.Days(_, var date, var since) -> {
        write(out, date);
        write(out, since);
      }
      case Term.InForce(_, var instrument) -> Law.write(out, instrument);
      case Term.Open(_, var question) -> write(out, question);
      case Term.InStore(_, var stored) -> Grants.write(out, stored);
      case Term.Faulty _ -> throw new IllegalArgumentException("a policy with problems");
    }
  }

  private static int number(Term term) {
    return switch (term) {
      case Term.Constant _ -> 0;
      case Term.Or _ -> 1;
      case Term.And _ -> 2;
      case Term.Not _ -> 3;
      case Term.Stated _ -> 4;
      case Term.Derived _ -> 5;
      case Term.Less _ -> 6;
      case Term.Same _ -> 7;
      case Term.Within _ -> 8;
      case Term.Has _ -> 9;
      case Term.Matches _ -> 10;
      case Term.Known _ -> 11;
      case Term.Sum _ -> 12;
      case Term.OneOf _ -> 13;
      case Term.Total _ -> 14;
      case Term.Moved _ -> 15;
      case Term.Days _ -> 16;
      case Term.InForce _ -> 17;
      case Term.Open _ -> 18;
      case Term.InStore _ -> 19;
      case Term.Faulty _ -> 20;
    };
  }

  private static Term newTerm(Input in) {
    int number = in.number();
    var span = in.span();
    return switch (number) {
      case 0 -> new Term.Constant(span, Vocabulary.type(in), in.value());
      case 1 -> new Term.Or(span, in.list(Terms::term));
      case 2 -> new Term.And(span, in.list(Terms::term));
      case 3 -> new Term.Not(span, term(in));
      case 4 -> new Term.Stated(span, Vocabulary.fact(in));
      case 5 -> new Term.Derived(span, definition(in));
      case 6 -> new Term.Less(span, term(in), term(in), in.truth());
      case 7 -> new Term.Same(span, term(in), term(in));
      case 8 -> new Term.Within(span, term(in), Vocabulary.kind(in), in.list(Vocabulary::member));
      case 9 -> new Term.Has(span, Vocabulary.fact(in), Vocabulary.kind(in), Vocabulary.member(in));
      case 10 -> new Term.Matches(span, match(in));
      case 11 -> new Term.Known(span, Vocabulary.fact(in));
      case 12 -> new Term.Sum(span, Vocabulary.type(in), term(in), in.truth(), term(in));
      case 13 -> new Term.OneOf(span, term(in), in.list(Input::value));
      case 14 -> new Term.Total(span, Vocabulary.type(in), in.list(Terms::counted));
      case 15 -> new Term.Moved(span, term(in), in.truth(), term(in), in.maybe(Terms::calendar));
      case 16 -> new Term.Days(span, term(in), term(in));
      case 17 -> new Term.InForce(span, Law.instrument(in));
      case 18 -> new Term.Open(span, question(in));
      case 19 -> new Term.InStore(span, Grants.stored(in));
      default -> throw new Unreadable();
    };
  }

  private static void write(Output out, Term.Total.Counted counted) {
    write(out, counted.condition());
    write(out, counted.value());
  }

  private static Term.Total.Counted counted(Input in) {
    return new Term.Total.Counted(term(in), term(in));
  }

  static void write(Output out, Definition definition) {
    out.shared(definition, Terms::writeNew);
  }

  private static void writeNew(Output out, Definition definition) {
    out.number(definition.slot());
    Words.write(out, definition.names());
    Vocabulary.write(out, definition.type());
    write(out, definition.body());
    out.span(definition.declared());
  }

  static Definition definition(Input in) {
    return in.shared(Terms::newDefinition);
  }

  private static Definition newDefinition(Input in) {
    return new Definition(in.number(), Words.names(in), Vocabulary.type(in), term(in), in.span());
  }

  static void write(Output out, Question question) {
    out.shared(question, Terms::writeNew);
  }

  private static void writeNew(Output out, Question question) {
    out.number(question.slot() + 1);
    Words.write(out, question.names());
    Words.write(out, question.authority());
    Words.write(out, question.source());
    out.span(question.declared());
    out.truth(question.ofLaw());
  }

  static Question question(Input in) {
    return in.shared(Terms::newQuestion);
  }

  private static Question newQuestion(Input in) {
    return new Question(
        in.number() - 1,
        Words.names(in),
        Words.bilingual(in),
        Words.bilingual(in),
        in.span(),
        in.truth());
  }

  static void write(Output out, Match match) {
    out.shared(match, Terms::writeNew);
  }

  private static void writeNew(Output out, Match match) {
    out.number(match.slot());
    Vocabulary.write(out, match.fact());
    write(out, match.pattern());
  }

  static Match match(Input in) {
    return in.shared(i -> new Match(i.number(), Vocabulary.fact(i), pattern(i)));
  }

  static void write(Output out, Pattern pattern) {
    out.text(pattern.name());
    out.truth(pattern.below());
  }

  static Pattern pattern(Input in) {
    return new Pattern(in.text(), in.truth());
  }

  static void write(Output out, Calendar calendar) {
    out.shared(calendar, (o, c) -> o.list(c.ranges(), Terms::write));
  }

  static Calendar calendar(Input in) {
    return in.shared(i -> new Calendar(i.list(Terms::range)));
  }

  private static void write(Output out, Calendar.Range range) {
    out.value(range.first());
    out.value(range.last());
    out.list(range.workingDays(), Output::value);
  }

  private static Calendar.Range range(Input in) {
    return new Calendar.Range(in.value(), in.value(), in.list(Input::value));
  }
}
