package org.hefu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hefu.decide.Decision;
import org.hefu.engine.Asked;
import org.hefu.fact.Facts;
import org.hefu.model.Fact;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.text.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The API as a Java program uses it. */
class HefuTest {
  static final String POLICY =
      """
      module tiny
      kind Act { export keep }
      kind Stage { planned completed }
      unit people（人）
      request Flow {
        act（行为）: Act required
        on: date required "哪一天？" "On which day?"
        stage: Stage
        handler: Handler
        people: number people
      }
      record Handler { ciio: boolean assessed: boolean }
      instrument "一部规定" "A rule" {
        rank: department_rule
        in_force: 2024-03-22 ..
      }
      rule assessed_first (art 7) {
        require handler.assessed before export
        when handler.ciio or people >= 100万
      }
      rule small (art 5) {
        exempt export from handler.assessed
        when not handler.ciio and people < 10万
      }
      """;

  private static final Hefu TINY = Hefu.loadTexts(List.of(new Source("tiny.hefu", POLICY)));

  @Test
  void decidesWhatJsonStates() {
    assertEquals(
        Outcome.PERMITTED,
        outcome(
            "{'act': 'export', 'on': '2026-06-30', 'people': 999999, 'handler': {'ciio': false}}"));
    assertEquals(
        Outcome.UNDETERMINED,
        outcome("{'act': 'export', 'on': '2026-06-30', 'people': 1000000, 'handler.ciio': false}"));
    assertEquals(
        Outcome.CONDITIONAL,
        outcome(
            "{'act': 'export', 'on': '2026-06-30', 'stage': 'planned', 'people': '100万', 'handler.ciio': null}"));
    assertEquals(
        Outcome.PERMITTED,
        outcome("{'行为': 'export', 'on': '2024年3月22日', 'people': 1, 'handler.ciio': false}"));
    assertEquals(
        Outcome.UNREGULATED, outcome("{'act': 'export', 'on': '2024-03-21', 'people': 1}"));
    assertEquals(Outcome.UNREGULATED, outcome("{'act': 'keep', 'on': '2026-06-30'}"));
  }

  @Test
  void decidesWhatAMapStates() {
    Facts facts =
        TINY.facts(
            Map.of(
                "act",
                "export",
                "on",
                "2026-06-30",
                "stage",
                "planned",
                "people",
                5,
                "handler",
                Map.of("ciio", true)));
    Decision decision = TINY.decide(facts);
    assertEquals(Outcome.CONDITIONAL, decision.outcome());
    assertEquals(
        "handler.assessed",
        decision.requirements().getFirst().choices().getFirst().procedure().names().name());
    assertEquals("tiny.assessed_first", decision.findings().getFirst().rule().name());
  }

  @Test
  void draftsAreToldBesideTheDecision() {
    String draft =
        """
        module tiny.draft
        use tiny
        instrument "草案" "A draft" { rank: law status: draft }
        rule no_export (art 1) { forbid export }
        """;
    Hefu hefu =
        Hefu.loadTexts(
            List.of(new Source("tiny.hefu", POLICY), new Source("tiny.draft.hefu", draft)));
    Facts facts =
        hefu.facts(Map.of("act", "export", "on", "2026-06-30", "people", 5, "handler.ciio", false));
    assertEquals(Optional.empty(), hefu.decide(facts).ifAdopted());
    Decision decision = hefu.decide(facts, Asked.ALL.alsoDrafts());
    assertEquals(Outcome.PERMITTED, decision.outcome());
    assertEquals(Outcome.PERMITTED, hefu.outcome(facts));
    assertEquals(Outcome.PROHIBITED, decision.ifAdopted().orElseThrow().outcome());
    assertEquals(Outcome.UNREGULATED, hefu.decide(facts, Asked.of(Set.of("tiny.draft"))).outcome());
  }

  @Test
  void aDraftVersionWouldStandInPlaceOfTheTextInForce() {
    String amended =
        POLICY
            .replace("in_force: 2024-03-22 ..", "")
            .replace(
                "rank: department_rule",
                """
                rank: department_rule
                version v1 "旧" "old" { in_force: 2024-03-22 .. }
                version v2 "草案" "draft" { status: draft }
                """)
            .replace("(art 7)", "(art 7 of v1)");
    Hefu hefu = Hefu.loadTexts(List.of(new Source("tiny.hefu", amended)));
    Facts facts =
        hefu.facts(
            Map.of("act", "export", "on", "2026-06-30", "stage", "planned", "handler.ciio", true));
    Decision decision = hefu.decide(facts, Asked.ALL.alsoDrafts());
    assertEquals(Outcome.CONDITIONAL, decision.outcome());
    assertEquals(Outcome.PERMITTED, decision.ifAdopted().orElseThrow().outcome());
  }

  @Test
  void factsThatAreNoneAreTold() {
    PolicyException told =
        assertThrows(
            PolicyException.class, () -> TINY.facts("{\"act\": \"exprt\", \"pepole\": 3}"));
    assertEquals(
        List.of(Code.MISSING_FACT, Code.IMPOSSIBLE_VALUE, Code.UNKNOWN_FIELD),
        told.problems().stream().map(p -> p.code()).toList());
  }

  @Test
  void aFaultyPolicyIsTold() {
    Source faulty = new Source("faulty.hefu", POLICY.replace("people < 10万", "pepole < 10万"));
    PolicyException told =
        assertThrows(PolicyException.class, () -> Hefu.loadTexts(List.of(faulty)));
    assertEquals(Code.UNKNOWN_NAME, told.problems().getFirst().code());
    assertTrue(told.getMessage().startsWith("faulty.hefu:23:29: "), told.getMessage());
  }

  @Test
  void factsOfAnotherPolicyAreRefused() {
    Hefu other = Hefu.loadTexts(List.of(new Source("other.hefu", POLICY)));
    Facts facts = other.facts("{\"act\": \"keep\", \"on\": \"2026-06-30\"}");
    assertThrows(IllegalArgumentException.class, () -> TINY.outcome(facts));
  }

  @Test
  void reasonsReadLaterAreThoseOfTheFlowAsItWas() {
    Facts facts = TINY.facts("{\"act\": \"export\", \"on\": \"2026-06-30\", \"people\": 1}");
    Fact people =
        TINY.policy().request().facts().stream()
            .filter(f -> f.name().equals("people"))
            .findFirst()
            .orElseThrow();
    Decision decision = TINY.decide(facts);
    String before = TINY.decide(facts.copy()).hashes().flow();
    facts.set(people, 20_000_000_000L);
    assertEquals(before, decision.hashes().flow());
    assertEquals(
        List.of("1 people"),
        decision.facts().stream()
            .filter(f -> f.fact().equals(people))
            .map(f -> f.value().orElseThrow().en())
            .toList());
  }

  @Test
  void questionsMayBePutToSomeModulesOnly() {
    Hefu hefu =
        Hefu.loadTexts(
            List.of(
                new Source("tiny.hefu", POLICY),
                new Source(
                    "elsewhere.hefu",
                    """
                    module elsewhere
                    instrument "另一部规定" "Another rule" {
                      rank: department_rule
                      in_force: 2024-03-22 ..
                    }
                    """)));
    Facts facts = hefu.facts("{\"act\": \"export\", \"on\": \"2026-06-30\", \"people\": 1}");
    assertEquals(Outcome.UNREGULATED, hefu.decide(facts, Set.of("elsewhere")).outcome());
    assertEquals(Outcome.UNDETERMINED, hefu.decide(facts, Set.of("tiny")).outcome());
    // After a thousand, by code.
    for (int i = 0; i < 1500; i++) {
      assertEquals(Outcome.UNREGULATED, hefu.outcome(facts, Set.of("elsewhere")));
      assertEquals(Outcome.UNDETERMINED, hefu.outcome(facts, Set.of("tiny")));
      assertEquals(Outcome.UNDETERMINED, hefu.outcome(facts));
    }
  }

  @Test
  void aModuleThatIsNoneIsNotAskedInSilence() {
    Facts facts = TINY.facts("{\"act\": \"export\", \"on\": \"2026-06-30\", \"people\": 1}");
    Set<String> using = new HashSet<>(Set.of("tiny"));
    assertEquals(Outcome.UNDETERMINED, TINY.outcome(facts, using));
    using.add("tinny");
    for (Executable asking :
        List.<Executable>of(
            () -> TINY.outcome(facts, using),
            () -> TINY.decide(facts, using),
            () -> TINY.decide(facts, Asked.of(using).alsoDrafts()))) {
      Problem problem = assertThrows(PolicyException.class, asking).problems().getFirst();
      assertEquals(Code.UNKNOWN_MODULE, problem.code());
      assertEquals("tinny", problem.span().text());
    }
    using.remove("tinny");
    assertEquals(Outcome.UNDETERMINED, TINY.decide(facts, using).outcome());
  }

  @Test
  void theOutcomeAloneIsTheDecisionsOutcome() {
    for (String people : List.of("null", "99999", "100000", "1000000")) {
      for (String ciio : List.of("null", "true", "false")) {
        Facts facts =
            TINY.facts(
                "{\"act\": \"export\", \"on\": \"2026-06-30\", \"people\": %s, \"handler.ciio\": %s}"
                    .formatted(people, ciio));
        assertEquals(TINY.decide(facts).outcome(), TINY.outcome(facts));
      }
    }
  }

  @Test
  void threadsShareOnePolicy() throws Exception {
    List<Facts> flows = new ArrayList<>();
    List<Outcome> alone = new ArrayList<>();
    for (int people = 0; people < 1_200_000; people += 4_000) {
      Facts facts =
          TINY.facts(
              Map.of(
                  "act",
                  "export",
                  "on",
                  "2026-06-30",
                  "people",
                  people,
                  "handler",
                  Map.of("ciio", people % 3 == 0)));
      flows.add(facts);
      alone.add(TINY.outcome(facts));
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Callable<List<Outcome>>> jobs = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        jobs.add(() -> flows.stream().map(f -> TINY.decide(f).outcome()).toList());
      }
      for (Future<List<Outcome>> job : pool.invokeAll(jobs)) {
        assertEquals(alone, job.get());
      }
    }
  }

  @Test
  void aThreadLetsGoOfAPolicyThatIsNoLongerUsed() throws InterruptedException {
    List<WeakReference<Policy>> used = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      used.add(used());
    }
    for (int i = 0; i < 50 && left(used) > 0; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertEquals(0, left(used));
  }

  private static long left(List<WeakReference<Policy>> all) {
    return all.stream().filter(r -> r.get() != null).count();
  }

  private static WeakReference<Policy> used() {
    Hefu hefu = Hefu.loadTexts(List.of(new Source("tiny.hefu", POLICY)));
    Facts facts = hefu.facts(Map.of("act", "export", "on", "2026-06-30"));
    assertEquals(Outcome.UNDETERMINED, hefu.outcome(facts));
    assertEquals(Outcome.UNDETERMINED, hefu.decide(facts).outcome());
    return new WeakReference<>(facts.policy());
  }

  private static Outcome outcome(String json) {
    return TINY.outcome(TINY.facts(json.replace('\'', '"')));
  }
}
