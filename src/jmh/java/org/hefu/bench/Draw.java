package org.hefu.bench;

import static org.hefu.bench.Workload.ACTS;
import static org.hefu.bench.Workload.BASES;
import static org.hefu.bench.Workload.CATEGORIES;
import static org.hefu.bench.Workload.DAYS;
import static org.hefu.bench.Workload.FIRST_DAY;
import static org.hefu.bench.Workload.MECHANISMS;
import static org.hefu.bench.Workload.PURPOSES;
import static org.hefu.bench.Workload.RECIPIENTS;
import static org.hefu.bench.Workload.REGIONS;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.hefu.bench.Workload.Flow;
import org.hefu.bench.Workload.Leave;
import org.hefu.bench.Workload.Norm;

/**
 * Draws a workload from a seed: the same seed always gives the same one. How broad the rules are is
 * chosen so that about 30 % of the flows meet a ban and 40 % may go ahead.
 */
final class Draw {
  private static final double MEET_A_BAN = 0.3;
  private static final double GO_AHEAD = 0.4;
  private static final int TRIAL_FLOWS = 3000;
  private static final int HALVINGS = 12;
  private static final int SETS_OF_A_PARTY = 5;
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private final int grants;
  private final List<Leave> leaves = new ArrayList<>();
  private final Held held;

  private Draw(int grants, SplittableRandom random) {
    this.grants = grants;
    Set<Leave> kinds = new HashSet<>(2 * grants);
    while (leaves.size() < grants) {
      Leave leave = leave(random);
      // One grant for each use: two that differ in their dates alone would be one with a gap.
      Leave undated =
          new Leave(
              leave.who(), leave.set(), leave.purpose(), leave.origin(), leave.destination(), 0, 0);
      if (leave.origin() != leave.destination() && kinds.add(undated)) {
        leaves.add(leave);
      }
    }
    held = new Held(leaves);
  }

  static Workload workload(int rules, int grants, int flows, long seed) {
    SplittableRandom root = new SplittableRandom(seed);
    Draw draw = new Draw(grants, root.split());
    List<Flow> trial = draw.flows(root.split(), TRIAL_FLOWS);
    SplittableRandom last = root.split();
    long ruleSeed = root.nextLong();
    double bans =
        breadth(
            MEET_A_BAN,
            b -> {
              ByLoop loop = new ByLoop(norms(rules, ruleSeed, b, 0), draw.held);
              return share(trial.stream().filter(loop::isForbidden).count(), trial);
            });
    double permissions =
        breadth(
            GO_AHEAD,
            b -> {
              ByLoop loop = new ByLoop(norms(rules, ruleSeed, bans, b), draw.held);
              return share(trial.stream().filter(loop::permits).count(), trial);
            });
    return new Workload(
        norms(rules, ruleSeed, bans, permissions), draw.leaves, draw.flows(last, flows));
  }

  private static double share(long some, List<Flow> of) {
    return (double) some / of.size();
  }

  private static double breadth(double goal, DoubleUnaryOperator share) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (share.applyAsDouble(middle) < goal) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private Leave leave(SplittableRandom random) {
    int who = random.nextInt(Workload.parties(grants));
    int from = FIRST_DAY + random.nextInt(700);
    return new Leave(
        who,
        setOf(who, random),
        random.nextInt(PURPOSES.size()),
        early(REGIONS.size(), random),
        random.nextInt(REGIONS.size()),
        from,
        from + 30 + random.nextInt(400));
  }

  /** Each party works with a few data sets, so that it has several grants for each. */
  private int setOf(int who, SplittableRandom random) {
    long mixed = (who * (long) SETS_OF_A_PARTY + random.nextInt(SETS_OF_A_PARTY) + 1) * STEP;
    return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 31), Workload.sets(grants));
  }

  private List<Flow> flows(SplittableRandom random, int count) {
    List<Flow> flows = new ArrayList<>(count);
    while (flows.size() < count) {
      Leave like =
          random.nextInt(10) < 3 ? leaves.get(random.nextInt(leaves.size())) : anything(random);
      boolean inTime = random.nextInt(20) < 17;
      flows.add(
          new Flow(
              like.who(),
              like.set(),
              early(ACTS.size(), random),
              early(CATEGORIES.size(), random),
              magnitude(0, 7, random),
              like.purpose(),
              random.nextInt(BASES.size()),
              like.origin(),
              like.destination(),
              random.nextInt(RECIPIENTS.size()),
              random.nextInt(MECHANISMS.size()),
              random.nextBoolean(),
              random.nextInt(4) == 0,
              inTime
                  ? random.nextInt(like.from(), like.to() + 1)
                  : FIRST_DAY + random.nextInt(DAYS)));
    }
    return flows;
  }

  /** What a flow is about that is drawn from no grant; half of them from the party's own data. */
  private Leave anything(SplittableRandom random) {
    int who = random.nextInt(Workload.parties(grants));
    int origin = early(REGIONS.size(), random);
    int elsewhere = random.nextInt(REGIONS.size() - 1);
    return new Leave(
        who,
        random.nextBoolean() ? setOf(who, random) : random.nextInt(Workload.sets(grants)),
        random.nextInt(PURPOSES.size()),
        origin,
        elsewhere < origin ? elsewhere : elsewhere + 1,
        FIRST_DAY,
        FIRST_DAY + DAYS - 1);
  }

  private static List<Norm> norms(int rules, long seed, double bans, double permissions) {
    List<Norm> norms = new ArrayList<>(rules);
    for (int i = 0; i < rules; i++) {
      boolean forbids = i % 2 == 0;
      norms.add(norm(forbids, forbids ? bans : permissions, new SplittableRandom(seed + i * STEP)));
    }
    return norms;
  }

  private static Norm norm(boolean forbids, double breadth, SplittableRandom random) {
    int acts = set(ACTS.size(), breadth, 1, random);
    int categories = set(CATEGORIES.size(), breadth, 1, random);
    int destinations = set(REGIONS.size(), breadth, 1, random);
    int origins = set(REGIONS.size(), breadth, 1 - breadth / 2, random);
    int purposes = set(PURPOSES.size(), breadth, 1 - breadth / 2, random);
    int recipients = set(RECIPIENTS.size(), breadth, 1 - 0.3 * breadth, random);
    long volume = forbids ? magnitude(1, 4.5, random) : magnitude(3.5, 7, random);
    int shape = random.nextInt(5);
    int[] choices = {2, 0, 0, 1, 1};
    int[] grounds = {0, 1, 0, 2, 0};
    return new Norm(
        forbids,
        acts,
        categories,
        origins,
        destinations,
        purposes,
        recipients,
        volume,
        some(MECHANISMS.size(), choices[shape], random),
        some(BASES.size(), grounds[shape], random),
        shape == 0 || shape == 2,
        shape == 1 || shape == 2);
  }

  /**
   * A set that is tested with a chance and grows with the breadth, never to all of the values. It
   * takes the same random numbers however broad it comes out.
   */
  private static int set(int values, double breadth, double tested, SplittableRandom random) {
    double isTested = random.nextDouble();
    double size = random.nextDouble();
    double isSingle = random.nextDouble();
    int[] order = order(values, random);
    if (isTested > tested) {
      return 0;
    }
    double grown = Math.pow(size, 1 / (0.25 + 4 * breadth)) * breadth * (values - 1);
    int members = isSingle < 0.4 * (1 - breadth) ? 1 : 1 + (int) grown;
    return bits(order, Math.min(members, values - 1));
  }

  private static int some(int values, int members, SplittableRandom random) {
    return bits(order(values, random), members);
  }

  private static int bits(int[] order, int members) {
    int bits = 0;
    for (int i = 0; i < members; i++) {
      bits |= 1 << order[i];
    }
    return bits;
  }

  private static int[] order(int values, SplittableRandom random) {
    int[] order = new int[values];
    for (int i = 0; i < values; i++) {
      int at = random.nextInt(i + 1);
      order[i] = order[at];
      order[at] = i;
    }
    return order;
  }

  /** A value of which the first are more frequent. */
  private static int early(int values, SplittableRandom random) {
    return Math.min(values - 1, (int) (Math.pow(random.nextDouble(), 1.5) * values));
  }

  /** A number whose logarithm to the base of ten is drawn evenly. */
  private static long magnitude(double low, double high, SplittableRandom random) {
    return Math.max(1, Math.round(Math.pow(10, random.nextDouble(low, high))));
  }
}
