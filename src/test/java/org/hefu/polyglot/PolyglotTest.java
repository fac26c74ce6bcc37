package org.hefu.polyglot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The language as users of the polyglot API meet it. */
class PolyglotTest {
  private static final String FLOW = "{\"act\": \"provide_abroad\", \"on\": \"2026-06-30\"}";

  @Test
  void aModuleIsAPolicyThatDecides() {
    try (Context context = Context.newBuilder("hefu").build()) {
      Value policy = context.eval("hefu", "module ours\nuse library");
      assertEquals(Set.of("outcome", "decide"), policy.getMemberKeys());
      assertEquals("undetermined", policy.invokeMember("outcome", FLOW).asString());
      String decision = policy.invokeMember("decide", FLOW).asString();
      assertTrue(decision.startsWith("{") && decision.contains("undetermined"), decision);
    }
  }

  @Test
  void oneEngineServesSeveralContexts() {
    try (Engine engine = Engine.create("hefu")) {
      for (int i = 0; i < 3; i++) {
        try (Context context = Context.newBuilder("hefu").engine(engine).build()) {
          Value policy = context.eval("hefu", "module ours\nuse library");
          assertEquals("undetermined", policy.invokeMember("outcome", FLOW).asString());
        }
      }
    }
  }

  @Test
  void aFaultyModuleIsASyntaxErrorWithItsPlace() {
    try (Context context = Context.newBuilder("hefu").build()) {
      PolyglotException told =
          assertThrows(
              PolyglotException.class, () -> context.eval("hefu", "module ours\ndefine a = ?b"));
      assertTrue(told.isGuestException());
      assertFalse(told.isInternalError());
      assertEquals(2, told.getSourceLocation().getStartLine());
    }
  }

  @Test
  void aFaultyFlowIsTold() {
    try (Context context = Context.newBuilder("hefu").build()) {
      Value policy = context.eval("hefu", "module ours\nuse library");
      PolyglotException told =
          assertThrows(
              PolyglotException.class, () -> policy.invokeMember("outcome", "{\"on\": 3}"));
      assertFalse(told.isInternalError());
      assertThrows(IllegalArgumentException.class, () -> policy.invokeMember("outcome", 7));
      assertThrows(IllegalArgumentException.class, () -> policy.invokeMember("outcome"));
      assertThrows(UnsupportedOperationException.class, () -> policy.invokeMember("nothing", FLOW));
    }
  }

  /**
   * Runs in a JVM that was started with the optimizing runtime: a mismatch of versions would fall
   * back silently.
   */
  @Test
  @Tag("jit")
  void theOptimizingRuntimeIsThere() {
    try (Engine engine = Engine.create("hefu");
        Context context = Context.newBuilder("hefu").engine(engine).build()) {
      assertNotEquals("Interpreted", engine.getImplementationName());
      Value policy = context.eval("hefu", "module ours\nuse library");
      assertEquals("undetermined", policy.invokeMember("outcome", FLOW).asString());
    }
  }
}
