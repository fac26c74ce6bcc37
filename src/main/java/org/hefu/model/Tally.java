package org.hefu.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.text.Span;

/**
 * A cumulative count over a legal window: how many are counted so far, how many with this flow.
 *
 * @param per whose count it is
 * @param before the fact that states the count so far, without this flow
 * @param flow the fact that states how many this flow, or this part of it, has
 * @param together the fact that states the count with this flow, nobody counted twice
 * @param statable whether flows can state {@code together}; without it, it is always unknown
 * @param counts whether this flow, or this part of it, counts at all
 * @param othersLeast a slot for the most that one of the flow's other parts surely adds
 * @param othersMost a slot for what all of the flow's other parts may add
 * @param comparisons where rules compare the count with this flow
 */
public record Tally(
    Names names,
    Optional<Unit> unit,
    Fact per,
    Window window,
    Fact before,
    Fact flow,
    Fact together,
    boolean statable,
    Definition counts,
    Fact othersLeast,
    Fact othersMost,
    List<Comparison> comparisons,
    Span declared) {

  /** Over which time it counts. */
  public enum Window {
    CALENDAR_YEAR
  }

  /** Where a count lies; {@code most} is {@link Row#UNKNOWN} where nothing bounds it. */
  public record Range(long least, long most) {
    public boolean isExact() {
      return least == most;
    }

    public boolean holds(long count) {
      return least <= count && (most == Row.UNKNOWN || count <= most);
    }
  }

  /** Where the count with a flow can lie, whatever of its parts counts. */
  public static Range range(long before, long... flows) {
    long most = before;
    for (long flow : flows) {
      most = sum(most, flow);
    }
    return new Range(Math.max(0, before), most);
  }

  /** Where the count with the flow lies, in the row of a decided flow or part. */
  public Range range(long[] row) {
    long before = row[this.before.slot()];
    long others = row[othersMost.slot()];
    long here = row[counts.slot()] == Row.FALSE ? 0 : row[flow.slot()];
    long surely = row[counts.slot()] == Row.TRUE ? here : 0;
    long least = Math.max(Math.max(0, before), Math.max(row[othersLeast.slot()], surely));
    long most = sum(sum(before, others), here);
    long stated = row[together.slot()];
    if (stated == Row.UNKNOWN) {
      return new Range(least, most);
    }
    long exact = Math.max(least, most == Row.UNKNOWN ? stated : Math.min(stated, most));
    return new Range(exact, exact);
  }

  private static long sum(long one, long other) {
    return one == Row.UNKNOWN || other == Row.UNKNOWN ? Row.UNKNOWN : one + other;
  }

  /** Does the fact state one of its counts? */
  public boolean isOf(Fact fact) {
    return fact.equals(before) || fact.equals(flow) || fact.equals(together);
  }

  /** The facts that speak of the whole flow, so that no part of it states them. */
  public List<Fact> whole() {
    return List.of(before, together);
  }

  /**
   * Whether the count with this flow lies below a limit, or reaches it.
   *
   * @param orEqual does the limit itself still lie below?
   * @param reaches is it asked whether the limit is reached or passed?
   */
  public record Comparison(Definition definition, Term limit, boolean orEqual, boolean reaches) {
    /** What it comes to, as far as it is known where the count lies and what the limit is. */
    public int truth(Range range, long limit) {
      int below =
          limit == Row.UNKNOWN
              ? Row.MAYBE
              : !isBelow(range.least(), limit)
                  ? Row.FALSE
                  : range.most() != Row.UNKNOWN && isBelow(range.most(), limit)
                      ? Row.TRUE
                      : Row.MAYBE;
      return reaches ? Row.TRUE - below : below;
    }

    private boolean isBelow(long count, long limit) {
      return orEqual ? count <= limit : count < limit;
    }
  }

  /** A comparison with the tally that it compares. */
  public record Compared(Tally tally, Comparison comparison) {}

  /** Every comparison of these tallies, by the definition that it is. */
  public static Map<Definition, Compared> comparisons(List<Tally> tallies) {
    Map<Definition, Compared> comparisons = new HashMap<>();
    for (Tally tally : tallies) {
      for (Comparison each : tally.comparisons()) {
        comparisons.put(each.definition(), new Compared(tally, each));
      }
    }
    return comparisons;
  }
}
