package org.hefu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.graalvm.polyglot.Engine;
import org.hefu.decide.Decision;
import org.hefu.decide.DecisionJson;
import org.hefu.decide.Explain;
import org.hefu.decide.Look;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.format.Format;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.parse.Parse;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.text.Language;
import org.hefu.text.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Deep and wide policies are read, laid out, checked, decided and explained, all on the small stack
 * of an ordinary thread. The sizes are such that anything quadratic would be felt.
 */
class GrowthTest {
  private static final int DEEP = 5_000;
  private static final int WIDE = 20_000;

  /** Bytes. */
  private static final long SMALL_STACK = 512 << 10;

  @TestFactory
  Stream<DynamicTest> deep() {
    Map<String, Supplier<List<Source>>> shapes = new LinkedHashMap<>();
    for (Grown.Nested how : Grown.Nested.values()) {
      shapes.put(how.name(), () -> Grown.condition(Grown.nested(how, DEEP)));
    }
    shapes.put("definitions", () -> Grown.definitions(DEEP, false));
    shapes.put("definitions backwards", () -> Grown.definitions(DEEP, true));
    shapes.put("predicates", () -> Grown.predicates(DEEP));
    shapes.put("members", () -> Grown.members(DEEP, true));
    shapes.put("records", () -> Grown.records(DEEP));
    shapes.put("scenarios backwards", () -> Grown.scenarios(DEEP, true));
    return tests(shapes);
  }

  @TestFactory
  Stream<DynamicTest> wide() {
    Map<String, Supplier<List<Source>>> shapes = new LinkedHashMap<>();
    shapes.put("and", () -> Grown.condition(Grown.joined("and", WIDE)));
    shapes.put("or", () -> Grown.condition(Grown.joined("or", WIDE)));
    shapes.put("rules", () -> Grown.rules(WIDE / 4));
    shapes.put("overrides", () -> Grown.overrides(WIDE / 4));
    shapes.put("exemptions", () -> Grown.exemptions(WIDE / 10));
    shapes.put("despite", () -> Grown.despite(WIDE / 4));
    shapes.put("procedures", () -> Grown.procedures(WIDE / 10));
    shapes.put("facts", () -> Grown.facts(WIDE / 4));
    shapes.put("members", () -> Grown.members(WIDE, false));
    shapes.put("choices", () -> Grown.choices(WIDE / 4));
    shapes.put("words", () -> Grown.words(WIDE / 10));
    shapes.put("modules", () -> Grown.modules(WIDE / 100));
    return tests(shapes);
  }

  private static Stream<DynamicTest> tests(Map<String, Supplier<List<Source>>> shapes) {
    return shapes.entrySet().stream()
        .map(shape ->
            DynamicTest.dynamicTest(
                shape.getKey(), () -> onSmallStack(() -> goesThrough(shape.getValue().get()))));
  }

  private static void goesThrough(List<Source> texts) {
    for (Source text : texts) {
      String laidOut = Format.text(Parse.tokens(text), text, Optional.of(Language.ZH));
      assertEquals(List.of(), Parse.file(new Source(text.name(), laidOut)).problems());
    }
    Program program = Program.of(policy(texts));
    Facts facts = facts(program);
    Decision decision = program.decide(facts, Asked.ALL);
    assertEquals(decision.outcome(), program.outcome(facts, Asked.ALL));
    Program often = Program.often(program.policy());
    assertEquals(decision.outcome(), often.outcome(facts, Asked.ALL));
    assertEquals(
        DecisionJson.text(decision, "flow"),
        DecisionJson.text(often.decide(facts, Asked.ALL), "flow"));
    assertTrue(Explain.text(decision, Look.plain(Language.EN)).length() > 100);
    assertTrue(DecisionJson.text(decision, "flow").startsWith("{"));
  }

  @Test
  void whatIsCutIntoPartsMeansTheSame() {
    // c is unknown, a true, b false.
    assertEquals(Outcome.PROHIBITED, outcome(Grown.nested(Grown.Nested.PARENTHESES, DEEP)));
    assertEquals(Outcome.PROHIBITED, outcome(Grown.nested(Grown.Nested.NOT, DEEP)));
    assertEquals(Outcome.PERMITTED, outcome("not " + Grown.nested(Grown.Nested.NOT, DEEP)));
    assertEquals(Outcome.UNDETERMINED, outcome(Grown.nested(Grown.Nested.AND_OR, DEEP)));
    assertEquals(Outcome.PROHIBITED, outcome(Grown.joined("or", WIDE) + " or a"));
    assertEquals(Outcome.PERMITTED, outcome(Grown.joined("and", WIDE) + " and b"));
    assertEquals(Outcome.UNDETERMINED, outcome(Grown.joined("and", WIDE) + " and a"));
    assertEquals(Outcome.PERMITTED, outcome("not (" + Grown.joined("or", WIDE) + " or a)"));
    String sum = "1" + " + 1".repeat(DEEP - 1);
    assertEquals(Outcome.PROHIBITED, outcome(sum + " >= " + DEEP));
    assertEquals(Outcome.PERMITTED, outcome(sum + " > " + DEEP));
  }

  @Test
  void whatIsCutIntoPartsIsExplainedInItsAuthorsWords() {
    Program program =
        Program.of(policy(Grown.condition(Grown.joined("and", 1000) + " and (b or not a)")));
    Decision decision = program.decide(facts(program), Asked.ALL);
    assertEquals(1 + 1 + 1001 + 1, decision.elements(decision.findings().getFirst()).size());
    String json = DecisionJson.text(decision, "flow");
    assertTrue(json.contains("\"zh\": \"n > 999\""), json.substring(0, 2000));
    assertTrue(json.contains("\"zh\": \"(b or not a)\"") || json.contains("\"b or not a\""));
  }

  @Test
  void aChainThatIsTooLongIsToldWhereItIs() {
    Problem problem = Load.texts(Grown.predicates(51_000), false).problems().getFirst();
    assertEquals(Code.TOO_DEEP, problem.code());
    assertEquals("t1.hefu", problem.span().source().name());
  }

  @Test
  void manyMistakesAreToldAtOnce() {
    assertEquals(WIDE / 4, Load.texts(Grown.unknown(WIDE / 4), false).problems().size());
  }

  /** No part of a long condition is too large to be compiled. */
  @Test
  @Tag("jit")
  void longConditionsAreCompiled() {
    try (Engine engine = Engine.create()) {
      assertNotEquals("Interpreted", engine.getImplementationName());
    }
    List<List<Source>> shapes =
        List.of(
            Grown.condition(Grown.joined("or", WIDE)),
            Grown.condition(Grown.nested(Grown.Nested.AND_OR, DEEP)),
            Grown.rules(2000));
    for (List<Source> shape : shapes) {
      Program program = Program.of(policy(shape));
      Facts facts = facts(program);
      Outcome first = program.outcome(facts, Asked.ALL);
      for (int i = 0; i < 3000; i++) {
        assertEquals(first, program.outcome(facts, Asked.ALL));
      }
    }
  }

  private static Outcome outcome(String condition) {
    Program program = Program.of(policy(Grown.condition(condition)));
    Facts facts = facts(program);
    Outcome outcome = program.outcome(facts, Asked.ALL);
    assertEquals(outcome, Program.often(program.policy()).outcome(facts, Asked.ALL));
    return outcome;
  }

  private static Policy policy(List<Source> texts) {
    Load.Loaded loaded = Load.texts(texts, false);
    List<Problem> errors = loaded.problems().stream().filter(Problem::isError).toList();
    assertEquals(List.of(), errors.subList(0, Math.min(3, errors.size())));
    return loaded.policy().orElseThrow();
  }

  private static Facts facts(Program program) {
    return ReadFlow.file(new Source("flow", Grown.FLOW), false, program.policy())
        .facts()
        .orElseThrow();
  }

  private static void onSmallStack(Runnable work) throws InterruptedException {
    List<Throwable> thrown = new ArrayList<>();
    Thread thread = new Thread(null, work, "small", SMALL_STACK);
    thread.setUncaughtExceptionHandler((_, e) -> thrown.add(e));
    thread.start();
    thread.join();
    assertEquals(List.of(), thrown);
  }
}
