package org.hefu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hefu.Schemas;
import org.hefu.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecideCommandTest {
  private static final String WORLD = "src/test/resources/cases/decide/export";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "permitted, 0",
    "conditional, 10",
    "prohibited, 11",
    "undetermined, 12",
    "unregulated, 13"
  })
  void theExitCodeIsTheOutcomes(String flow, int code) {
    Told told = decide(flow(flow));
    assertEquals(code, told.code());
    assertTrue(told.out().startsWith("● " + flow), told.out());
    assertEquals("", told.err());
  }

  @ParameterizedTest
  @CsvSource({
    "permitted conditional, 10",
    "conditional unregulated permitted, 13",
    "unregulated undetermined, 12",
    "undetermined prohibited permitted, 11",
    "permitted permitted, 0"
  })
  void ofSeveralFlowsTheWorstCounts(String names, int code) {
    String[] flows =
        Arrays.stream(names.split(" ")).map(DecideCommandTest::flow).toArray(String[]::new);
    Told told = decide(flows);
    assertEquals(code, told.code());
    for (String flow : flows) {
      assertTrue(told.out().contains("── " + flow), told.out());
    }
  }

  @Test
  void aFileMayHoldAFlowALine(@TempDir Path folder) throws IOException {
    Path flows = folder.resolve("flows.jsonl");
    String permitted = oneLine("permitted");
    Files.writeString(flows, permitted + "\n\n" + oneLine("conditional") + "\n" + permitted);
    Told told = decide("--format", "json", flows.toString());
    assertEquals(10, told.code(), told.err());
    List<String> decisions = told.out().lines().toList();
    assertEquals(3, decisions.size(), told.out());
    for (String each : decisions) {
      assertEquals(List.of(), Schemas.errors("decision", each));
    }
    assertTrue(decisions.get(1).contains(flows + ":3\""), decisions.get(1));
    Told brief = decide("--brief", "--format", "json", flows.toString());
    assertEquals(3, brief.out().lines().count(), brief.out());
    for (String each : brief.out().lines().toList()) {
      assertEquals(List.of(), Schemas.errors("brief", each));
    }
    Told text = decide("--brief", flows.toString());
    assertTrue(text.out().contains("── " + flows + ":4"), text.out());
  }

  /** So that who writes a flow can read its decision, and then go on. */
  @Test
  void ofAStreamEachFlowIsDecidedBeforeTheNextIsAwaited() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    byte[] first = (oneLine("permitted") + "\n").getBytes(UTF_8);
    byte[] second = (oneLine("conditional") + "\n").getBytes(UTF_8);
    InputStream inTwo =
        new SequenceInputStream(
            new ByteArrayInputStream(first),
            new ByteArrayInputStream(second) {
              @Override
              public synchronized int read(byte[] into, int from, int length) {
                assertTrue(written.toString(UTF_8).contains("\"permitted\""), "too late");
                return super.read(into, from, length);
              }
            });
    Terminal terminal =
        new Terminal(
            inTwo,
            new PrintStream(new BufferedOutputStream(written, 1 << 20), false, UTF_8),
            System.err,
            Map.of(),
            Language.EN,
            false);
    assertEquals(10, Start.run(terminal, withWorld("--brief", "--format=json", "--lines", "-")));
    assertEquals(2, written.toString(UTF_8).lines().count(), written.toString(UTF_8));
  }

  @Test
  void aBadLineIsToldAndTheOthersAreDecided(@TempDir Path folder) throws IOException {
    Path flows = folder.resolve("flows.jsonl");
    String bad = "{ \"act\": 合 }";
    Files.writeString(
        flows, oneLine("permitted") + "\n{\r\n" + oneLine("conditional") + "\n" + bad + "\n");
    Told told = decide("--format", "json", flows.toString());
    assertEquals(1, told.code());
    assertEquals(2, told.out().lines().count());
    assertTrue(told.err().contains(flows + ":2:2\n"), told.err());
    assertTrue(told.err().contains(flows + ":4:10\n4 | " + bad), told.err());
  }

  @Test
  void linesMayComeFromStandardInput() throws IOException {
    String lines = oneLine("permitted") + "\n" + oneLine("prohibited") + "\n";
    Told told = Told.by(lines, withWorld("--lines", "-"));
    assertEquals(11, told.code(), told.err());
    Told none = Told.by("\n", withWorld("--lines", "-"));
    assertEquals(1, none.code());
    assertEquals("hefu: there is no flow to decide here\n", none.err());
  }

  private static String oneLine(String name) throws IOException {
    return Files.readString(Path.of(flow(name))).replaceAll("\\s*\\R\\s*", " ");
  }

  @Test
  void jsonFollowsItsSchema() throws IOException {
    Told told = decide("--format", "json", flow("conditional"));
    assertEquals(10, told.code());
    assertEquals(List.of(), Schemas.errors("decision", told.out()));
  }

  @Test
  void theLibraryDecidesTheExample() {
    Told told = Told.by("decide", "--lang", "zh", "examples/hotel-booking/flow.json");
    assertEquals(10, told.code(), told.err());
    assertTrue(told.out().startsWith("● 附条件"), told.out());
    assertTrue(told.out().contains("《促进和规范数据跨境流动规定》第八条第一款"));
  }

  @Test
  void aQuestionIsPutToSomeTextsOnly() {
    Told told = decide("--using", "demo.guide", flow("prohibited"));
    assertEquals(13, told.code());
    assertTrue(told.out().contains("Asked of these modules only: demo.guide."), told.out());
  }

  @Test
  void draftsAreToldApartAndChangeNothingElse() {
    String drafts = "src/test/resources/cases/decide/drafts";
    String[] plain = {"decide", "--no-library", "--policy", drafts, drafts + "/ban.json"};
    Told without = Told.by(plain);
    String[] more = Arrays.copyOf(plain, plain.length + 1);
    more[plain.length] = "--with-drafts";
    Told with = Told.by(more);
    assertEquals(0, without.code());
    assertEquals(0, with.code());
    assertFalse(without.out().contains("If the drafts were adopted"));
    String apart = with.out().substring(with.out().indexOf("\nIf the drafts were adopted"));
    String section = apart.substring(0, apart.indexOf("\n\n", 1) + 1);
    assertTrue(section.contains("(draft) counted: prohibited"), section);
    assertEquals(without.out(), with.out().replace(section, ""));
  }

  @Test
  void aDraftAskedAloneIsSaidToBeOne() {
    String drafts = "src/test/resources/cases/decide/drafts";
    Told told =
        Told.by(
            "decide",
            "--no-library",
            "--policy",
            drafts,
            "--using",
            "demo.draft",
            "--brief",
            drafts + "/ban.json");
    assertEquals(13, told.code());
    assertTrue(told.out().contains("is a draft and does not count"), told.out());
  }

  @Test
  void textsThatDifferAreUndetermined() throws IOException {
    String world = "src/test/resources/cases/decide/unsettled";
    Told told =
        Told.by(
            "decide",
            "--no-library",
            "--policy",
            world,
            "--format",
            "json",
            "--with-drafts",
            world + "/ban-and-permission.json");
    assertEquals(12, told.code());
    assertEquals(List.of(), Schemas.errors("decision", told.out()));
    assertTrue(told.out().contains("\"safe\": \"demo.province\""), told.out());
  }

  @Test
  void anUnknownModuleIsShownWithWhatWasMeant() {
    Told told = decide("--using", "demo.laww", flow("prohibited"));
    assertEquals(64, told.code());
    assertEquals(
        """
        error: there is no module `demo.laww`  [unknown-module]
         --> --using:1:1
        1 | demo.laww
          | ^^^^^^^^^ did you mean `demo.law`?

        """,
        told.err());
  }

  @Test
  void briefIsTheAnswerAndWhatToDo() {
    Told told = decide("--brief", flow("conditional"));
    assertTrue(told.out().contains("To be done first"));
    assertFalse(told.out().contains("Norms that decide"));
    Told json = decide("--brief", "--format", "json", flow("conditional"));
    assertTrue(json.out().contains("  \"requirements\": ["), json.out());
    assertFalse(json.out().contains("\"findings\""), json.out());
  }

  @Test
  void standardInputAndYaml() {
    Told json = Told.by(read("conditional"), withWorld("-"));
    assertEquals(10, json.code());
    String yaml = "act: send_abroad\non: 2026-06-30\nstage: planned\nplace: CN-32\n";
    assertEquals(12, Told.by(yaml, withWorld("--yaml", "-")).code());
    assertEquals(1, Told.by(yaml, withWorld("-")).code());
  }

  @Test
  void yamlByItsEnding() throws IOException {
    Path flow = folder.resolve("流.yaml");
    Files.writeString(flow, "行为: 存储\n日期: 2026-06-30\n阶段: 拟实施\n行为地: 江苏\n人数: 5\n");
    assertEquals(0, decide(flow.toString()).code());
  }

  @Test
  void aBadFlowIsShownAndTheOthersAreDecided() throws IOException {
    Path bad = folder.resolve("bad.json");
    Files.writeString(
        bad, "{ \"act\": \"export\", \"on\": \"2026-02-30\", \"peple\": 5, \"act\": \"store\" }");
    Told told = decide(bad.toString(), flow("permitted"));
    assertEquals(1, told.code());
    assertTrue(told.out().contains("● permitted"));
    for (String code :
        List.of("[impossible-date]", "[unknown-field]", "[field-twice]", "`people`")) {
      assertTrue(told.err().contains(code), told.err());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', malformed-flow",
    "'{', malformed-flow",
    "'[]', wrong-value",
    "'{}', missing-fact",
    "'null', wrong-value",
    "'{} {}', malformed-flow",
    "'{ \"act\": {} }', wrong-value",
  })
  void aMalformedFlowIsReportedInItsPlace(String text, String code) {
    Told told = Told.by(text, withWorld("-"));
    assertEquals(1, told.code());
    assertTrue(told.err().contains("[" + code + "]"), told.err());
    assertTrue(told.err().contains("--> <standard input>:1:"), told.err());
  }

  @Test
  void endlessNestingIsRefused() {
    Told told = Told.by("[".repeat(100_000), withWorld("-"));
    assertEquals(1, told.code());
    assertTrue(told.err().contains("[malformed-flow]"), told.err());
  }

  @Test
  void bytesThatAreNoTextAreReported() {
    Told told = Told.by(new byte[] {'{', (byte) 0xff, '}'}, withWorld("-"));
    assertEquals(1, told.code());
    assertTrue(told.err().contains("[not-utf8]"), told.err());
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreNoMatter() {
    byte[] marked =
        ("\uFEFF" + new String(read("permitted"), UTF_8).replace("\n", "\r\n")).getBytes(UTF_8);
    assertEquals(0, Told.by(marked, withWorld("-")).code());
  }

  @Test
  void whatCannotBeReadIsBadInput() throws IOException {
    assertEquals(1, decide(folder.resolve("nowhere.json").toString()).code());
    assertEquals(1, decide(folder.toString()).code());
    assertEquals(
        1,
        Told.by("decide", "--policy", folder.resolve("nowhere.hefu").toString(), flow("permitted"))
            .code());
  }

  @Test
  void aBadPolicyDecidesNothing() throws IOException {
    Path policy = folder.resolve("bad.hefu");
    Files.writeString(policy, "module bad\nrule r {\n");
    Told told = decide("--policy", policy.toString(), flow("permitted"));
    assertEquals(2, told.code());
    assertEquals("", told.out());
    assertTrue(told.err().contains("bad.hefu:2:"), told.err());
  }

  @Test
  void aPolicyOnTopOfTheLibraryCounts() throws IOException {
    Path policy = folder.resolve("house.hefu");
    Files.writeString(
        policy,
        """
        module house
        use hefu.flow
        instrument "House rules" { rank: internal in_force: 2020-01-01 .. articles: 1 .. 3 }
        rule never (art 1) { forbid export }
        """);
    Told told =
        Told.by("decide", "--policy", policy.toString(), "examples/hotel-booking/flow.json");
    assertEquals(11, told.code(), told.err());
    assertTrue(told.out().contains("House rules, art 1"), told.out());
  }

  private static byte[] read(String name) {
    try {
      return Files.readAllBytes(Path.of(flow(name)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String flow(String name) {
    return WORLD + "/" + name + ".json";
  }

  private static Told decide(String... arguments) {
    return Told.by(withWorld(arguments));
  }

  private static String[] withWorld(String... arguments) {
    List<String> all = new ArrayList<>(List.of("decide", "--no-library", "--policy", WORLD));
    all.addAll(List.of(arguments));
    return all.toArray(String[]::new);
  }
}
