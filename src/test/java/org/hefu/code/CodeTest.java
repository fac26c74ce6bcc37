package org.hefu.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hefu.model.Row;
import org.junit.jupiter.api.Test;

/** What is written is worked out once for a flow, in its order, and is never too long. */
class CodeTest {
  private static int asked;

  /** What a step of these tests works out; it counts how often. */
  public static long twice(long value) {
    asked++;
    return 2 * value;
  }

  /** Twice what stands in another slot. */
  private record Twice(int slot, int of) implements Filling {
    @Override
    public void write(Writing code) {
      code.slot(of).call(CodeTest.class, "twice", long.class, long.class);
    }

    @Override
    public int size() {
      return 2;
    }
  }

  /** The same, asked of others. */
  private record Dear(int slot, int of) implements Filling {
    @Override
    public boolean isDear() {
      return true;
    }

    @Override
    public void write(Writing code) {
      new Twice(slot, of).write(code);
    }

    @Override
    public int size() {
      return 2;
    }
  }

  /** The truth that stands in a slot. */
  private record Truth(int slot) implements Writable {
    @Override
    public void write(Writing code) {
      code.slot(slot).narrowed();
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /** Where nothing is worked out yet. */
  private static long[] room(Code.Made made) {
    long[] worked = new long[made.places()];
    Arrays.fill(worked, Row.PENDING);
    return worked;
  }

  @Test
  void aStepIsTakenOnceAndOnlyWhenSomebodyAsks() {
    Code code = new Code(List.of(new Twice(1, 0), new Twice(2, 1)), _ -> false);
    int stated = code.truth(new Truth(0));
    int worked = code.truth(new Truth(2));
    code.truth(new Truth(2));
    Code.Made made = code.made().orElseThrow();
    long[] row = {3, 0, 0};
    long[] room = room(made);
    asked = 0;
    assertEquals(3, made.written().truth(stated, row, room));
    assertEquals(0, asked);
    assertEquals(12, made.written().truth(worked, row, room));
    assertEquals(12, made.written().truth(worked, row, room));
    assertEquals(2, asked);
    assertEquals(List.of(3L, 0L, 0L), Arrays.stream(row).boxed().toList());
  }

  @Test
  void whatIsAskedInOnePlaceNeedsNoRoomUnlessSomebodyElseReadsIt() {
    Code code = new Code(List.of(new Twice(1, 0), new Twice(2, 1)), _ -> false);
    code.keep(1);
    int number = code.truth(new Truth(2));
    Code.Made made = code.made().orElseThrow();
    long[] room = room(made);
    assertEquals(20, made.written().truth(number, new long[] {5, 0, 0}, room));
    assertEquals(Map.of(1, 0), made.placeOf());
    assertEquals(List.of(10L), Arrays.stream(room).boxed().toList());
  }

  @Test
  void aConditionThatIsAskedInTwoPlacesIsWorkedOutOnce() {
    Code code = new Code(List.of(), _ -> false);
    int one = code.truth(Joined.least(List.of(new Costly(0), new Truth(1))));
    int other = code.truth(Joined.greatest(List.of(new Costly(0), new Costly(1))));
    Code.Made made = code.made().orElseThrow();
    long[] row = {1, 2};
    long[] room = room(made);
    asked = 0;
    assertEquals(2, made.written().truth(one, row, room));
    assertEquals(1, asked);
    assertEquals(2, made.written().truth(other, row, room));
    assertEquals(1, asked);
    assertEquals(1, made.places());
  }

  /** Twice what stands in a slot, as a truth that is worth keeping. */
  private record Costly(int slot) implements Writable {
    @Override
    public Object key(Writing in) {
      return in.key(slot);
    }

    @Override
    public void write(Writing code) {
      code.slot(slot).call(CodeTest.class, "twice", long.class, long.class).narrowed();
    }

    @Override
    public int size() {
      return 10;
    }
  }

  @Test
  void whatMostFlowsAskForIsWorkedOutBeforeAllElse() {
    // What is asked first asks the others.
    Code code = new Code(List.of(new Twice(1, 0), new Twice(2, 1), new Twice(3, 2)), _ -> false);
    int[] numbers = {3, 2, 1, 3, 2, 1};
    Arrays.setAll(numbers, i -> code.truth(new Truth(numbers[i])));
    int third = code.made().orElseThrow().placeOf().get(3);
    Code.Made all = code.made(_ -> true).orElseThrow();
    assertEquals(all.places(), all.pending());
    long[] row = {1, 0, 0, 0};
    long[] room = room(all);
    asked = 0;
    all.written().look(row, room, new int[0]);
    assertEquals(3, asked);
    assertEquals(8, all.written().truth(numbers[0], row, room));
    assertEquals(4, all.written().truth(numbers[1], row, room));
    assertEquals(2, all.written().truth(numbers[2], row, room));
    assertEquals(3, asked);

    Code.Made one = code.made(place -> place == third).orElseThrow();
    assertEquals(one.places() - 2, one.pending());
    room = room(one);
    asked = 0;
    one.written().look(row, room, new int[0]);
    assertEquals(8, room[one.placeOf().get(3)]);
    assertEquals(3, asked);
    assertEquals(4, one.written().truth(numbers[1], row, room));
    assertEquals(3, asked);
  }

  @Test
  void whoMustAskOthersIsNotWorkedOutInVain() {
    Code code =
        new Code(
            List.of(new Dear(1, 0), new Twice(2, 1), new Twice(3, 0), new Twice(4, 2)), _ -> false);
    int[] numbers = {4, 3, 2, 4, 3, 2};
    Arrays.setAll(numbers, i -> code.truth(new Truth(numbers[i])));
    Code.Made made = code.made(_ -> true).orElseThrow();
    long[] row = {1, 0, 0, 0, 0};
    long[] room = room(made);
    asked = 0;
    made.written().look(row, room, new int[0]);
    assertEquals(1, asked);
    assertEquals(2, room[made.placeOf().get(3)]);
    assertEquals(8, made.written().truth(numbers[0], row, room));
    assertEquals(4, asked);
  }

  /** As many parts as are half a method. */
  private record Long(int slot, int of) implements Filling {
    private static final int PARTS = 90;

    @Override
    public void write(Writing code) {
      code.least(IntStream.range(0, PARTS).mapToObj(_ -> new Truth(of)).toList()).widened();
    }

    @Override
    public int size() {
      return PARTS;
    }
  }

  @Test
  void whatComesEarlyIsAsManyMethodsAsItNeeds() {
    int many = 12;
    List<Filling> steps = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      // The first is read by the second alone, and so stands within it.
      steps.add(new Long(1 + 2 * i, 0));
      steps.add(new Twice(2 + 2 * i, 1 + 2 * i));
    }
    Code code = new Code(steps, _ -> false);
    for (int i = 0; i < 2 * many; i++) {
      code.truth(new Truth(2 + 2 * (i / 2)));
    }
    Set<Object> several = new HashSet<>();
    new Pass(code, several).written();
    Pass before = new Pass(code, several, Early.NOTHING);
    before.written();
    byte[] bytes = new Pass(code, several, before.early(_ -> true)).written();
    // Longer ones the JVM does not compile.
    for (MethodModel each : ClassFile.of().parse(Objects.requireNonNull(bytes)).methods()) {
      int length = ((CodeAttribute) each.code().orElseThrow()).codeLength();
      assertTrue(length < 8000, () -> each + ": " + length);
    }
    Code.Made made = code.made(_ -> true).orElseThrow();
    assertEquals(many, made.pending());
    long[] room = room(made);
    for (int truth = Row.FALSE; truth <= Row.TRUE; truth++) {
      long[] row = new long[1 + 2 * many];
      row[0] = truth;
      made.written().look(row, room, new int[0]);
      for (int number = 0; number < 2 * many; number++) {
        assertEquals(2 * truth, made.written().truth(number, row, room));
      }
    }
  }

  @Test
  void whatIsLookedAtFirstIsWorkedOutBeforeThat() {
    Code code = new Code(List.of(new Twice(1, 0), new Twice(2, 1), new Twice(3, 0)), _ -> false);
    int place = code.place();
    code.look(to -> to.slot(2).put(place));
    int[] numbers = {3, 2, 1, 3, 2, 1};
    Arrays.setAll(numbers, i -> code.truth(new Truth(numbers[i])));
    Code.Made made = code.made(_ -> true).orElseThrow();
    long[] row = {1, 0, 0, 0};
    long[] room = room(made);
    asked = 0;
    made.written().look(row, room, new int[0]);
    assertEquals(4, room[place]);
    assertEquals(3, asked);
    assertEquals(2, made.written().truth(numbers[0], row, room));
  }

  /** Asks somebody who is not written for what stands in a slot. */
  private record Elsewhere(int slot, Seldom whom) implements Filling {
    @Override
    public void write(Writing code) {
      code.seldom(whom, slot).widened();
    }

    @Override
    public int size() {
      return 2;
    }
  }

  @Test
  void whatNobodyCanForeseeWaits() {
    Code.Made[] made = new Code.Made[1];
    int[] number = new int[1];
    Seldom whom = (_, row, room) -> made[0].written().truth(number[0], row, room);
    Code code = new Code(List.of(new Elsewhere(1, whom), new Twice(2, 0)), _ -> false);
    int elsewhere = code.truth(new Truth(1));
    code.truth(new Truth(1));
    number[0] = code.truth(new Truth(2));
    code.truth(new Truth(2));
    made[0] = code.made(_ -> true).orElseThrow();
    long[] row = {1, 0, 0};
    long[] room = room(made[0]);
    made[0].written().look(row, room, new int[0]);
    assertEquals(Row.PENDING, room[made[0].placeOf().get(1)]);
    assertEquals(2, made[0].written().truth(elsewhere, row, room));
  }

  @Test
  void aStepReadsWhatTheFlowStatesOfWhatALaterOneFillsIn() {
    Code code = new Code(List.of(new Twice(1, 2), new Twice(2, 0)), _ -> false);
    int number = code.truth(new Truth(1));
    Code.Made made = code.made().orElseThrow();
    assertEquals(10, made.written().truth(number, new long[] {1, 0, 5}, room(made)));
  }

  @Test
  void whatIsLeftOutIsFalse() {
    Code code = new Code(List.of(new Twice(1, 0)), slot -> slot == 1);
    int number = code.truth(new Truth(1));
    Code.Made made = code.made().orElseThrow();
    assertEquals(Row.FALSE, made.written().truth(number, new long[] {1, 1}, room(made)));
  }

  @Test
  void manyConditionsOfManyPartsAreManyMethods() {
    int many = 3000;
    List<Truth> parts = new ArrayList<>(IntStream.range(0, many).mapToObj(Truth::new).toList());
    Code code = new Code(List.of(), _ -> false);
    int all = code.truth(Joined.greatest(parts));
    List<Integer> numbers = parts.stream().map(code::truth).toList();
    Written written = code.made().orElseThrow().written();
    long[] row = new long[many];
    assertEquals(Row.FALSE, written.truth(all, row, row));
    row[many - 1] = Row.MAYBE;
    assertEquals(Row.MAYBE, written.truth(all, row, row));
    row[many / 2] = Row.TRUE;
    assertEquals(Row.TRUE, written.truth(all, row, row));
    assertEquals(Row.FALSE, written.truth(numbers.get(1), row, row));
    assertEquals(Row.TRUE, written.truth(numbers.get(many / 2), row, row));
    assertEquals(Row.MAYBE, written.truth(numbers.get(many - 1), row, row));
  }

  @Test
  void whatIsTooMuchIsNotWritten() {
    Code code = new Code(List.of(), _ -> false);
    code.truth(Joined.greatest(IntStream.range(0, 20_000).mapToObj(Truth::new).toList()));
    assertEquals(Optional.empty(), code.made());
  }

  @Test
  void whatCannotBeWrittenLeavesAllUnwritten() {
    Code code = new Code(List.of(), _ -> false);
    code.truth(new Some(to -> to.number(Row.TRUE).refuse()));
    assertTrue(code.made().isEmpty());
  }

  @Test
  void aMethodThatNoClassCanHoldIsNotWritten() {
    Code code = new Code(List.of(), _ -> false);
    code.truth(
        new Some(to -> {
          for (int i = 0; i < 30_000; i++) {
            to.slot(1).narrowed();
            to.call(Math.class, "abs", int.class, int.class);
          }
        }));
    assertTrue(code.made().isEmpty());
  }

  /**
   * A tree that tells numbers apart by their digits to the base of three, the last one first; every
   * other digit stands in a byte.
   */
  private static Tree digits(int digits, int before, int number) {
    if (digits == 0) {
      return new Tree.Leaf(number);
    }
    List<Tree.Branch> branches = new ArrayList<>();
    // The last range has no end.
    for (int digit = 0; digit < 3; digit++) {
      Tree then = digits(digits - 1, before + 1, 3 * number + digit);
      branches.add(new Tree.Branch(digit, digit < 2 ? digit : java.lang.Long.MAX_VALUE, then));
    }
    int slot = before;
    return new Tree.Fork(
        new Some(to -> {
          if (slot % 2 == 0) {
            to.stated(slot);
          } else {
            to.small(slot);
          }
        }),
        branches);
  }

  @Test
  void aTreeOfManyMethodsTellsWhatItsQuestionsComeTo() {
    int digits = 6;
    Code code = new Code(List.of(), _ -> false);
    Tree tree = digits(digits, 0, 0);
    code.tree((Tree.Fork) tree, 729);
    byte[] bytes = new Pass(code, new HashSet<>(), Early.NOTHING).written();
    List<MethodModel> methods = ClassFile.of().parse(Objects.requireNonNull(bytes)).methods();
    assertTrue(methods.size() > 10, () -> "of one method: " + methods.size());
    for (MethodModel each : methods) {
      each.code()
          .ifPresent(c -> assertTrue(((CodeAttribute) c).codeLength() < 8000, each::toString));
    }
    Written written = code.made().orElseThrow().written();
    long[] row = new long[digits];
    byte[] small = new byte[digits];
    Arrays.fill(small, (byte) 100);
    for (int number = 0; number < Math.pow(3, digits); number++) {
      int rest = number;
      for (int i = digits - 1; i >= 0; i--) {
        if (i % 2 == 0) {
          row[i] = rest % 3;
        } else {
          small[i] = (byte) (rest % 3);
        }
        rest /= 3;
      }
      assertEquals(number, written.trees(row, row, small));
    }
    row[0] = java.lang.Long.MAX_VALUE;
    small[digits - 1] = Byte.MAX_VALUE;
    assertEquals(728, written.trees(row, row, small));
    small[digits - 1] = -1;
    assertEquals(Tree.NONE, written.trees(row, row, small));
    assertEquals(new Tree.Leaf(Tree.NONE), ((Tree.Fork) tree).at(-1));
  }

  @Test
  void whereNoTreeWasWrittenNothingIsTold() {
    Code code = new Code(List.of(), _ -> false);
    code.truth(new Truth(0));
    Written written = code.made().orElseThrow().written();
    assertEquals(Tree.NONE, written.trees(new long[1], new long[1], new byte[1]));
  }

  /** Something that passes for small. */
  private record Some(Consumer<Writing> body) implements Writable {
    @Override
    public void write(Writing code) {
      body.accept(code);
    }

    @Override
    public int size() {
      return 1;
    }
  }
}
