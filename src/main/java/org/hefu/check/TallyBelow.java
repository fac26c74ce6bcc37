package org.hefu.check;

import java.util.List;
import org.hefu.model.Fact;
import org.hefu.model.Tally;
import org.hefu.model.Term;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/**
 * "The count with this flow lies below a limit", out of comparisons of plain facts. Where nobody
 * states the count itself it lies between the largest and the sum of what is counted.
 */
final class TallyBelow {
  private final Tally tally;
  private final Term limit;
  private final boolean orEqual;
  private final Span span;

  TallyBelow(Tally tally, Term limit, boolean orEqual) {
    this.tally = tally;
    this.limit = limit;
    this.orEqual = orEqual;
    this.span = limit.span();
  }

  Term term() {
    // What is missing is named in this order: first the count itself, then what it is made of.
    return and(most(), least());
  }

  /** The least it can be lies below: none of those that surely count reaches the limit alone. */
  private Term least() {
    Term stated = known(tally.together());
    // What is unknown sets no lower bound to a count that is stated.
    return and(
        or(below(value(tally.before())), and(stated, not(known(tally.before())))),
        below(value(tally.othersLeast())),
        or(
            below(value(tally.flow())),
            not(counts()),
            and(stated, or(not(known(tally.flow())), not(isCountingKnown())))));
  }

  /** The most it can be lies below, or the count itself does. */
  private Term most() {
    Term stated = known(tally.together());
    Term others = sum(value(tally.before()), value(tally.othersMost()));
    Term bounded = and(known(tally.before()), known(tally.othersMost()));
    return or(
        below(value(tally.together())),
        and(not(counts()), below(others), or(not(stated), and(bounded, isCountingKnown()))),
        and(
            below(sum(others, value(tally.flow()))),
            or(not(stated), and(bounded, known(tally.flow())))));
  }

  private Term counts() {
    return new Term.Derived(span, tally.counts());
  }

  /** Two-valued: is it settled whether this flow counts? */
  private Term isCountingKnown() {
    Fact settled =
        new Fact(
            tally.counts().slot(),
            List.of(tally.counts().names()),
            tally.counts().body().type(),
            false,
            Bilingual.NONE,
            tally.declared());
    return known(settled);
  }

  private Term below(Term term) {
    return new Term.Less(span, term, limit, orEqual);
  }

  private Term value(Fact fact) {
    return new Term.Stated(span, fact);
  }

  private Term known(Fact fact) {
    return new Term.Known(span, fact);
  }

  private Term sum(Term one, Term other) {
    return new Term.Sum(span, tally.before().type(), one, false, other);
  }

  private Term not(Term term) {
    return new Term.Not(span, term);
  }

  private Term and(Term... terms) {
    return new Term.And(span, List.of(terms));
  }

  private Term or(Term... terms) {
    return new Term.Or(span, List.of(terms));
  }
}
