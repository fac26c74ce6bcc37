package org.hefu.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
