package org.hefu.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hefu.code.Code;
import org.hefu.code.Filling;
import org.hefu.code.Joined;
import org.hefu.code.Writable;
import org.hefu.code.Writing;
import org.hefu.code.Written;
import org.hefu.fact.Facts;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.node.NotNode;
import org.hefu.node.ReadTruthNode;
import org.hefu.node.TruthNode;

/** Finds the outcome by code alone, where rules are so few that each is looked at. */
final class ByCode extends Work {
  /** What is common to all threads. */
  static final class Plan {
    private final int forbidden;
    private final int completed;
    private final int due;
    private final int governed;

    /** For each entry, the number of "it applies and is not defeated". */
    private final int[] effective;

    /** For each entry, the number of "it applies", where reasons are asked for. */
    private final int[] applies;

    /** For each rule that requires something, the number of "it is done". */
    private final int[] met;

    private final Optional<Code.Made> made;

    Plan(Policy policy, Outcomes outcomes, Code code) {
      Shelves shelves = outcomes.shelves;
      Verdict verdict = outcomes.verdict;
      // Behind the policy's slots one for each entry, and one for each set of what may defeat.
      int first = policy.slots();
      Shelves.Entries[] sets = shelves.sets();
      for (int i = 0; i < shelves.end; i++) {
        code.fill(new Kept(first + i, effective(shelves, i, first + shelves.end)));
      }
      for (int i = 0; i < sets.length; i++) {
        code.fill(
            new Kept(first + shelves.end + i, Verdict.any(sets[i].entries().map(e -> first + e))));
      }
      IntStream bans = IntStream.range(0, shelves.requirements);
      IntStream guards = IntStream.range(shelves.guards, shelves.end);
      this.forbidden = code.truth(Verdict.any(bans.map(e -> first + e)));
      this.governed = code.truth(Verdict.any(guards.map(e -> first + e)));
      Writable isCompleted = verdict.isCompleted();
      this.completed = code.truth(isCompleted);
      this.effective = new int[shelves.end];
      Arrays.setAll(effective, i -> code.truth(new ReadTruthNode(first + i)));
      this.applies = new int[outcomes.areReasoned ? shelves.end : 0];
      Arrays.setAll(applies, i -> code.truth(Joined.least(applies(shelves, i))));
      this.met = new int[policy.rules().size()];
      List<Requirement> requirements = new ArrayList<>();
      for (int i = shelves.requirements; i < shelves.defeaters; i++) {
        int rule = shelves.rule(i);
        TruthNode isMet = verdict.isMet(rule);
        met[rule] = code.truth(isMet);
        requirements.add(new Requirement(new ReadTruthNode(first + i), isMet));
      }
      this.due = code.truth(new All(isCompleted, requirements));
      this.made = code.made();
    }

    private static List<Writable> applies(Shelves shelves, int entry) {
      List<Writable> parts = new ArrayList<>();
      parts.add(shelves.index.clauses(entry));
      parts.addAll(List.of(shelves.left(entry)));
      return parts;
    }

    private static Writable effective(Shelves shelves, int entry, int firstSet) {
      List<Writable> parts = applies(shelves, entry);
      for (int set : shelves.setsOf()[entry]) {
        parts.add(new NotNode(new ReadTruthNode(firstSet + set)));
      }
      return Joined.least(parts);
    }

    boolean isMade() {
      return made.isPresent();
    }

    /** None where there is too much to be written. */
    Optional<Work> work(Outcomes outcomes) {
      return made.map(m -> new ByCode(outcomes, this, m));
    }
  }

  /** A truth that is worked out once. */
  private record Kept(int slot, Writable truth) implements Filling {
    @Override
    public void write(Writing code) {
      code.truth(truth).widened();
    }

    @Override
    public int size() {
      return truth.size();
    }
  }

  private record Requirement(Writable effective, Writable isMet) {}

  /** What comes of all requirements, as {@link Due} has it. */
  private record All(Writable isCompleted, List<Requirement> requirements) implements Writable {
    @Override
    public void write(Writing code) {
      // Always: few, for so are the entries.
      code.truth(isCompleted);
      requirements.forEach(r -> code.next(r.effective(), r.isMet(), Due.class, "next"));
    }

    @Override
    public int size() {
      return requirements.stream().mapToInt(r -> r.effective().size() + r.isMet().size()).sum();
    }
  }

  private final Plan plan;
  private final Written written;
  private final long[] worked;
  private long[] stated = {};

  private ByCode(Outcomes outcomes, Plan plan, Code.Made made) {
    super(outcomes);
    this.plan = plan;
    this.written = made.written();
    this.worked = new long[made.places()];
  }

  private int truth(int number) {
    return written.truth(number, stated, worked);
  }

  @Override
  void begin(Facts facts) {
    stated = facts.stated();
    Arrays.fill(worked, Row.PENDING);
  }

  @Override
  int forbidden() {
    return truth(plan.forbidden);
  }

  @Override
  int completed() {
    return truth(plan.completed);
  }

  @Override
  int due() {
    return truth(plan.due);
  }

  @Override
  int governed() {
    return truth(plan.governed);
  }

  @Override
  int next(int from, int end) {
    return from;
  }

  @Override
  int applies(int entry) {
    return truth(plan.applies[entry]);
  }

  @Override
  int effective(int entry) {
    return truth(plan.effective[entry]);
  }

  @Override
  int met(int rule) {
    return truth(plan.met[rule]);
  }

  @Override
  int strongest(Shelves.Entries entries) {
    int most = Row.FALSE;
    for (int i = 0; i < entries.words.length; i++) {
      for (long rest = entries.bits[i]; rest != 0; rest &= rest - 1) {
        int entry = (entries.words[i] << 6) + Long.numberOfTrailingZeros(rest);
        most = Math.max(most, effective(entry));
      }
    }
    return most;
  }
}
