package org.hefu.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hefu.code.Code;
import org.hefu.model.Row;

/** Strong Kleene logic: an unknown stands for either truth, and for nothing else. */
class KleeneLaws {
  private static final int FACTS = 4;
  private static final VirtualFrame FRAME =
      Truffle.getRuntime().createVirtualFrame(new Object[0], new FrameDescriptor());

  /**
   * A condition as data; {@link #node} makes nodes of it, {@link #truth} works it out by the book
   * for known facts.
   */
  sealed interface Formula {
    record Fact(int slot) implements Formula {}

    record Constant(int truth) implements Formula {}

    record Not(Formula part) implements Formula {}

    record And(List<Formula> parts) implements Formula {}

    record Or(List<Formula> parts) implements Formula {}

    record Same(Formula left, Formula right) implements Formula {}
  }

  /** With every fact known, it is plain two-valued logic. */
  @Property
  void knownFactsGiveTwoValuedLogic(
      @ForAll("formulas") Formula formula, @ForAll("known") long[] row) {
    assertEquals(truth(formula, row) ? Row.TRUE : Row.FALSE, run(formula, row));
  }

  /** What is decided with facts unknown stays so, however they turn out. */
  @Property
  void whatIsDecidedStaysDecided(@ForAll("formulas") Formula formula, @ForAll("rows") long[] row) {
    int decided = run(formula, row);
    if (decided != Row.MAYBE) {
      for (long[] completed : completions(row)) {
        assertEquals(decided, run(formula, completed));
      }
    }
  }

  /**
   * An unknown fact that a condition mentions once leaves it open exactly when its two truths
   * differ.
   */
  @Property
  void nothingIsOpenThatBothTruthsAgreeOn(@ForAll("rows") long[] row) {
    Formula once =
        new Formula.And(
            List.of(
                new Formula.Fact(0),
                new Formula.Or(List.of(new Formula.Not(new Formula.Fact(1)), new Formula.Fact(2))),
                new Formula.Not(new Formula.Fact(3))));
    Set<Integer> truths = Set.copyOf(completions(row).stream().map(c -> run(once, c)).toList());
    assertEquals(truths.size() > 1 ? Row.MAYBE : truths.iterator().next(), run(once, row));
  }

  @Property
  void deMorgan(
      @ForAll("formulas") Formula a, @ForAll("formulas") Formula b, @ForAll("rows") long[] row) {
    Formula notBoth = new Formula.Not(new Formula.And(List.of(a, b)));
    Formula eitherNot = new Formula.Or(List.of(new Formula.Not(a), new Formula.Not(b)));
    assertEquals(run(notBoth, row), run(eitherNot, row));
  }

  @Property
  void orderAndDoubtDoNotMatter(
      @ForAll("formulas") Formula a, @ForAll("formulas") Formula b, @ForAll("rows") long[] row) {
    assertEquals(
        run(new Formula.And(List.of(a, b)), row), run(new Formula.And(List.of(b, a)), row));
    assertEquals(run(new Formula.Or(List.of(a, b)), row), run(new Formula.Or(List.of(b, a)), row));
    assertEquals(run(a, row), run(new Formula.Not(new Formula.Not(a)), row));
  }

  /** Code says of a condition what its nodes say. */
  @Property(tries = 200)
  void codeSaysTheSame(@ForAll("formulas") Formula formula, @ForAll("rows") long[] row) {
    Code code = new Code(List.of(), _ -> false);
    int number = code.truth(node(formula));
    Code.Made made = code.made().orElseThrow();
    // What stands in it twice is kept.
    long[] worked = new long[made.places()];
    Arrays.fill(worked, Row.PENDING);
    assertEquals(run(formula, row), made.written().truth(number, row, worked));
  }

  @Property
  void comparingWithAnUnknownIsUnknown(@ForAll long value, @ForAll boolean orEqual) {
    ValueNode unknown = new ConstantValueNode(Row.UNKNOWN);
    ValueNode known = new ConstantValueNode(value == Row.UNKNOWN ? 0 : value);
    long[] row = {};
    assertEquals(Row.MAYBE, new LessNode(unknown, known, orEqual).execute(FRAME, row));
    assertEquals(Row.MAYBE, new LessNode(known, unknown, orEqual).execute(FRAME, row));
    assertEquals(Row.MAYBE, new SameValueNode(unknown, known).execute(FRAME, row));
    assertEquals(Row.UNKNOWN, new SumNode(known, unknown, orEqual).execute(FRAME, row));
  }

  @Property
  void lessAndAtMostSplitAtTheNumber(@ForAll int limit) {
    for (long value = limit - 1L; value <= limit + 1L; value++) {
      ValueNode fact = new ConstantValueNode(value);
      ValueNode number = new ConstantValueNode(limit);
      assertEquals(
          value < limit ? Row.TRUE : Row.FALSE,
          new LessNode(fact, number, false).execute(FRAME, new long[0]));
      assertEquals(
          value <= limit ? Row.TRUE : Row.FALSE,
          new LessNode(fact, number, true).execute(FRAME, new long[0]));
    }
  }

  @Provide
  Arbitrary<Formula> formulas() {
    Arbitrary<Formula> leaves =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, FACTS - 1).map(Formula.Fact::new),
            Arbitraries.of(new Formula.Constant(Row.TRUE), new Formula.Constant(Row.FALSE)));
    return Arbitraries.recursive(
        () -> leaves,
        below ->
            Arbitraries.oneOf(
                below,
                below.map(Formula.Not::new),
                below.list().ofMaxSize(4).map(Formula.And::new),
                below.list().ofMaxSize(4).map(Formula.Or::new),
                Combinators.combine(below, below).as(Formula.Same::new)),
        1,
        4);
  }

  @Provide
  Arbitrary<long[]> rows() {
    return Arbitraries.of((long) Row.FALSE, (long) Row.MAYBE, (long) Row.TRUE)
        .array(long[].class)
        .ofSize(FACTS);
  }

  @Provide
  Arbitrary<long[]> known() {
    return Arbitraries.of((long) Row.FALSE, (long) Row.TRUE).array(long[].class).ofSize(FACTS);
  }

  private static int run(Formula formula, long[] row) {
    int truth = node(formula).execute(FRAME, row);
    assertTrue(truth >= Row.FALSE && truth <= Row.TRUE);
    return truth;
  }

  private static TruthNode node(Formula formula) {
    return switch (formula) {
      case Formula.Fact(var slot) -> new ReadTruthNode(slot);
      case Formula.Constant(var truth) -> new ConstantTruthNode(truth);
      case Formula.Not(var part) -> new NotNode(node(part));
      case Formula.And(var parts) -> new AndNode(nodes(parts));
      case Formula.Or(var parts) -> new OrNode(nodes(parts));
      case Formula.Same(var left, var right) -> new SameTruthNode(node(left), node(right));
    };
  }

  private static TruthNode[] nodes(List<Formula> parts) {
    return parts.stream().map(KleeneLaws::node).toArray(TruthNode[]::new);
  }

  private static boolean truth(Formula formula, long[] row) {
    return switch (formula) {
      case Formula.Fact(var slot) -> row[slot] == Row.TRUE;
      case Formula.Constant(var truth) -> truth == Row.TRUE;
      case Formula.Not(var part) -> !truth(part, row);
      case Formula.And(var parts) -> parts.stream().allMatch(p -> truth(p, row));
      case Formula.Or(var parts) -> parts.stream().anyMatch(p -> truth(p, row));
      case Formula.Same(var left, var right) -> truth(left, row) == truth(right, row);
    };
  }

  private static List<long[]> completions(long[] row) {
    List<long[]> all = List.of(row.clone());
    for (int i = 0; i < row.length; i++) {
      if (row[i] == Row.MAYBE) {
        List<long[]> more = new ArrayList<>();
        for (long[] each : all) {
          for (int truth : new int[] {Row.FALSE, Row.TRUE}) {
            long[] completed = each.clone();
            completed[i] = truth;
            more.add(completed);
          }
        }
        all = more;
      }
    }
    return all;
  }
}
