package org.hefu.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.hefu.Load;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.text.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code works conditions that are the same out once; others it must tell apart. */
class SharedConditionsTest {
  private static final String TEXT =
      """
      module m
      kind Act { use }
      kind Stage { planned completed }
      kind Place tree { north { n1 n2 { n21 n22 } } south }
      request Flow { act: Act required on: date required stage: Stage place: Place a: boolean b: boolean done: boolean }
      procedure p { met when done }
      instrument "Text" { rank: law in_force: 2020-01-01 .. }
      rule r0 (art 1) { forbid use when not (b and not (place is n2 and a)) }
      rule r1 (art 2) { require p before use when not (b and not (place within n2 and a)) }
      rule r2 (art 3) { forbid use when not (b and not (place is n2 and a)) and done }
      rule r3 (art 4) { require p before use when not (b and not (place within n2 and a)) and not done }
      """;

  @ParameterizedTest
  @CsvSource({"n2, PROHIBITED", "n21, CONDITIONAL", "n22, CONDITIONAL", "south, PERMITTED"})
  void aMemberItselfIsNotWhatLiesWithinIt(String place, Outcome expected) {
    Policy policy = Load.texts(List.of(new Source("m.hefu", TEXT)), false).policy().orElseThrow();
    String flow =
        """
        {"act": "use", "on": "2026-01-01", "stage": "planned", "place": "%s", "a": true, "b": true, "done": false}
        """
            .formatted(place);
    Facts facts = ReadFlow.file(new Source("flow", flow), false, policy).facts().orElseThrow();
    Program often = Program.often(policy);
    // First nodes, then code, then code made once more.
    for (int times = 0; times < 3000; times++) {
      assertEquals(expected, often.outcome(facts, Asked.ALL));
    }
  }
}
