package org.hefu.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.hefu.bench.Workload.Flow;
import org.hefu.bench.Workload.Norm;

/**
 * The workload as an expert would write it for speed alone: for each value of each attribute a
 * bitmap of the rules that let it pass, intersected word by word. Attributes of few values share a
 * bitmap for each pair, exceptions have one for each combination, and rules are numbered by volume,
 * so that those a volume reaches are the first so many.
 */
final class ByBitmap {
  private final Bitmaps bans;
  private final Bitmaps permissions;
  private final Held held;

  ByBitmap(List<Norm> norms, Held held) {
    this.bans =
        new Bitmaps(
            norms.stream()
                .filter(Norm::forbids)
                .sorted(Comparator.comparingLong(Norm::volume))
                .toList());
    this.permissions =
        new Bitmaps(
            norms.stream()
                .filter(n -> !n.forbids())
                .sorted(Comparator.comparingLong(Norm::volume).reversed())
                .toList());
    this.held = held;
  }

  boolean permits(Flow flow) {
    return !bans.anyApplies(flow) && (permissions.anyApplies(flow) || held.covers(flow));
  }

  private static final class Bitmaps {
    private static final int PLACES = Workload.REGIONS.size();
    private static final int CATEGORIES = Workload.CATEGORIES.size();
    private static final int RECIPIENTS = Workload.RECIPIENTS.size();
    private static final int BASES = Workload.BASES.size();

    /** Below zero, for a ban, so that one search does for both. */
    private final long[] volumes;

    private final boolean forbids;
    private final long[][] origins;
    private final long[][] destinations;
    private final long[][] actsAndCategories;
    private final long[][] purposesAndRecipients;
    private final long[][] notExcepted;

    Bitmaps(List<Norm> norms) {
      forbids = !norms.isEmpty() && norms.getFirst().forbids();
      volumes = norms.stream().mapToLong(n -> forbids ? n.volume() : -n.volume()).toArray();
      origins = bitmaps(PLACES, norms, (n, v) -> Workload.isIn(n.origins(), v));
      destinations = bitmaps(PLACES, norms, (n, v) -> Workload.isIn(n.destinations(), v));
      actsAndCategories =
          bitmaps(
              Workload.ACTS.size() * CATEGORIES,
              norms,
              (n, v) ->
                  Workload.isIn(n.acts(), v / CATEGORIES)
                      && Workload.isIn(n.categories(), v % CATEGORIES));
      purposesAndRecipients =
          bitmaps(
              Workload.PURPOSES.size() * RECIPIENTS,
              norms,
              (n, v) ->
                  Workload.isIn(n.purposes(), v / RECIPIENTS)
                      && Workload.isIn(n.recipients(), v % RECIPIENTS));
      notExcepted =
          bitmaps(
              Workload.MECHANISMS.size() * BASES * 4,
              norms,
              (n, v) ->
                  !(Workload.isIn(n.mechanisms(), v / 4 / BASES)
                      && Workload.isIn(n.bases(), v / 4 % BASES)
                      && (!n.encrypted() || (v & 2) != 0)
                      && (!n.deidentified() || (v & 1) != 0)));
    }

    private static long[][] bitmaps(
        int values, List<Norm> norms, BiPredicate<Norm, Integer> passes) {
      long[][] bitmaps = new long[values][(norms.size() + 63) / 64];
      for (int value = 0; value < values; value++) {
        for (int i = 0; i < norms.size(); i++) {
          if (passes.test(norms.get(i), value)) {
            bitmaps[value][i >> 6] |= 1L << i;
          }
        }
      }
      return bitmaps;
    }

    boolean anyApplies(Flow flow) {
      int reached = reached(forbids ? flow.volume() : -flow.volume());
      if (reached == 0) {
        return false;
      }
      long[] origin = origins[flow.origin()];
      long[] destination = destinations[flow.destination()];
      long[] what = actsAndCategories[flow.act() * CATEGORIES + flow.category()];
      long[] whatFor = purposesAndRecipients[flow.purpose() * RECIPIENTS + flow.recipient()];
      int exception = (flow.mechanism() * BASES + flow.basis()) * 4;
      exception += (flow.encrypted() ? 2 : 0) + (flow.deidentified() ? 1 : 0);
      long[] not = notExcepted[exception];
      int last = (reached - 1) >> 6;
      for (int i = 0; i < last; i++) {
        if ((origin[i] & destination[i] & what[i] & whatFor[i] & not[i]) != 0) {
          return true;
        }
      }
      long within = -1L >>> -reached;
      return (origin[last] & destination[last] & what[last] & whatFor[last] & not[last] & within)
          != 0;
    }

    /** How many rules the volume reaches: they are the first. */
    private int reached(long volume) {
      int low = 0;
      int high = volumes.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (volumes[middle] <= volume) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
