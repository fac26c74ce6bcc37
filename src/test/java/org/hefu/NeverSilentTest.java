package org.hefu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hefu.fact.Facts;
import org.hefu.model.Outcome;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.text.Source;
import org.junit.jupiter.api.Test;

/** Small mistakes that would quietly change an answer, and what becomes of them. */
class NeverSilentTest {
  private static final String BASE =
      """
      module base
      kind Act { keep share }
      kind Stage { planned completed }
      kind Region tree { home { north { town } south } away }
      request Flow {
        act: Act required
        on: date required
        stage: Stage
        a: boolean
        b: boolean
        c: boolean
        n: number
        place: Region
        seat: Region
        wait: duration
        name: string
        alias: string
      }
      """;

  private static final String LAW =
      "use base\ninstrument \"一部法律\" \"A law\" {\n  rank: law\n  in_force: 2020-01-01 ..\n}\n";

  @Test
  void definitionsOfOneNameInTwoModulesStayApart() {
    Hefu hefu =
        hefu(
            "module one\nuse base\ndefine low = n < 10\n",
            "module two\nuse base\ndefine low = n > 1000\n",
            "module three\nuse one\nuse two\n"
                + LAW
                + "define both(v: boolean) = v and a\n"
                + "rule f (art 1) { forbid keep when both(one.low) }\n"
                + "rule g (art 2) { forbid share when both(two.low) }\n");
    assertEquals(Outcome.PERMITTED, hefu.outcome(flow(hefu, "'act': 'share', 'a': true, 'n': 5")));
    assertEquals(
        Outcome.PROHIBITED, hefu.outcome(flow(hefu, "'act': 'share', 'a': true, 'n': 5000")));
  }

  @Test
  void aMemberPassedOnStaysTheMemberThatItIs() {
    Hefu hefu =
        hefu(
            "module m\n"
                + LAW
                + "define at(r: Region) = place is r\ndefine near(r: Region) = at(r) or seat is r\n"
                + "rule f (art 1) { forbid keep when near(town) }\n"
                + "rule g (art 2) { forbid share when near(south) }\n");
    String south = ", 'place': 'south', 'seat': 'south'";
    assertEquals(Outcome.PERMITTED, hefu.outcome(flow(hefu, "'act': 'keep'" + south)));
    assertEquals(Outcome.PROHIBITED, hefu.outcome(flow(hefu, "'act': 'share'" + south)));
  }

  @Test
  void nobodyTakesTheNameOfALibraryModule() {
    Source mine = new Source("mine.hefu", "module library\nuse hefu.flow\n");
    assertEquals(Code.LIBRARY_NAME, Load.texts(List.of(mine), true).problems().getFirst().code());
    Source law = new Source("law.hefu", "module cn.pipl\nuse hefu.flow\n");
    assertEquals(Code.LIBRARY_NAME, Load.texts(List.of(law), true).problems().getFirst().code());
  }

  @Test
  void aDefinitionDoesNotHideAFact() {
    assertEquals(List.of(Code.NAME_TWICE), codes("module m\n" + LAW + "define a = b\n"));
  }

  @Test
  void twoPlacesOfWhichOneIsTooBroadMayBeTheSame() {
    Hefu hefu = hefu("module m\n" + LAW + "rule f (art 1) { forbid keep when place is seat }\n");
    assertEquals(Outcome.UNDETERMINED, places(hefu, "north", "town"));
    assertEquals(Outcome.UNDETERMINED, places(hefu, "north", "north"));
    assertEquals(Outcome.PROHIBITED, places(hefu, "town", "town"));
    assertEquals(Outcome.PERMITTED, places(hefu, "town", "south"));
  }

  @Test
  void textsThatNoConditionNamesAreToldApart() {
    Hefu hefu = hefu("module m\n" + LAW + "rule f (art 1) { forbid keep unless name is alias }\n");
    assertEquals(
        Outcome.PROHIBITED, hefu.outcome(flow(hefu, "'act': 'keep', 'name': 'P', 'alias': 'Q'")));
    assertEquals(
        Outcome.PERMITTED, hefu.outcome(flow(hefu, "'act': 'keep', 'name': 'P', 'alias': 'P'")));
  }

  @Test
  void presumptionsThatMayDisagreeFillNothing() {
    Hefu hefu =
        hefu(
            "module m\n"
                + LAW
                + "rule p (art 1) { presume n is 5 when b }\n"
                + "rule q (art 2) { presume n is 6 when c }\n"
                + "rule f (art 3) { forbid keep when n is 5 }\n");
    assertEquals(Outcome.UNDETERMINED, hefu.outcome(flow(hefu, "'act': 'keep', 'b': true")));
    assertEquals(
        Outcome.PROHIBITED, hefu.outcome(flow(hefu, "'act': 'keep', 'b': true, 'c': false")));
  }

  @Test
  void aRequirementThatIsDueAnywayLeavesNothingOpen() {
    Hefu hefu =
        hefu(
            "module m\n"
                + LAW
                + "procedure s { met when b }\nprocedure t { met when c }\n"
                + "rule f (art 1) { require s before keep when a }\n"
                + "rule g (art 2) { require any of s, t before keep when n > 3 }\n");
    String due = "'act': 'keep', 'stage': 'planned', 'a': true, 'b': false, 'c': false";
    assertEquals(Outcome.CONDITIONAL, hefu.outcome(flow(hefu, due)));
    assertEquals(1, hefu.decide(flow(hefu, due)).requirements().size());
    String open = "'act': 'keep', 'stage': 'planned', 'a': false, 'b': false, 'c': false";
    assertEquals(Outcome.UNDETERMINED, hefu.outcome(flow(hefu, open)));
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertEquals(
        List.of(Code.UNLIKE_UNITS),
        codes("module m\n" + LAW + "rule f (art 1) { forbid keep when wait is 1 years }\n"));
    assertEquals(
        List.of(Code.UNCITED_RULE, Code.MISREAD_CITATION),
        codes("module m\n" + LAW + "rule f（第三十三條） { forbid keep }\n"));
    assertEquals(
        List.of(Code.MISSING_FACT),
        codes(
            "module m\n"
                + LAW
                + "scenario \"x\" { given { act: keep, on: unknown } expect permitted }\n"));
  }

  @Test
  void problemsBehindAPredicateAreTold() {
    assertTrue(
        codes(
                "module m\n"
                    + LAW
                    + "define x = p(a)\ndefine p(v: boolean) = v and bad\ndefine bad = zzz\n")
            .contains(Code.UNKNOWN_NAME));
    assertTrue(
        codes(
                "module m\n"
                    + LAW
                    + "define x = y\ndefine y = z(a)\ndefine z(v: boolean) = v and x\n")
            .contains(Code.CYCLIC_DEFINITION));
    assertTrue(
        codes("module m\n" + LAW + "define p(v: boolean) = q(v)\ndefine q(v: boolean) = p(v)\n")
            .contains(Code.CYCLIC_DEFINITION));
  }

  @Test
  void numbersBeyondReasonAreRefused() {
    Hefu hefu = hefu("module m\n" + LAW + "rule f (art 1) { forbid keep when n > 3 }\n");
    for (String number :
        List.of("1e99999999999", "1e-99999999999", "99999999999999999999", "0.00001")) {
      assertThrows(
          PolicyException.class, () -> flow(hefu, "'act': 'keep', 'n': " + number), number);
    }
  }

  @Test
  void definitionsThatShareTheirPartsAreExplainedQuickly() {
    StringBuilder policy = new StringBuilder("module m\n" + LAW + "define d0 = a and b\n");
    for (int i = 1; i < 400; i++) {
      policy.append("define d%d = d%d or d%d\n".formatted(i, i - 1, i - 1));
    }
    Hefu hefu = hefu(policy + "rule f (art 1) { forbid keep when d399 }\n");
    assertEquals(2, hefu.decide(flow(hefu, "'act': 'keep'")).missing().size());
  }

  private static Outcome places(Hefu hefu, String place, String seat) {
    return hefu.outcome(
        flow(hefu, "'act': 'keep', 'place': '%s', 'seat': '%s'".formatted(place, seat)));
  }

  private static Facts flow(Hefu hefu, String facts) {
    return hefu.facts(("{'on': '2026-01-01', " + facts + "}").replace('\'', '"'));
  }

  private static Hefu hefu(String... modules) {
    return Hefu.loadTexts(sources(modules));
  }

  private static List<Code> codes(String... modules) {
    return Load.texts(sources(modules), false).problems().stream().map(Problem::code).toList();
  }

  private static List<Source> sources(String... modules) {
    List<Source> sources = new ArrayList<>(List.of(new Source("base.hefu", BASE)));
    Arrays.stream(modules)
        .forEach(m -> sources.add(new Source(m.lines().findFirst().orElse(""), m)));
    return sources;
  }
}
