package org.hefu.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.hefu.Load;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.model.GrantStore;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.text.Source;
import org.junit.jupiter.api.Test;

/** A store of grants is asked only where its answer matters, as it may take long, or be gone. */
class GoneStoreTest {
  private static final String TEXT =
      """
      module m
      kind Act { use }
      kind Stage { planned completed }
      kind Place tree { here }
      kind Purpose { any }
      request Flow {
        act: Act required on: date required stage: Stage who: string dataset: string
        purpose: Purpose destination: Place a: boolean b: boolean
      }
      role grantee = who
      role data = dataset
      role purpose = purpose
      role territory = destination
      authority owner over "*"
      instrument "Text" { rank: internal in_force: 2020-01-01 .. }
      rule closed (art 1) { forbid use unless grant }
      rule banned (art 2) { forbid use when b }
      rule open (art 3) { permit use despite closed when a }
      """;

  /** A store that can no longer be asked. */
  private record Gone() implements GrantStore {
    @Override
    public long text(String name) {
      return ELSEWHERE;
    }

    @Override
    public long place(String data) {
      return 0;
    }

    @Override
    public int covers(long[] row) {
      throw new IllegalStateException("gone");
    }

    @Override
    public List<Near> near(long[] row, int most) {
      throw new IllegalStateException("gone");
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public String hash() {
      return "";
    }
  }

  private static Facts facts(Policy policy, String flow) {
    String json =
        "{\"act\": \"use\", \"on\": \"2026-01-01\", \"who\": \"u\", \"stage\": \"completed\", \"dataset\": \"d\", %s}"
            .formatted(flow);
    return ReadFlow.file(new Source("flow", json), false, policy).facts().orElseThrow();
  }

  @Test
  void whatIsBannedOrPermittedAnywayAsksForNoGrant() {
    Policy policy =
        Load.texts(List.of(new Source("m.hefu", TEXT)), false)
            .policy()
            .orElseThrow()
            .with(new Gone());
    Facts permitted = facts(policy, "\"a\": true, \"b\": false");
    Facts banned = facts(policy, "\"a\": false, \"b\": true");
    Facts open = facts(policy, "\"a\": false, \"b\": false");
    Facts unknown = facts(policy, "\"b\": false");
    for (Program program : List.of(Program.of(policy), Program.often(policy, 1))) {
      for (int i = 0; i < 5; i++) {
        assertEquals(Outcome.PERMITTED, program.outcome(permitted, Asked.ALL));
        assertEquals(Outcome.PROHIBITED, program.outcome(banned, Asked.ALL));
        assertThrows(IllegalStateException.class, () -> program.outcome(open, Asked.ALL));
        assertThrows(IllegalStateException.class, () -> program.outcome(unknown, Asked.ALL));
      }
    }
  }
}
