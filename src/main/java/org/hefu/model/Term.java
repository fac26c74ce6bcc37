package org.hefu.model;

import java.util.List;
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
      return definition.body().type();
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

  /** Is the fact stated? Two-valued. */
  record Known(Span span, Fact fact) implements Term {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /** {@code left + right} or {@code left - right}, of numbers. */
  record Sum(Span span, Type type, Term left, boolean minus, Term right) implements Term {}

  /** A date moved on, or back, by a length of time. */
  record Moved(Span span, Term date, boolean back, Term by) implements Term {
    @Override
    public Type type() {
      return Type.DATE;
    }
  }

  /** Is the instrument in force, and does the flow lie in its territory? */
  record InForce(Span span, Instrument instrument) implements Term {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /** An unsettled point of law. */
  record Open(Span span, Question question) implements Term {
    @Override
    public Type type() {
      return Type.TRUTH;
    }
  }

  /** A term with a problem that has been reported; policies with such are never run. */
  record Faulty(Span span, Type type) implements Term {}

  static Term truth(Span span, boolean value) {
    return new Constant(span, Type.TRUTH, value ? Row.TRUE : Row.FALSE);
  }
}
