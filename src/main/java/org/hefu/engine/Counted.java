package org.hefu.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hefu.decide.FactValue;
import org.hefu.fact.Facts;
import org.hefu.model.Definition;
import org.hefu.model.Fact;
import org.hefu.model.Names;
import org.hefu.model.Row;
import org.hefu.model.Tally;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.text.Bilingual;

/** What tallies came to in one row, as people would say it. */
final class Counted {
  private final Map<Definition, Tally.Compared> comparisons;
  private final Probe probe;

  /**
   * @param comparisons by the definition that each is
   */
  Counted(Map<Definition, Tally.Compared> comparisons, Probe probe) {
    this.probe = probe;
    this.comparisons = comparisons;
  }

  /** The comparison that the term is, if it is one. */
  Optional<Tally.Compared> at(Term term) {
    return term instanceof Term.Derived(_, var definition)
        ? Optional.ofNullable(comparisons.get(definition))
        : Optional.empty();
  }

  /** The count with the flow, unless the flow states it itself. */
  Optional<FactValue> count(Tally tally) {
    if (probe.row()[tally.together().slot()] != Row.UNKNOWN) {
      return Optional.empty();
    }
    Tally.Range range = tally.range(probe.row());
    Type.Number type = (Type.Number) tally.before().type();
    Bilingual least = Facts.counted(range.least(), type);
    Bilingual said =
        range.isExact()
            ? least
            : range.most() == Row.UNKNOWN
                ? new Bilingual("至少" + least.zh(), "at least " + least.en())
                : both(least, Facts.counted(range.most(), type));
    Bilingual label = tally.names().label();
    Names names =
        new Names(
            tally.names().name() + " with flow",
            List.of(),
            new Bilingual(label.zh() + "（含本次）", label.en() + " with this flow"));
    Fact count = new Fact(-1, List.of(names), type, false, Bilingual.NONE, tally.declared());
    return Optional.of(new FactValue(count, Optional.of(said), false));
  }

  private static Bilingual both(Bilingual least, Bilingual most) {
    return new Bilingual(
        least.zh() + "至" + most.zh(), "between " + least.en() + " and " + most.en());
  }

  /** The facts that the count rests on. */
  List<Fact> facts(Tally tally) {
    if (probe.row()[tally.together().slot()] != Row.UNKNOWN) {
      return List.of(tally.together());
    }
    List<Fact> facts = new ArrayList<>(List.of(tally.before(), tally.flow()));
    if (probe.row()[tally.othersMost().slot()] != 0) {
      facts.add(tally.othersMost());
    }
    if (tally.statable()) {
      facts.add(tally.together());
    }
    return facts;
  }

  /** How far the count surely lies below the limit, or above it; empty where it may do either. */
  OptionalLong margin(Tally.Compared compared) {
    if (!(compared.comparison().limit() instanceof Term.Constant(_, _, var limit))) {
      return OptionalLong.empty();
    }
    Tally.Range range = compared.tally().range(probe.row());
    if (range.most() != Row.UNKNOWN && range.most() < limit) {
      return OptionalLong.of(limit - range.most());
    }
    return range.least() >= limit ? OptionalLong.of(limit - range.least()) : OptionalLong.empty();
  }
}
