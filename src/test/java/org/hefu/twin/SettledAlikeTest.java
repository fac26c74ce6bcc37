package org.hefu.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
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
          "kind Grade ordered { low high }",
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
            grade: Grade
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

  @Test
  void aCountThatDecidesOnlyWhetherTextsMayClash() {
    alike(
        Map.of(),
        text("department_rule", NEVER, rule("require never before a0")),
        text(
            "city_regulation",
            TALLY.formatted(""),
            rule("forbid a0 when false"),
            "rule leave (art 2) { unless tally t >= so_far permit a0 despite art 1 }"));
  }

  @Test
  void aConditionThatDecidesOnlyWhetherTextsMayClash() {
    alike(
        Map.of("act", "\"a1\""),
        text("department_rule", NEVER, rule("require any of never before a0, a2")),
        text("local_regulation", rule("permit a0 when grade < low")));
  }

  private static String rule(String said) {
    return "rule some (art 1) { " + said + " }";
  }

  private static Drawn.Module text(String rank, String... norms) {
    String name = "norms." + rank;
    return new Drawn.Module(
        name,
        "module %s%nuse base%ninstrument \"%s\" { rank: %s in_force: 2020-01-01 .. }"
            .formatted(name, rank, rank),
        List.of(norms));
  }

  private static void alike(Map<String, String> facts, String... norms) {
    alike(facts, text("law", norms));
  }

  private static void alike(Map<String, String> facts, Drawn.Module... texts) {
    List<Drawn.Module> modules = new ArrayList<>();
    modules.add(new Drawn.Module("base", "module base", WORDS));
    modules.addAll(List.of(texts));
    Drawn drawn = new Drawn(modules);
    Map<String, String> flow = new LinkedHashMap<>(Map.of("act", "\"a0\"", "on", "\"2024-04-21\""));
    flow.putAll(facts);
    Sides sides = Sides.of(drawn).orElseThrow(() -> new AssertionError(Sides.problems(drawn)));
    assertEquals("", TwinSettlingLaws.difference(sides, flow, false, false));
  }
}
