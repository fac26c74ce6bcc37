package org.hefu.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hefu.code.Code;
import org.hefu.code.Written;
import org.hefu.fact.Facts;
import org.hefu.index.BitmapIndex;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.node.AndNode;

/** Has code of the policy's own work out what is asked, of what the flow states as it stands. */
final class AskCode extends Asking {
  /** What is common to all threads. */
  static final class Plan {
    /** What entries ask of single slots is code up to so much in all; more is asked by table. */
    private static final int MOST_CLAUSES = 4000;

    private static final int NONE = -1;

    private final BitmapIndex index;

    /** For each entry, the number of what is left of it. */
    private final int[] left;

    /** For each entry, the number of what it asks of single slots; none where that is no code. */
    private final int[] clauses;

    /** For each rule that requires something, the number of "it is done". */
    private final int[] met;

    private final int completed;

    /** For each slot, where what is worked out stands; below zero for what is stated. */
    private final int[] placeOf;

    private final Optional<Code.Made> made;

    /** Is it made for flows as they have been? */
    private final boolean isSettled;

    private final Settling<Plan> settling;

    /**
     * @param begun code that holds the steps
     */
    Plan(Policy policy, Shelves shelves, Verdict verdict, Supplier<Code> begun) {
      this(policy, shelves, verdict, begun, false, _ -> false);
    }

    private Plan(
        Policy policy,
        Shelves shelves,
        Verdict verdict,
        Supplier<Code> begun,
        boolean isSettled,
        IntPredicate isAsked) {
      this.isSettled = isSettled;
      this.settling =
          new Settling<>(asked -> new Plan(policy, shelves, verdict, begun, true, asked));
      Code code = begun.get();
      this.index = shelves.index;
      IntStream entries = IntStream.range(0, shelves.end);
      this.left =
          entries
              .map(i ->
                  shelves.left(i).length == 0 ? NONE : code.truth(new AndNode(shelves.left(i))))
              .toArray();
      this.clauses = new int[shelves.end];
      Arrays.fill(clauses, NONE);
      if (IntStream.range(0, shelves.end).map(i -> index.clauses(i).size()).sum() < MOST_CLAUSES) {
        Arrays.setAll(clauses, i -> code.truth(index.clauses(i)));
      } else {
        code.keep(index.slots());
      }
      this.met = new int[policy.rules().size()];
      for (int i = shelves.requirements; i < shelves.defeaters; i++) {
        met[shelves.rule(i)] = code.truth(verdict.isMet(shelves.rule(i)));
      }
      this.completed = code.truth(verdict.isCompleted());
      code.look(index::look);
      this.made = code.made(isAsked);
      this.placeOf = new int[policy.slots()];
      Arrays.fill(placeOf, NONE);
      made.ifPresent(m -> m.placeOf().forEach((slot, place) -> placeOf[slot] = place));
    }

    /** None where there is too much to be written. */
    Optional<AskCode> asking(BitmapIndex.Found found) {
      // Whoever comes later need not count again.
      return settling.known().flatMap(s -> s.own(found)).or(() -> own(found));
    }

    private Optional<AskCode> own(BitmapIndex.Found found) {
      return made.map(m -> new AskCode(this, m, found));
    }
  }

  private final Plan plan;
  private final BitmapIndex.Found found;
  private final Written written;
  private final Room room;
  private final long[] worked;
  private long[] stated = {};

  private AskCode(Plan plan, Code.Made made, BitmapIndex.Found found) {
    this.plan = plan;
    this.found = found;
    this.written = made.written();
    this.room = new Room(made, !plan.isSettled);
    this.worked = room.worked;
  }

  @Override
  Asking settled() {
    if (plan.isSettled) {
      return this;
    }
    Optional<AskCode> faster = plan.settling.of(room).asking(found);
    return faster.isPresent() ? faster.get() : this;
  }

  @Override
  void begin(Facts facts) {
    stated = facts.stated();
    room.begin();
    found.begin(written, stated, worked);
  }

  @Override
  int clauses(int entry) {
    int number = plan.clauses[entry];
    return number == Plan.NONE
        ? plan.index.truth(entry, stated, worked, plan.placeOf)
        : written.truth(number, stated, worked);
  }

  @Override
  int untold(int entry) {
    return plan.index.untoldTruth(entry, stated, worked, plan.placeOf);
  }

  @Override
  int left(int entry) {
    int number = plan.left[entry];
    return number == Plan.NONE ? Row.TRUE : written.truth(number, stated, worked);
  }

  @Override
  int met(int rule) {
    return written.truth(plan.met[rule], stated, worked);
  }

  @Override
  int completed() {
    return written.truth(plan.completed, stated, worked);
  }
}
