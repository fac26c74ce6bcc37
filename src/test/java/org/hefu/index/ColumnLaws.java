package org.hefu.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.hefu.model.Row;

/** A column says of each entry what the entry's own test says, however many there are. */
class ColumnLaws {
  private static final int SLOT = 3;
  private static final long[] VALUES = {
    Row.UNKNOWN, -7, -1, 0, 1, 2, 3, 40, 64, 65, 99, 5000, 70000
  };

  private static Test test(Random random, int most) {
    Test test =
        switch (random.nextInt(6)) {
          case 0 -> Test.truth(SLOT);
          case 1 -> Test.known(SLOT, random.nextBoolean() ? Row.UNKNOWN : Row.MAYBE);
          case 2 -> Test.below(SLOT, random.nextInt(most));
          case 3 -> Test.from(SLOT, random.nextInt(most));
          default -> {
            long first = random.nextInt(most);
            yield Test.between(SLOT, first, first + 1 + random.nextInt(5), 1 + random.nextInt(2));
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

  @Property(tries = 60, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void everyEntryHasItsBit(@ForAll long seed) {
    Random random = new Random(seed);
    // The last of these has more rows of bits than are kept.
    int entries = List.of(1, 63, 64, 65, 200, 2500).get(random.nextInt(6));
    int most = random.nextBoolean() ? 30 : 100_000;
    int words = (entries + 63) / 64;
    List<Column.Asked> asked = new ArrayList<>();
    for (int entry = 0; entry < entries; entry++) {
      if (random.nextInt(5) > 0) {
        asked.add(new Column.Asked(entry, test(random, most)));
      }
    }
    Column column = new Column(SLOT, words, asked);
    long[] room = new long[words];
    for (long value : values(random, most)) {
      int row = column.row(value);
      long[] may = column.may(row, new long[words]).clone();
      long[] sure = column.isSharp(row) ? may : column.sure(row, room);
      for (Column.Asked each : asked) {
        int truth = each.test().of(value);
        assertEquals(truth != Row.FALSE, isSet(may, each.entry()), () -> seed + ": " + value);
        assertEquals(truth == Row.TRUE, isSet(sure, each.entry()), () -> seed + ": " + value);
      }
    }
  }

  private static boolean isSet(long[] bits, int entry) {
    return bits == Column.ALL || bits.length == 0 || (bits[entry >> 6] >>> entry & 1) != 0;
  }
}
