package org.hefu.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hefu.text.Span;

/** A typed condition or value. */
public sealed interface Term {
  Span span();

  Type type();

  /** A value that stands in the text; a text is its index among the policy's words. */
  record Constant(Span span, Type type, long value) implements Term {}

  record Or(Span span, List<Term> parts) implements Term {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  record And(Span span, List<Term> parts) implements Term {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  record Not(Span span, Term part) implements Term {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /** A fact of the flow. */
  record Stated(Span span, Fact fact) implements Term {
    @Override
    public Type type() {
      return fact.type();
    }
  }

  /** What a definition, or a procedure's condition, comes to. */
  record Derived(Span span, Definition definition) implements Term {
    @Override
    public Type type() {
      return definition.type();
    }
  }

  /** {@code left < right}, or at most where {@code orEqual}. */
  record Less(Span span, Term left, Term right, boolean orEqual) implements Term {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  record Same(Span span, Term left, Term right) implements Term {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /**
   * Is the value one of the members or, in a tree, within one? Unknown for a value that only lies
   * above one.
   */
  record Within(Span span, Term value, Kind kind, List<Kind.Member> members) implements Term {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /** Does the set contain the member or, in a tree, something within it? */
  record Has(Span span, Fact set, Kind kind, Kind.Member member) implements Term {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /** Does the pattern cover the text, or one of the texts, that the fact states? */
  record Matches(Span span, Match match) implements Term {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /** Does some grant of the store cover the flow? */
  record InStore(Span span, Stored stored) implements Term {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /** Is the fact stated? Two-valued. */
  record Known(Span span, Fact fact) implements Term {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /** {@code left + right} or {@code left - right}, of numbers. */
  record Sum(Span span, Type type, Term left, boolean minus, Term right) implements Term {}

  /** Is the value one of these, in order? Of texts, numbers and dates. */
  record OneOf(Span span, Term value, List<Long> values) implements Term {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /** The sum of the values whose conditions hold; unknown where a condition or such a value is. */
  record Total(Span span, Type type, List<Counted> counted) implements Term {
    /** A number that counts where a condition holds. */
    public record Counted(Term condition, Term value) {}
  }

  /**
   * A date moved on, or back, by a length of time; by working days as far as the calendar tells
   * them.
   */
  record Moved(Span span, Term date, boolean back, Term by, Optional<Calendar> calendar)
      implements Term {
    @Override
    public Type type() {
      return Type.DATE;
    }
  }

  /** How many days the date lies after another; fewer than none where it lies before. */
  record Days(Span span, Term date, Term since) implements Term {
    @Override
    public Type type() {
      return new Type.Duration(Optional.of(Period.DAYS));
    }
  }

  /** Is the instrument in force, and does the flow lie in its territory? */
  record InForce(Span span, Instrument instrument) implements Term {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /** An unsettled point of law, or what a list says that is not at hand. */
  record Open(Span span, Question question) implements Term {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /** A term with a problem that has been reported; policies with such are never run. */
  record Faulty(Span span, Type type) implements Term {}

  /** The terms that it is made of; what a definition stands for is not among them. */
  default List<Term> parts() {
    return switch (this) {
      case Or(_, var parts) -> parts;
      case And(_, var parts) -> parts;
      case Not(_, var part) -> List.of(part);
      case Less(_, var left, var right, _) -> List.of(left, right);
      case Same(_, var left, var right) -> List.of(left, right);
      case Within(_, var value, _, _) -> List.of(value);
      case Sum(_, _, var left, _, var right) -> List.of(left, right);
      case Moved(_, var date, _, var by, _) -> List.of(date, by);
      case Days(_, var date, var since) -> List.of(date, since);
      case OneOf(_, var value, _) -> List.of(value);
      case Total(_, _, var parts) ->
          parts.stream().flatMap(p -> Stream.of(p.condition(), p.value())).toList();
      case Constant _,
          Stated _,
          Derived _,
          Has _,
          Matches _,
          InStore _,
          Known _,
          InForce _,
          Open _,
          Faulty _ ->
          List.of();
    };
  }

  static Term truth(Span span, boolean value) {
    return new Constant(span, Type.TRUTH, value ? Row.TRUE : Row.FALSE);
  }
}
