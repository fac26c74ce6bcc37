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
import org.hefu.index.BitmapIndex;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.node.ConstantTruthNode;
import org.hefu.node.NotNode;
import org.hefu.node.ReadTruthNode;
import org.hefu.node.TruthNode;

/** Finds the outcome by code alone, where rules are so few that one word holds their bits. */
final class ByCode extends Work {
  /** Up to so many entries have their bits in one word. */
  static final int MOST = Long.SIZE;

  private static final int NONE = -1;
  private static final int[] NOTHING = {};
  private static final TruthNode NEVER = new ConstantTruthNode(Row.FALSE);

  /** What is common to all threads. */
  static final class Plan {
    private final Shelves shelves;

    /** Where the bits of what may be true are kept, and of what surely is. */
    private final int may;

    private final int surely;

    /** Behind the policy's slots one for each entry, and one for each set of what may defeat. */
    private final int first;

    /** The entries of which the bits tell all. */
    private final long plain;

    private final int completed;

    /** For each entry of which somebody asks, the number of "it applies and is not defeated". */
    private final int[] effective;

    /** For each entry, the number of "it applies", where reasons are asked for. */
    private final int[] applies;

    /** For each rule that requires something, the number of "it is done". */
    private final int[] met;

    private final Optional<Code.Made> made;

    Plan(Policy policy, Outcomes outcomes, Code code) {
      this.shelves = outcomes.shelves;
      Verdict verdict = outcomes.verdict;
      this.may = code.place();
      this.surely = code.place();
      this.first = policy.slots();
      this.plain = bits(IntStream.range(0, shelves.end).filter(this::isPlain));
      code.look(c -> shelves.index.look(c, may, surely));
      Shelves.Entries[] sets = shelves.sets();
      // Reasons ask of a rule both whether it applies and whether it is defeated.
      int applying = first + shelves.end + sets.length;
      for (int i = 0; i < shelves.end; i++) {
        List<Writable> parts = applies(i);
        if (outcomes.areReasoned) {
          code.fill(new Kept(applying + i, Joined.least(parts)));
          parts = List.of(new ReadTruthNode(applying + i));
        }
        code.fill(new Kept(first + i, effective(i, parts)));
      }
      for (int i = 0; i < sets.length; i++) {
        code.fill(new Kept(first + shelves.end + i, any(sets[i].entries())));
      }
      Writable isCompleted = verdict.isCompleted();
      this.completed = code.truth(isCompleted);
      this.effective = new int[shelves.end];
      Arrays.setAll(effective, i -> isAsked(outcomes, i) ? code.truth(entry(i)) : NONE);
      this.applies = new int[outcomes.areReasoned ? shelves.end : 0];
      Arrays.setAll(applies, i -> code.truth(new ReadTruthNode(applying + i)));
      this.met = new int[policy.rules().size()];
      List<Requirement> requirements = new ArrayList<>();
      for (int i = shelves.requirements; i < shelves.defeaters; i++) {
        int rule = shelves.rule(i);
        TruthNode isMet = verdict.isMet(rule);
        met[rule] = code.truth(isMet);
        requirements.add(new Requirement(entry(i), isMet));
      }
      code.decide(
          any(IntStream.range(0, shelves.requirements)),
          new All(isCompleted, requirements),
          any(IntStream.range(shelves.guards, shelves.end)));
      this.made = code.made();
    }

    private boolean isAsked(Outcomes outcomes, int entry) {
      boolean isRequirement = shelves.requirements <= entry && entry < shelves.defeaters;
      return isRequirement || outcomes.canClash() || outcomes.areReasoned;
    }

    private boolean isPlain(int entry) {
      return shelves.index.isTold(entry)
          && shelves.left(entry).length == 0
          && shelves.setsOf()[entry].length == 0;
    }

    private static long bits(IntStream entries) {
      return entries.mapToLong(e -> 1L << e).reduce(0, (one, other) -> one | other);
    }

    private Writable any(IntStream entries) {
      return new Any(entries.toArray());
    }

    /** What must hold for the rule to apply. Always: the entry may be true. */
    private List<Writable> applies(int entry) {
      List<Writable> parts = new ArrayList<>();
      parts.add(
          new IfBit(surely, entry, shelves.index.untold(entry), shelves.index.clauses(entry)));
      parts.addAll(List.of(shelves.left(entry)));
      return parts;
    }

    private Writable effective(int entry, List<Writable> applies) {
      List<Writable> parts = new ArrayList<>(applies);
      for (int set : shelves.setsOf()[entry]) {
        parts.add(new NotNode(new ReadTruthNode(first + shelves.end + set)));
      }
      return Joined.least(parts);
    }

    /** One truth where an entry's bit is set, else another. */
    private record IfBit(int place, int entry, Writable one, Writable other) implements Writable {
      @Override
      public void write(Writing code) {
        code.place(place).either(1L << entry, one, other);
      }

      @Override
      public int size() {
        return 1 + one.size() + other.size();
      }
    }

    /** Is it true of an entry that it applies and is not defeated? */
    private Writable entry(int entry) {
      return new IfBit(may, entry, new ReadTruthNode(first + entry), NEVER);
    }

    /** The most that is true of some entries. */
    private final class Any implements Writable {
      private final int[] entries;

      private Any(int[] entries) {
        this.entries = entries;
      }

      @Override
      public void write(Writing code) {
        long some = bits(IntStream.of(entries));
        List<Writable> each = IntStream.of(entries).mapToObj(Plan.this::entry).toList();
        code.place(may).place(surely).number(some).number(some & plain);
        code.call(
            BitmapIndex.class, "told", int.class, long.class, long.class, long.class, long.class);
        code.orElse(BitmapIndex.OPEN, c -> c.greatest(each));
      }

      @Override
      public int size() {
        return 4 + 2 * entries.length;
      }
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
    written.look(stated, worked, NOTHING);
  }

  @Override
  int forbidden() {
    return written.forbidden(stated, worked);
  }

  @Override
  int completed() {
    return truth(plan.completed);
  }

  @Override
  int due() {
    return written.due(stated, worked);
  }

  @Override
  int governed() {
    return written.governed(stated, worked);
  }

  @Override
  int next(int from, int end) {
    long rest = from < MOST ? worked[plan.may] & -1L << from : 0;
    return Math.min(end, Long.numberOfTrailingZeros(rest));
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
