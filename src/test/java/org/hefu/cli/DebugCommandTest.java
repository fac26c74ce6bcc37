package org.hefu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A debugger comes over a real socket, and stops in a decision. */
@Timeout(120)
class DebugCommandTest {
  private static final String POLICY =
      """
      module yard
      kind Act（行为） tree { process { store export（出境） } }
      kind Stage { planned completed }
      request Flow {
        act（行为）: Act required
        on（日期）: date required
        stage: Stage
        people（人数）: number
        sensitive（敏感）: boolean
        signed（已签字）: boolean
      }
      instrument "Yard rules" { rank: internal in_force: 2026-01-01 .. }

      define many（人数较多）
        = people >= 10万

      rule large_exports（大宗出境须签字） (art 1) {
        require signed before export
        when many
          and sensitive
        unless people < 5
      }

      rule stores (art 2) {
        forbid store
      }

      scenario "one" {
        given { act: export, on: 2026-06-30, stage: planned, people: 20万, sensitive: unknown, signed: no }
        expect undetermined
      }
      """;

  private static final String FLOW =
      """
      {"act": "export", "on": "2026-06-30", "stage": "planned", "people": 200000, "signed": false}
      """;

  @TempDir Path folder;

  @Test
  void stopsAtAnElementShowsFactsStepsAndEvaluates() throws Exception {
    Path policy = write("yard.hefu", POLICY);
    Path flow = write("flow.json", FLOW);
    CompletableFuture<Told> running = new CompletableFuture<>();
    try (DapClient client =
        attached(running, policy, List.of(17), "--lang", "en", flow.toString())) {
      assertEquals("breakpoint", client.await("stopped").path("reason").asString());
      JsonNode frame = top(client);
      // Line 17 is the rule's head, with no condition on it.
      assertEquals("rule large_exports", frame.path("name").asString());
      assertEquals(17, frame.path("line").asInt());
      assertEquals(policy.toString(), frame.path("source").path("path").asString());

      Map<String, String> seen = variables(client, frame);
      assertEquals("true", seen.get("many"));
      assertEquals("unknown", seen.get("sensitive"));
      assertEquals("false", seen.get("unless people < 5"));
      assertEquals("export", seen.get("act"));
      assertEquals("200000", seen.get("people"));
      assertEquals("false", seen.get("signed"));

      assertEquals("true", evaluate(client, frame, "people + 5万 > 20万 and not signed"));
      assertEquals("unknown", evaluate(client, frame, "many and sensitive"));
      assertEquals("unknown", evaluate(client, frame, "sensitive"));
      assertEquals("2027-06-30", evaluate(client, frame, "on + 1 year"));
      String refused = client.refusal("evaluate", expression(frame, "many and nonsense"));
      assertTrue(refused.contains("nothing here is called `nonsense`"), refused);

      assertEquals("19:rule", step(client, "next"));
      assertEquals("15:define", step(client, "stepIn"));
      JsonNode inside = top(client);
      assertEquals("true", variables(client, inside).get("many"));
      assertEquals("19:rule", step(client, "stepOut"));
      assertEquals("20:rule", step(client, "next"));
      assertEquals("21:rule", step(client, "next"));

      client.ask("continue", thread());
      client.await("terminated");
    }
    Told told = running.get(60, TimeUnit.SECONDS);
    assertEquals(12, told.code(), told.err());
    assertTrue(told.out().contains("undetermined"), told.out());
  }

  @Test
  void aBreakpointMayDependOnWhatIsKnown() throws Exception {
    Path policy = write("yard.hefu", POLICY);
    CompletableFuture<Told> running = new CompletableFuture<>();
    try (DapClient client =
        attachedWhere(
            running,
            policy,
            List.of(
                Map.of("line", 19, "condition", "people < 5"),
                Map.of("line", 20, "condition", "people > 5 and not signed")),
            "--lang",
            "zh",
            "--scenario",
            "one")) {
      client.await("stopped");
      JsonNode frame = top(client);
      assertEquals(20, frame.path("line").asInt());
      Map<String, String> seen = variables(client, frame);
      assertEquals("未知", seen.get("sensitive"));
      assertEquals("200000", seen.get("people（人数）"));
      assertEquals("真", seen.get("many"));
      client.ask("continue", thread());
      client.await("terminated");
    }
    assertEquals(12, running.get(60, TimeUnit.SECONDS).code());
  }

  @Test
  void aRuleThatDoesNotGovernTheFlowSaysSo() throws Exception {
    Path policy = write("yard.hefu", POLICY);
    CompletableFuture<Told> running = new CompletableFuture<>();
    try (DapClient client =
        attached(running, policy, List.of(24), "--lang", "en", "--scenario", "one")) {
      client.await("stopped");
      JsonNode frame = top(client);
      assertEquals(24, frame.path("line").asInt());
      assertEquals("false", variables(client, frame).get("speaks of this act"));
      client.ask("continue", thread());
      client.await("terminated");
    }
  }

  @Test
  void whatIsWrongIsSaidBeforeADebuggerIsAwaited() throws IOException {
    Path broken = write("broken.hefu", POLICY.replace("and sensitive", "and sensitve"));
    Told told = Told.by("debug", "-p", broken.toString(), "--scenario", "one");
    assertEquals(2, told.code());
    assertTrue(told.err().contains("sensitve"), told.err());

    Path policy = write("yard.hefu", POLICY);
    assertEquals(64, Told.by("debug", "-p", policy.toString()).code());
    Told none = Told.by("debug", "-p", policy.toString(), "--scenario", "two");
    assertEquals(64, none.code());
    assertTrue(none.err().contains("no scenario is called `two`"), none.err());
    Told module = Told.by("debug", "-p", policy.toString(), "--scenario", "one", "--using", "yrd");
    assertEquals(64, module.code());
    assertTrue(module.err().contains("there is no module `yrd`"), module.err());
    assertTrue(module.err().contains("yard"), module.err());
    Path flow = write("flow.json", FLOW.replace("people", "poeple"));
    assertEquals(1, Told.by("debug", "-p", policy.toString(), flow.toString()).code());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.toRealPath().resolve(name), text, UTF_8);
  }

  private static DapClient attached(
      CompletableFuture<Told> running, Path policy, List<Integer> lines, String... more)
      throws Exception {
    return attachedWhere(
        running, policy, lines.stream().map(l -> Map.of("line", l)).toList(), more);
  }

  private static DapClient attachedWhere(
      CompletableFuture<Told> running,
      Path policy,
      List<? extends Map<String, ?>> breakpoints,
      String... more)
      throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String[] arguments =
        Stream.concat(
                Stream.of("debug", "-p", policy.toString(), "--port", Integer.toString(port)),
                Stream.of(more))
            .toArray(String[]::new);
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            running.complete(Told.by(arguments));
          } catch (RuntimeException | Error e) {
            running.completeExceptionally(e);
          }
        });
    DapClient client = connected(running, port);
    client.ask("initialize", Map.of("linesStartAt1", true, "columnsStartAt1", true));
    client.await("initialized");
    client.ask("attach", Map.of());
    client.ask(
        "setBreakpoints",
        Map.of("source", Map.of("path", policy.toString()), "breakpoints", breakpoints));
    client.ask("configurationDone", Map.of());
    return client;
  }

  private static DapClient connected(CompletableFuture<Told> running, int port) throws Exception {
    for (int tries = 0; ; tries++) {
      try {
        return new DapClient(port);
      } catch (IOException notYet) {
        if (tries == 600 || running.isDone()) {
          throw notYet;
        }
        Thread.sleep(100);
      }
    }
  }

  private static Map<String, Object> thread() {
    return Map.of("threadId", 1);
  }

  private static JsonNode top(DapClient client) throws IOException {
    return client.ask("stackTrace", thread()).path("stackFrames").path(0);
  }

  /** Where the step leads: the line, and what it stands in. */
  private static String step(DapClient client, String how) throws IOException {
    client.ask(how, thread());
    client.await("stopped");
    JsonNode frame = top(client);
    return frame.path("line").asInt() + ":" + frame.path("name").asString().replaceFirst(" .*", "");
  }

  private static Map<String, String> variables(DapClient client, JsonNode frame)
      throws IOException {
    Map<String, String> seen = new TreeMap<>();
    JsonNode scopes =
        client.ask("scopes", Map.of("frameId", frame.path("id").asInt())).path("scopes");
    for (JsonNode scope : scopes) {
      JsonNode variables =
          client
              .ask(
                  "variables",
                  Map.of("variablesReference", scope.path("variablesReference").asInt()))
              .path("variables");
      variables.forEach(v -> seen.put(v.path("name").asString(), v.path("value").asString()));
    }
    return seen;
  }

  private static Map<String, Object> expression(JsonNode frame, String text) {
    return Map.of("frameId", frame.path("id").asInt(), "expression", text, "context", "watch");
  }

  private static String evaluate(DapClient client, JsonNode frame, String text) throws IOException {
    return client.ask("evaluate", expression(frame, text)).path("result").asString();
  }
}
