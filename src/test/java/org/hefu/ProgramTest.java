package org.hefu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Fact;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.seek.Decide;
import org.hefu.text.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What the engine refuses to decide, whichever way it is asked. */
class ProgramTest {
  /** After so many questions there is an index for these modules, and code. */
  private static final int OFTEN = 1100;

  private static final Asked TINY = Asked.of(Set.of("tiny"));

  /** With a module that has no text. */
  private static final Policy POLICY = policy(HefuTest.POLICY, "module words\nuse tiny\n");

  private static Policy policy(String tiny, String words) {
    Load.Loaded loaded =
        Load.texts(List.of(new Source("tiny.hefu", tiny), new Source("words.hefu", words)), false);
    return loaded.policy().orElseThrow(() -> new AssertionError(loaded.problems()));
  }

  private static List<Program> programs() {
    return List.of(Program.of(POLICY), Program.once(POLICY), Program.often(POLICY));
  }

  private static Facts facts() {
    String flow = "{\"act\": \"export\", \"on\": \"2026-06-30\", \"people\": 1}";
    return ReadFlow.file(new Source("flow", flow), false, POLICY).facts().orElseThrow();
  }

  private static Fact fact(String name) {
    return POLICY.request().at(List.of(name)).flatMap(Policy.Field::fact).orElseThrow();
  }

  private static Facts without(String name) {
    Facts facts = facts();
    facts.set(fact(name), Row.UNKNOWN);
    return facts;
  }

  /** Facts of another policy. */
  private static Facts others() {
    return new Facts(policy(HefuTest.POLICY, "module words"));
  }

  /** Every way to ask. */
  private static List<Executable> ways(Program program, Facts facts, Asked asked) {
    return List.of(
        () -> program.outcome(facts, asked),
        () -> program.decide(facts, asked),
        () -> program.decide(facts, asked.alsoDrafts()),
        () -> program.trials(facts, asked, false),
        () -> Decide.outcome(program, facts, asked),
        () -> Decide.flow(program, facts, asked));
  }

  /** Asks in every way, the first time and after many; says what is said each time. */
  private static void refuses(String message, Program program, Facts facts, Asked asked) {
    for (Executable way : ways(program, facts, asked)) {
      for (int i = 0; i < OFTEN; i++) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, way).getMessage());
      }
    }
  }

  private static void oftenAsked(Program program) {
    Facts facts = facts();
    for (int i = 0; i < OFTEN; i++) {
      assertEquals(Outcome.UNDETERMINED, program.outcome(facts, TINY));
      assertEquals(Outcome.UNDETERMINED, program.outcome(facts, Asked.ALL));
    }
  }

  @Test
  void aModuleThatIsNoneIsToldAsOnTheCommandLine() {
    String message =
        "--using:1:1: error: there is no module `tinny`; did you mean `tiny`? [unknown-module]";
    for (Program program : programs()) {
      refuses(message, program, facts(), Asked.of(Set.of("tinny")));
      refuses(message, program, facts(), Asked.of(Set.of("tiny", "tinny")));
      oftenAsked(program);
      refuses(message, program, facts(), Asked.of(Set.of("tinny")));
    }
  }

  @Test
  void aModuleWithoutATextIsNoneToAsk() {
    for (Program program : programs()) {
      refuses(
          "--using:1:1: error: there is no module `words` [unknown-module]",
          program,
          facts(),
          Asked.of(Set.of("words")));
    }
  }

  @Test
  void whatMustBeStatedIsAskedForHoweverTheAnswerIsFound() {
    String day = "flow:1:1: error: the flow must state `on`; On which day? [missing-fact]";
    String act = "flow:1:1: error: the flow must state `act` [missing-fact]";
    for (Program program : programs()) {
      for (Asked asked : List.of(Asked.ALL, TINY)) {
        refuses(day, program, without("on"), asked);
        refuses(act, program, without("act"), asked);
        refuses(act + "\n" + day, program, new Facts(POLICY), asked);
      }
      oftenAsked(program);
      refuses(day, program, without("on"), Asked.ALL);
      refuses(day, program, without("on"), TINY);
    }
  }

  @Test
  void factsOfAnotherPolicyAreRefusedHoweverTheAnswerIsFound() {
    String message = "these facts were read for another policy";
    for (Program program : programs()) {
      refuses(message, program, others(), Asked.ALL);
      refuses(message, program, others(), TINY);
      oftenAsked(program);
      refuses(message, program, others(), Asked.ALL);
    }
  }

  @Test
  void whatIsStatedAndTakenBackIsCounted() {
    Facts facts = without("on");
    Facts copy = facts.copy();
    Fact on = fact("on");
    assertFalse(facts.hasRequired());
    facts.set(on, 20_000);
    facts.set(on, 20_001);
    assertTrue(facts.hasRequired());
    assertFalse(copy.hasRequired());
    facts.set(on, Row.UNKNOWN);
    assertFalse(facts.hasRequired());
    facts.set(on, 20_000);
    assertTrue(facts.copy().hasRequired());
    facts.set(fact("people"), Row.UNKNOWN);
    assertTrue(facts.hasRequired());
  }

  @Test
  void aChineseReaderIsToldInChinese() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    try {
      refuses(
          "--using:1:1: 错误: 没有模块 `tinny`; 是否指 `tiny`？ [unknown-module]",
          Program.of(POLICY),
          facts(),
          Asked.of(Set.of("tinny")));
      refuses(
          "flow:1:1: 错误: 流动必须陈述 `on`; 哪一天？ [missing-fact]",
          Program.of(POLICY),
          without("on"),
          Asked.ALL);
      refuses("这些事实是为另一个策略读取的", Program.of(POLICY), others(), Asked.ALL);
    } finally {
      Locale.setDefault(before);
    }
  }
}
