package org.hefu.engine;

import org.hefu.decide.FactValue;
import org.hefu.decide.Truth;
import org.hefu.fact.Facts;
import org.hefu.model.Fact;
import org.hefu.model.Row;
import org.hefu.model.Term;

/** What single facts and terms come to in one flow. */
public final class Answers {
  private final Probe probe;
  private final Elements elements;

  /**
   * @param facts of a flow without parts, or of one of its parts
   */
  public Answers(Program program, Facts facts, Asked asked) {
    this.probe = new Probe(program.common(), program.row(facts, asked));
    this.elements = new Elements(facts, probe, program.common(), probe);
  }

  /** What a condition comes to. */
  public Truth truth(Term condition) {
    return Truth.of(probe.truth(condition));
  }

  /** What a term comes to that is no condition, as a row holds it. */
  public long value(Term term) {
    return probe.value(term);
  }

  /** What is stated or presumed of a fact. */
  public FactValue of(Fact fact) {
    return elements.value(fact);
  }

  /** Is the value one that says nothing? */
  public static boolean isUnknown(long value) {
    return value == Row.UNKNOWN;
  }
}
