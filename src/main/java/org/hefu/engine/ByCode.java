package org.hefu.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hefu.code.Code;
import org.hefu.code.Filling;
import org.hefu.code.Joined;
import org.hefu.code.Seldom;
import org.hefu.code.Writable;
import org.hefu.code.Writing;
import org.hefu.code.Written;
import org.hefu.fact.Facts;
import org.hefu.index.Bits;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.node.ConstantTruthNode;
import org.hefu.node.NotNode;
import org.hefu.node.ReadTruthNode;
import org.hefu.node.TruthNode;

/** Finds the outcome by code of the policy's own. */
final class ByCode extends Work {
  /**
   * More entries than this are written only where they hang on more than the index, and of these no
   * more than so many.
   */
  private static final int MOST = 64;

  /** Fewer entries than this are asked one by one. */
  private static final int FEW = 2;

  /** More requirements than this are not written one by one. */
  private static final int MOST_REQUIREMENTS = 64;

  private static final int NONE = -1;
  private static final TruthNode NEVER = new ConstantTruthNode(Row.FALSE);

  /** What is common to all threads. */
  static final class Plan {
    private final Shelves shelves;
    private final Bits bits;

    /** Behind the policy's slots one for each entry, and one for each set of what may defeat. */
    private final int first;

    /** Of entries that hang on nothing but the index: are they written all the same? */
    private final boolean areAllWritten;

    private final int completed;

    /** For each entry of which somebody asks, the number of "it applies and is not defeated". */
    private final int[] effective;

    /** For each entry, the number of "it applies", where reasons are asked for. */
    private final int[] applies;

    /** For each rule that requires something, the number of "it is done". */
    private final int[] met;

    private final boolean isDueWritten;
    private final boolean isStandingWritten;

    /** For each slot, where what is worked out stands; below zero for what is stated. */
    private final int[] placeOf;

    private final Optional<Code.Made> made;
    private final Outcomes outcomes;

    /** Is it made for flows as they have been? */
    private final boolean isSettled;

    private final Settling<Plan> settling;

    /**
     * @param begun code that holds the steps
     */
    Plan(Policy policy, Outcomes outcomes, Supplier<Code> begun) {
      this(policy, outcomes, begun, false, _ -> false);
    }

    private Plan(
        Policy policy,
        Outcomes outcomes,
        Supplier<Code> begun,
        boolean isSettled,
        IntPredicate isAsked) {
      this.outcomes = outcomes;
      this.isSettled = isSettled;
      this.settling = new Settling<>(asked -> new Plan(policy, outcomes, begun, true, asked));
      Code code = begun.get();
      this.shelves = outcomes.shelves;
      Verdict verdict = outcomes.verdict;
      this.bits = shelves.index.bits(code);
      this.areAllWritten = shelves.end <= MOST;
      this.first = policy.slots();
      code.look(bits::look);
      if (!areAllWritten) {
        code.keep(shelves.index.slots());
      }
      Shelves.Entries[] sets = shelves.sets();
      // Reasons ask of a rule both whether it applies and whether it is defeated.
      int applying = first + shelves.end + sets.length;
      for (int i = 0; i < shelves.end; i++) {
        if (isWritten(i)) {
          List<Writable> parts = applies(i);
          if (outcomes.areReasoned) {
            code.fill(new Kept(applying + i, Joined.least(parts)));
            parts = List.of(new ReadTruthNode(applying + i));
          }
          code.fill(new Kept(first + i, effective(i, parts)));
        }
      }
      for (int i = 0; i < sets.length; i++) {
        code.fill(new Kept(first + shelves.end + i, new Any(sets[i])));
      }
      Writable isCompleted = verdict.isCompleted();
      this.completed = code.truth(isCompleted);
      this.effective = new int[shelves.end];
      Arrays.setAll(
          effective, i -> isWritten(i) && isAsked(outcomes, i) ? code.truth(entry(i)) : NONE);
      this.isStandingWritten = areAllWritten && outcomes.areReasoned;
      this.applies = new int[outcomes.areReasoned && !isStandingWritten ? shelves.end : 0];
      Arrays.setAll(
          applies, i -> isWritten(i) ? code.truth(new ReadTruthNode(applying + i)) : NONE);
      this.met = new int[policy.rules().size()];
      List<Requirement> requirements = new ArrayList<>();
      for (int i = shelves.requirements; i < shelves.defeaters; i++) {
        int rule = shelves.rule(i);
        TruthNode isMet = verdict.isMet(rule);
        met[rule] = code.truth(isMet);
        requirements.add(new Requirement(entry(i), isMet));
      }
      this.isDueWritten = requirements.size() <= MOST_REQUIREMENTS;
      code.decide(
          Joined.greatest(List.of(any(0, shelves.bans), any(shelves.bans, shelves.requirements))),
          new All(isCompleted, isDueWritten ? requirements : List.of()),
          any(shelves.guards, shelves.end));
      if (isStandingWritten) {
        code.stand(standings(applying), guards());
      }
      this.made = code.made(isAsked);
      this.placeOf = new int[policy.slots()];
      Map<Integer, Integer> places = made.map(Code.Made::placeOf).orElse(Map.of());
      Arrays.setAll(placeOf, slot -> places.getOrDefault(slot, NONE));
    }

    /** How the rules stand, in their order. */
    private List<Code.Standing> standings(int applying) {
      return IntStream.range(0, shelves.guards)
          .boxed()
          .sorted(Comparator.comparingInt(shelves::rule))
          .map(entry -> standing(entry, applying + entry))
          .toList();
    }

    private Code.Standing standing(int entry, int applying) {
      int rule = shelves.rule(entry);
      boolean isDefeasible = shelves.setsOf()[entry].length > 0;
      return new Code.Standing(
          rule,
          new IfBit(false, entry, new ReadTruthNode(applying), NEVER),
          new ReadTruthNode(isDefeasible ? first + entry : applying),
          outcomes.verdict.need(rule) < 0 ? NEVER : outcomes.verdict.isMet(rule));
    }

    private List<Code.Guard> guards() {
      return IntStream.range(shelves.guards, shelves.end)
          .mapToObj(e -> new Code.Guard(outcomes.verdict.guardOf(shelves.rule(e)), entry(e)))
          .toList();
    }

    private boolean isWritten(int entry) {
      return areAllWritten || isMore(shelves, entry);
    }

    private boolean isAsked(Outcomes outcomes, int entry) {
      boolean isRequirement = shelves.requirements <= entry && entry < shelves.defeaters;
      return !areAllWritten || isRequirement || outcomes.canClash() || outcomes.areReasoned;
    }

    private boolean isPlain(int entry) {
      return shelves.index.isTold(entry) && (shelves.plain[entry >> 6] >>> entry & 1) != 0;
    }

    private Any any(int from, int end) {
      return new Any(shelves.between(from, end));
    }

    /** What must hold for the rule to apply. Always: the entry may be true. */
    private List<Writable> applies(int entry) {
      List<Writable> parts = new ArrayList<>();
      parts.add(
          new IfBit(
              true,
              entry,
              shelves.index.untold(entry),
              areAllWritten ? shelves.index.clauses(entry) : new Inquiry(this::clauses, entry)));
      parts.addAll(List.of(shelves.left(entry)));
      return parts;
    }

    private Writable effective(int entry, List<Writable> applies) {
      List<Writable> parts = new ArrayList<>(applies);
      // Others are asked last.
      int at = shelves.isLeftDear(entry) ? 1 : parts.size();
      for (int set : shelves.setsOf()[entry]) {
        parts.add(at, new NotNode(new ReadTruthNode(first + shelves.end + set)));
      }
      return Joined.least(parts);
    }

    /** Is it true of an entry that it applies and is not defeated? */
    private Writable entry(int entry) {
      return new IfBit(
          false,
          entry,
          isWritten(entry) ? new ReadTruthNode(first + entry) : new Inquiry(this::effective, entry),
          NEVER);
    }

    /**
     * One truth where an entry's bit is set, of what surely is true or of what may be; else
     * another.
     */
    private final class IfBit implements Writable {
      private final boolean surely;
      private final int entry;
      private final Writable one;
      private final Writable other;

      private IfBit(boolean surely, int entry, Writable one, Writable other) {
        this.surely = surely;
        this.entry = entry;
        this.one = one;
        this.other = other;
      }

      @Override
      public void write(Writing code) {
        if (surely) {
          bits.surely(code, entry);
        } else {
          bits.may(code, entry);
        }
        code.either(1L << entry, one, other);
      }

      @Override
      public int size() {
        return 1 + one.size() + other.size();
      }
    }

    private int clauses(int entry, long[] stated, long[] worked) {
      return shelves.index.truth(entry, stated, worked, placeOf);
    }

    private int applies(int entry, long[] stated, long[] worked) {
      if (isWritten(entry)) {
        return written().truth(applies[entry], stated, worked);
      }
      return effective(entry, stated, worked);
    }

    /** Does it apply, and is not defeated? Always: it may. */
    private int effective(int entry, long[] stated, long[] worked) {
      if (isWritten(entry)) {
        return written().truth(effective[entry], stated, worked);
      }
      return shelves.index.isTold(entry) && bits.isSure(worked, entry)
          ? Row.TRUE
          : clauses(entry, stated, worked);
    }

    private int strongest(Shelves.Entries entries, long[] stated, long[] worked) {
      int most = Row.FALSE;
      for (int i = 0; i < entries.words.length && most != Row.TRUE; i++) {
        most = Math.max(most, strongest(entries.words[i], entries.bits[i], stated, worked));
      }
      return most;
    }

    /** The most that is true of the effect of some entries in one word. */
    private int strongest(int word, long some, long[] stated, long[] worked) {
      int most = Row.FALSE;
      for (long rest = bits.may(worked, word) & some;
          rest != 0 && most != Row.TRUE;
          rest &= rest - 1) {
        int entry = (word << 6) + Long.numberOfTrailingZeros(rest);
        most = Math.max(most, effective(entry, stated, worked));
      }
      return most;
    }

    private Written written() {
      return made.orElseThrow().written();
    }

    /** The most that is true of some entries. */
    private final class Any implements Writable {
      private final Shelves.Entries entries;

      private Any(Shelves.Entries entries) {
        this.entries = entries;
      }

      @Override
      public void write(Writing code) {
        int[] each = entries.entries().toArray();
        if (each.length < FEW) {
          code.greatest(entries(each));
          return;
        }
        long[] some = new long[shelves.index.words()];
        long[] plain = new long[some.length];
        for (int entry : each) {
          some[entry >> 6] |= 1L << entry;
          plain[entry >> 6] |= isPlain(entry) ? 1L << entry : 0;
        }
        bits.told(
            code,
            some,
            plain,
            c -> open(c, each),
            (word, stated, worked) -> strongest(word, some[word], stated, worked));
      }

      private void open(Writing code, int[] each) {
        if (areAllWritten) {
          code.greatest(entries(each));
        } else {
          code.seldom((_, stated, worked) -> strongest(entries, stated, worked), 0);
        }
      }

      private List<Writable> entries(int[] each) {
        return IntStream.of(each).mapToObj(Plan.this::entry).toList();
      }

      @Override
      public int size() {
        return 4 + 2 * (int) entries.entries().count();
      }
    }

    boolean isMade() {
      return made.isPresent();
    }

    /** None where there is too much to be written. */
    Optional<Work> work() {
      // Whoever comes later need not count again.
      return settling.known().flatMap(Plan::own).or(this::own);
    }

    private Optional<Work> own() {
      return made.map(m -> new ByCode(outcomes, this, m));
    }
  }

  /** What somebody is asked of an entry. */
  private record Inquiry(Seldom whom, int entry) implements Writable {
    @Override
    public void write(Writing code) {
      code.seldom(whom, entry);
    }

    @Override
    public int size() {
      return 1;
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
      code.truth(isCompleted);
      requirements.forEach(r -> code.next(r.effective(), r.isMet(), Due.class, "next"));
    }

    @Override
    public int size() {
      return requirements.stream().mapToInt(r -> r.effective().size() + r.isMet().size()).sum();
    }
  }

  /** Does the entry hang on more than the index? */
  private static boolean isMore(Shelves shelves, int entry) {
    return shelves.left(entry).length > 0 || shelves.setsOf()[entry].length > 0;
  }

  /** Is it worth to be written? */
  static boolean isFor(Shelves shelves) {
    return shelves.end <= MOST
        || IntStream.range(0, shelves.end).filter(e -> isMore(shelves, e)).count() <= MOST;
  }

  private final Plan plan;
  private final Written written;
  private final Room room;
  private final long[] worked;

  /** Where code puts how rules stand. */
  private final int[] standing;

  /** The entries that may be true, once somebody asks for one after the other. */
  private final long[] found;

  private boolean isFound;

  private long[] stated = {};

  private ByCode(Outcomes outcomes, Plan plan, Code.Made made) {
    super(outcomes);
    this.plan = plan;
    this.written = made.written();
    this.room = new Room(made, !plan.isSettled);
    this.worked = room.worked;
    this.found = new long[plan.shelves.index.words()];
    this.standing = new int[plan.isStandingWritten ? plan.shelves.guards : 0];
  }

  @Override
  Work settled() {
    if (plan.isSettled) {
      return this;
    }
    return plan.settling.of(room).work().orElse(this);
  }

  @Override
  void begin(Facts facts) {
    stated = facts.stated();
    isFound = false;
    room.begin();
  }

  @Override
  int forbidden() {
    return written.forbidden(stated, worked);
  }

  @Override
  int completed() {
    return written.truth(plan.completed, stated, worked);
  }

  @Override
  int due() {
    return plan.isDueWritten ? written.due(stated, worked) : super.due();
  }

  @Override
  int governed() {
    return written.governed(stated, worked);
  }

  @Override
  int next(int from, int end) {
    if (!isFound) {
      isFound = true;
      plan.bits.may(worked, found);
    }
    for (int word = from >> 6; word << 6 < end; word++) {
      long rest = found[word] & (word == from >> 6 ? -1L << from : -1L);
      if (rest != 0) {
        return Math.min(end, (word << 6) + Long.numberOfTrailingZeros(rest));
      }
    }
    return end;
  }

  @Override
  int applies(int entry) {
    return plan.applies(entry, stated, worked);
  }

  @Override
  int effective(int entry) {
    return plan.effective(entry, stated, worked);
  }

  @Override
  int met(int rule) {
    return written.truth(plan.met[rule], stated, worked);
  }

  @Override
  int strongest(Shelves.Entries entries) {
    return plan.strongest(entries, stated, worked);
  }

  @Override
  Ruled ruled(Outcome outcome) {
    if (!plan.isStandingWritten) {
      return super.ruled(outcome);
    }
    byte[] guards = new byte[plan.outcomes.verdict.guards()];
    int count = written.standing(stated, worked, standing, guards);
    return new Ruled(guards, completed(), outcome, Arrays.copyOf(standing, count), count);
  }
}
