package org.hefu.seek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.hefu.Load;
import org.hefu.decide.Decision;
import org.hefu.decide.Settling;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Outcome;
import org.hefu.text.Source;
import org.junit.jupiter.api.Test;

/** What is said to settle a flow does, once it is stated. */
class SettleTest {
  private static final String WORDS =
      """
      module words
      unit people
      kind Act tree { provide { open export } }
      kind Stage { planned completed }
      request Flow {
        act: Act required
        on: date required
        stage: Stage
        name: string
        consent: boolean
        minors: boolean
        assessed: boolean
        signed: boolean
        so_far: number people
        here: number people
        limit: number people
        together: number people
      }
      procedure assessment { met when assessed }
      procedure contract { met when signed }
      """;

  private static final String LAW = "instrument \"Law\" { rank: law in_force: 2020-01-01 .. }\n";

  private static Decision decide(String flow, String... norms) {
    List<Source> sources = new ArrayList<>(List.of(new Source("words.hefu", WORDS)));
    for (int i = 0; i < norms.length; i++) {
      String text = "module m%d%nuse words%n%s".formatted(i, norms[i]);
      sources.add(new Source("m" + i + ".hefu", text));
    }
    var load = Load.texts(sources, false);
    Program program = Program.of(load.policy().orElseThrow(() -> said(load.problems())));
    String act = flow.contains("\"act\"") ? "" : "\"act\": \"provide\", ";
    String json = "{%s\"on\": \"2026-06-30\", %s}".formatted(act, flow);
    ReadFlow.Result read =
        ReadFlow.file(new Source("flow.json", json), false, program.policy());
    Facts facts = read.facts().orElseThrow(() -> said(read.problems()));
    return Decide.flow(program, facts, Asked.ALL);
  }

  private static AssertionError said(List<?> problems) {
    return new AssertionError(problems.toString());
  }

  private static List<String> sufficient(Decision decision) {
    Settling.Open open =
        assertInstanceOf(Settling.Open.class, decision.settling().orElseThrow());
    return open.sufficient().stream().map(m -> m.fact().name()).toList();
  }

  /** Whether the act is {@code provide} itself turns on how precisely it is stated. */
  @Test
  void whatIsAskedToTheLetterIsNotStatedMorePrecisely() {
    String norms =
        LAW
            + """
            rule otherwise (art 1) { require assessment before provide when act is not provide }
            rule opening (art 2) { require contract before open }
            """;
    assertEquals(List.of(), sufficient(decide("\"signed\": false", norms)));
    Decision precise = decide("\"act\": \"export\", \"stage\": \"completed\"", norms);
    assertEquals(Outcome.UNDETERMINED, precise.outcome());
  }

  /** No line {@code together} says how a flow states the count. */
  @Test
  void aCountThatNoFlowCanStateIsNotSaidToSettle() {
    String norms =
        """
        tally t { counts: people per: name window: calendar_year so_far: so_far flow: here }
        """
            + LAW
            + "rule many (art 1) { forbid provide when tally t with flow > limit }";
    String flow = "\"so_far\": 60, \"here\": 60, \"limit\": 100, \"stage\": \"planned\"";
    Decision decision = decide(flow, norms);
    assertEquals(List.of(), sufficient(decision));
    assertEquals(1, decision.missing().size());
  }

  /** A stated count is the count until it is known that the flow does not count. */
  @Test
  void whetherAFlowCountsIsNotFilledInWhereItsCountIsStated() {
    String norms =
        """
        tally t {
          counts: people per: name window: calendar_year
          so_far: so_far flow: here together: together
          unless consent
        }
        """
            + LAW
            + """
            rule with (art 1) { forbid provide when consent and tally t with flow >= 100 }
            rule without (art 2) { forbid provide when not consent and tally t with flow >= 100 }
            """;
    String flow = "\"so_far\": 0, \"here\": 150, \"together\": 150, \"stage\": \"planned\"";
    assertEquals(List.of(), sufficient(decide(flow, norms)));
    assertEquals(Outcome.PERMITTED, decide(flow + ", \"consent\": true", norms).outcome());
  }

  /** What is presumed while a fact is not known falls away once it is. */
  @Test
  void whatAPresumptionAsksForByKnownIsNotFilledIn() {
    String norms =
        LAW
            + """
            rule presumed (art 1) { presume minors when not known consent }
            rule with (art 2) { forbid provide when minors and consent }
            rule without (art 3) { forbid provide when minors and not consent }
            """;
    String flow = "\"stage\": \"planned\"";
    assertEquals(List.of(), sufficient(decide(flow, norms)));
    assertEquals(Outcome.UNDETERMINED, decide(flow + ", \"consent\": true", norms).outcome());
  }

  /** The exemption and the step that it would free from never speak at once. */
  @Test
  void textsThatClashInNoCompletionDoNotClash() {
    String department =
        """
        instrument "Department rule" { rank: department_rule in_force: 2020-01-01 .. }
        rule freed (art 1) { exempt provide from assessment when consent }
        """;
    String city =
        """
        instrument "City regulation" { rank: city_regulation in_force: 2020-01-01 .. }
        rule first (art 1) {
          require assessment, contract before provide
          yields to department_rule
        }
        """;
    Decision decision = decide("\"signed\": false", department, city);
    assertEquals(List.of("stage"), sufficient(decision));
    Decision done = decide("\"signed\": false, \"stage\": \"completed\"", department, city);
    assertEquals(Outcome.PROHIBITED, done.outcome());
    assertTrue(done.conflicts().isEmpty());
  }

  /** To all but the permission, opening is an act like others. */
  @Test
  void actsThatDifferOnlyInWhetherTextsClashAreToldApart() {
    String department =
        """
        instrument "Department rule" { rank: department_rule in_force: 2020-01-01 .. }
        rule first (art 1) { require assessment before provide when minors }
        """;
    String province =
        """
        instrument "Regulation" { rank: local_regulation in_force: 2020-01-01 .. }
        rule open_data (art 1) { permit open }
        """;
    String flow = "\"assessed\": false, \"stage\": \"planned\"";
    assertEquals(List.of(), sufficient(decide(flow, department, province)));
    String opening = flow + ", \"act\": \"open\", \"minors\": true";
    assertTrue(decide(opening, department, province).isUnsettled());
  }
}
