package org.hefu.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.hefu.model.Row;

/** A grid says of each entry what the entry's own tests say, however many there are. */
class GridLaws {
  private static final int SLOT = 3;
  private static final long[] VALUES = {
    Row.UNKNOWN, -7, -1, 0, 1, 2, 3, 40, 64, 65, 99, 5000, 70000
  };

  private static Test test(Random random, int most) {
    return test(random, most, SLOT);
  }

  private static Test test(Random random, int most, int slot) {
    Test test =
        switch (random.nextInt(6)) {
          case 0 -> Test.truth(slot);
          case 1 -> Test.known(slot, random.nextBoolean() ? Row.UNKNOWN : Row.MAYBE);
          case 2 -> Test.below(slot, random.nextInt(most));
          case 3 -> Test.from(slot, random.nextInt(most));
          default -> {
            long first = random.nextInt(most);
            yield Test.between(slot, first, first + 1 + random.nextInt(5), 1 + random.nextInt(2));
          }
        };
    return random.nextBoolean() ? test : test.not();
  }

  private static List<Long> values(Random random, int most) {
    List<Long> values = new ArrayList<>();
    for (long each : VALUES) {
      values.add(each);
    }
    for (int i = 0; i < 20; i++) {
      values.add((long) random.nextInt(most + 2) - 1);
    }
    return values;
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void whatIsJoinedIsTheLeastOrTheGreatest(@ForAll long seed) {
    Random random = new Random(seed);
    int most = random.nextBoolean() ? 30 : 100_000;
    Test one = test(random, most);
    Test other = test(random, most);
    for (int i = random.nextInt(12); i > 0; i--) {
      one = one.or(test(random, most));
    }
    for (long value : values(random, most)) {
      assertEquals(Math.min(one.of(value), other.of(value)), one.and(other).of(value));
      assertEquals(Math.max(one.of(value), other.of(value)), one.or(other).of(value));
      assertEquals(Row.TRUE - one.of(value), one.not().of(value));
    }
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void everyValueIsInItsClass(@ForAll long seed) {
    Random random = new Random(seed);
    int most = List.of(30, 5000, 10_000_000).get(random.nextInt(3));
    List<Test> tests = new ArrayList<>();
    for (int i = random.nextInt(200); i >= 0; i--) {
      tests.add(test(random, most));
    }
    Axis axis = Axis.of(SLOT, tests, 2 + random.nextInt(300));
    int[] near = axis.near();
    for (long value : values(random, most)) {
      int number = axis.of(value);
      assertTrue(axis.first(number) <= value && value <= axis.last(number), () -> "of " + value);
      long at = value - axis.nearFrom();
      if (at >= 0 && at < near.length) {
        assertEquals(number, near[(int) at]);
      }
    }
  }

  /** Bits that may be set are, where a condition may be true; what surely is true, is. */
  @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void theIndexTellsWhatTheTestsTell(@ForAll long seed) {
    Random random = new Random(seed);
    int entries = List.of(1, 5, 63, 64, 65, 200, 900).get(random.nextInt(7));
    int slots = 1 + random.nextInt(12);
    int most = List.of(3, 30, 100_000).get(random.nextInt(3));
    int words = (entries + 63) / 64;
    List<Grid.Asked> asked = new ArrayList<>();
    for (int entry = 0; entry < entries; entry++) {
      for (int i = random.nextInt(4); i > 0; i--) {
        List<Test> line = new ArrayList<>();
        for (int j = random.nextInt(4) == 0 ? 3 : 1; j > 0; j--) {
          line.add(test(random, most, random.nextInt(slots)));
        }
        asked.add(new Grid.Asked(entry, line));
      }
    }
    List<Grids.Filled> grids = new Grids(_ -> true, words).of(asked);
    long[] all = new long[words];
    Arrays.fill(all, -1);
    Rows.Picked picked = new Rows(grids, all, all).new Picked();
    for (int i = 0; i < 20; i++) {
      List<Long> values = values(random, most);
      long[] row = new long[slots];
      Arrays.setAll(row, _ -> values.get(random.nextInt(values.size())));
      picked.begin(row);
      for (int entry = 0; entry < entries; entry++) {
        int of = entry;
        int truth =
            grids.stream()
                .flatMap(g -> g.asked().stream())
                .filter(a -> a.entry() == of)
                .mapToInt(
                    a -> a.line().stream().mapToInt(t -> t.of(row[t.slot()])).max().orElseThrow())
                .min()
                .orElse(Row.TRUE);
        boolean may = (picked.may(entry >> 6) >>> entry & 1) != 0;
        boolean surely = (picked.surely(entry >> 6) >>> entry & 1) != 0;
        assertTrue(may || truth == Row.FALSE, () -> seed + ": " + of);
        assertTrue(!surely || truth == Row.TRUE, () -> seed + ": " + of);
        // Nothing is told apart by more values than there are classes for.
        assertTrue(most > 30 || may == (truth != Row.FALSE), () -> seed + ": " + of);
      }
    }
  }
}
