package org.hefu.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What engine and twin once made different answers of; each case is as small as it could be. */
class SettledAlikeTest {
  private static final List<String> WORDS =
      List.of(
          "kind Act tree { a0 { a1 } a2 }",
          "kind Stage { planned completed }",
          "unit people",
          """
          request Flow {
            act: Act required
            on: date required
            stage: Stage
            ciio: boolean
            since: date
            other_since: date
            wait: number days
            people: number people
            crowd: number people
            so_far: number people
            together: number people
            name: string
          }
          """);

  private static final String TALLY =
      "tally t { counts: people per: name window: calendar_year so_far: so_far flow: crowd %s }";
  private static final String NEVER = "procedure never { met when false }";

  @Test
  void aDateLessItself() {
    alike(Map.of("wait", "21"), NEVER, rule("require never before a0 when since - since is wait"));
  }

  @Test
  void daysSinceAnUnknownDate() {
    alike(
        Map.of("act", "\"a1\""),
        "procedure always { met when true }",
        rule("require always, ciio before a0 when 2026-06-30 - since is 18 days"));
  }

  @Test
  void daysBetweenTwoUnknownDates() {
    alike(
        Map.of(),
        NEVER,
        rule("exempt a0, a2 from never when other_since - since is 30 days"),
        "rule step (art 2) { require any of never before a0 }");
  }

  @Test
  void aPermissionUnlessDaysBetweenTwoUnknownDates() {
    alike(
        Map.of("act", "\"a1\""),
        rule("forbid a0 unless since - other_since <= 22 days"),
        "rule ban (art 2) { forbid a0 }",
        "rule leave (art 3) { permit a0 despite ban }");
  }

  @Test
  void theCountBeforeBesideAStatedOne() {
    alike(
        Map.of("together", "99999"),
        TALLY.formatted("together: together"),
        rule("require all of ciio, flag before a0 when tally t >= people"),
        "define flag = false");
  }

  @Test
  void aCountThatNoFlowStates() {
    alike(
        Map.of("so_far", "60000", "crowd", "50000"),
        TALLY.formatted(""),
        rule("forbid a0 when tally t with flow >= 10万"));
  }

  @Test
  void aPointOfLawThatDefeats() {
    alike(
        Map.of("stage", "\"planned\""),
        NEVER,
        "procedure always { met when true }",
        "question open_law decided by \"某机关\"",
        rule("require never before a0"),
        "rule other (art 2) { require always before a0 unless open_law overrides some }");
  }

  @Test
  void aDefeaterThatAsksForNothingMore() {
    alike(
        Map.of(),
        "procedure always { met when true }",
        rule("require ciio before a0"),
        "rule other (art 2) { require always before a0 when people < crowd overrides some }");
  }

  private static String rule(String said) {
    return "rule some (art 1) { " + said + " }";
  }

  private static void alike(Map<String, String> facts, String... norms) {
    Drawn drawn =
        new Drawn(
            List.of(
                new Drawn.Module("base", "module base", WORDS),
                new Drawn.Module(
                    "norms.m0",
                    "module norms.m0\nuse base\ninstrument \"甲\" { rank: law in_force: 2020-01-01 .. }",
                    List.of(norms))));
    Map<String, String> flow = new LinkedHashMap<>(Map.of("act", "\"a0\"", "on", "\"2024-04-21\""));
    flow.putAll(facts);
    Sides sides = Sides.of(drawn).orElseThrow(() -> new AssertionError(Sides.problems(drawn)));
    assertEquals("", TwinSettlingLaws.difference(sides, flow, false));
  }
}
