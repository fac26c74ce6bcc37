package org.hefu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Engine;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Instrument;
import org.hefu.model.Policy;
import org.hefu.text.Source;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Nothing that decides is too large to be compiled: in this JVM all is compiled when it is first
 * called, and what cannot be is thrown.
 */
@Tag("compiled")
class CompiledTest {
  private static final String EXPORT =
      """
      {"act": "export", "on": "2026-06-30", "stage": "planned",
       "handler": {"ciio": false}, "data": {"personal": true}}
      """;

  @Test
  void theLibrary() {
    decides(Load.texts(List.of(), true), EXPORT);
  }

  @Test
  void aThousandRules() {
    decides(Load.texts(Grown.rules(1000), false), Grown.FLOW);
  }

  private static void decides(Load.Loaded loaded, String flow) {
    try (Engine engine = Engine.create()) {
      assertNotEquals("Interpreted", engine.getImplementationName());
    }
    assertEquals("true", System.getProperty("polyglot.engine.CompileImmediately"));
    assertEquals("Throw", System.getProperty("polyglot.engine.CompilationFailureAction"));
    Policy policy = loaded.policy().orElseThrow();
    Program program = Program.of(policy);
    Facts facts =
        ReadFlow.file(new Source("flow", flow), false, policy)
            .facts()
            .orElseThrow(() ->
                new AssertionError(
                    ReadFlow.file(new Source("flow", flow), false, policy).problems()));
    Set<String> all =
        policy.instruments().stream().map(Instrument::module).collect(Collectors.toSet());
    assertEquals(program.outcome(facts, Asked.ALL), program.outcome(facts, Asked.of(all)));
    assertEquals(program.outcome(facts, Asked.ALL), program.decide(facts, Asked.ALL).outcome());
  }
}
