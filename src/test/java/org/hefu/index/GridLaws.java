package org.hefu.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.hefu.code.Code;
import org.hefu.code.Writable;
import org.hefu.code.Writing;
import org.hefu.model.Row;
import org.hefu.node.ConstantTruthNode;

/** A grid says of each entry what the entry's own tests say, however many there are. */
class GridLaws {
  private static final int SLOT = 3;
  private static final long[] VALUES = {
    Row.UNKNOWN, -7, -1, 0, 1, 2, 3, 40, 64, 65, 99, 5000, 70000
  };

  private static Test test(Random random, int most) {
    return test(random, most, SLOT, false);
  }

  /**
   * @param isSure whether it is true or false of all that is known
   */
  private static Test test(Random random, int most, int slot, boolean isSure) {
    Test test =
        switch (isSure ? 1 + random.nextInt(5) : random.nextInt(6)) {
          case 0 -> Test.truth(slot);
          case 1 -> Test.known(slot, random.nextBoolean() ? Row.UNKNOWN : Row.MAYBE);
          case 2 -> Test.below(slot, random.nextInt(most));
          case 3 -> Test.from(slot, random.nextInt(most));
          default -> {
            long first = random.nextInt(most);
            int within = isSure ? Row.TRUE : 1 + random.nextInt(2);
            yield Test.between(slot, first, first + 1 + random.nextInt(5), within);
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
    List<Grid.Asked> asked = asked(random, entries, slots, most);
    List<Grids.Filled> grids = new Grids(_ -> true, words).of(asked);
    long[] all = new long[words];
    Arrays.fill(all, -1);
    Rows.Picked picked = new Rows(grids, all, all).new Picked();
    for (int i = 0; i < 20; i++) {
      List<Long> values = values(random, most);
      long[] row = new long[slots];
      Arrays.setAll(row, _ -> values.get(random.nextInt(values.size())));
      picked.begin(row);
      picked.look(words);
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

  private static List<Grid.Asked> asked(Random random, int entries, int slots, int most) {
    List<Grid.Asked> asked = new ArrayList<>();
    // So that now many entries pass, and now hardly any.
    int least = 3 * random.nextInt(4);
    boolean areSure = random.nextBoolean();
    for (int entry = 0; entry < entries; entry++) {
      for (int i = least + random.nextInt(4); i > 0; i--) {
        List<Test> line = new ArrayList<>();
        for (int j = random.nextInt(4) == 0 ? 3 : 1; j > 0; j--) {
          line.add(test(random, most, random.nextInt(slots), areSure));
        }
        asked.add(new Grid.Asked(entry, line));
      }
    }
    return asked;
  }

  private static long[] bits(Random random, int words, int many) {
    long[] bits = new long[words];
    for (int i = random.nextInt(many); i > 0; i--) {
      bits[random.nextInt(words)] |= 1L << random.nextInt(Long.SIZE);
    }
    return bits;
  }

  /** Some entries, of which bits tell all of some. */
  private static final class Group implements Writable {
    private final Bits bits;
    private final long[] some;
    private final long[] plain;

    private Group(Bits bits, long[] some, long[] plain) {
      this.bits = bits;
      this.some = some;
      this.plain = plain;
    }

    @Override
    public void write(Writing code) {
      bits.told(code, some, plain, c -> c.number(Row.MAYBE), (_, _, _) -> Row.MAYBE);
    }

    @Override
    public int size() {
      return 8;
    }
  }

  /** Whether an entry may be true, or surely is. */
  private record Bit(Bits bits, int entry, boolean surely) implements Writable {
    @Override
    public void write(Writing code) {
      if (surely) {
        bits.surely(code, entry);
      } else {
        bits.may(code, entry);
      }
      code.either(1L << entry, new ConstantTruthNode(Row.TRUE), new ConstantTruthNode(Row.FALSE));
    }

    @Override
    public int size() {
      return 3;
    }
  }

  /** Code finds the same bits, few words of them or many, and tells of any entries what they do. */
  @Property(tries = 200, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void codeTellsWhatTheIndexTells(@ForAll long seed) {
    Random random = new Random(seed);
    int entries = List.of(1, 64, 65, 256, 257, 900, 4096, 9000).get(random.nextInt(8));
    int slots = 1 + random.nextInt(12);
    int most = List.of(3, 30, 100_000).get(random.nextInt(3));
    int words = (entries + 63) / 64;
    List<Grids.Filled> grids = new Grids(_ -> true, words).of(asked(random, entries, slots, most));
    long[] possible = bits(random, words, 20 * entries);
    long[] all = new long[words];
    Arrays.fill(all, -1);
    Rows rows = new Rows(grids, possible, all);
    if (random.nextInt(4) == 0) {
      // Now and then there is no room left for blocks.
      rows.takeRoom(1 << 22);
    }
    theCodeTells(random, rows, slots, most, seed);
    // What others have asked of the same rows before, and asked otherwise, changes nothing.
    theCodeTells(random, rows, slots, most, seed);
  }

  private static void theCodeTells(Random random, Rows rows, int slots, int most, long seed) {
    int words = rows.words;
    int entries = words * Long.SIZE;
    Code code = new Code(List.of(), _ -> false);
    Bits bits = Bits.of(rows, code);
    code.look(bits::look);
    List<Bit> single =
        Stream.generate(() -> new Bit(bits, random.nextInt(entries), random.nextBoolean()))
            .limit(5)
            .toList();
    single.forEach(code::truth);
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      long[] some = bits(random, words, i == 0 ? 3 : 4 * entries);
      long[] plain = bits(random, words, 20 * entries);
      Arrays.setAll(plain, w -> plain[w] & some[w]);
      groups.add(new Group(bits, some, plain));
      code.truth(groups.get(i));
    }
    Code.Made made = code.made().orElseThrow();
    Rows.Picked picked = rows.new Picked();
    for (int i = 0; i < 20; i++) {
      List<Long> values = values(random, most);
      long[] row = new long[slots];
      Arrays.setAll(row, _ -> values.get(random.nextInt(values.size())));
      picked.begin(row);
      picked.look(words);
      long[] worked = new long[made.places()];
      Arrays.fill(worked, Row.PENDING);
      made.written().look(row, worked, new int[0]);
      long[] found = new long[words];
      bits.may(worked, found);
      for (int word = 0; word < words; word++) {
        assertEquals(picked.may(word), found[word], () -> "may, of all, of " + seed);
        assertEquals(picked.may(word), bits.may(worked, word), () -> "may, of " + seed);
        assertEquals(picked.surely(word), bits.surely(worked, word), () -> "surely, of " + seed);
        for (long rest = found[word]; rest != 0; rest &= rest - 1) {
          int bit = Long.numberOfTrailingZeros(rest);
          boolean isSure = (picked.surely(word) >>> bit & 1) != 0;
          int entry = (word << 6) + bit;
          assertEquals(isSure, bits.isSure(worked, entry), () -> entry + ", of " + seed);
        }
      }
      for (int number = 0; number < single.size(); number++) {
        Bit bit = single.get(number);
        int word = bit.entry >> 6;
        long expected = bit.surely ? picked.surely(word) : picked.may(word);
        assertEquals(
            (expected >>> bit.entry & 1) != 0 ? Row.TRUE : Row.FALSE,
            made.written().truth(number, row, worked),
            () -> bit + ", of " + seed);
      }
      for (int each = 0; each < groups.size(); each++) {
        Group group = groups.get(each);
        int number = single.size() + each;
        int told = Row.FALSE;
        for (int word = 0; word < words; word++) {
          told = Math.max(told, (picked.may(word) & group.some[word]) != 0 ? Row.MAYBE : Row.FALSE);
          told =
              Math.max(told, (picked.surely(word) & group.plain[word]) != 0 ? Row.TRUE : Row.FALSE);
        }
        // What is asked twice is asked of a block that the first question has had made.
        for (int times = 0; times < 2; times++) {
          assertEquals(told, made.written().truth(number, row, worked), () -> "told, of " + seed);
        }
      }
    }
  }
}
