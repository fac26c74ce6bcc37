package org.hefu.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hefu.Schemas;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
  private static final String BROKEN = "src/test/resources/cases/check/names/unknown.hefu";

  @TempDir Path folder;

  @Test
  void theLibraryHasNoProblems() {
    Told told = Told.by("check", "stdlib");
    assertEquals(0, told.code(), told.out());
    assertTrue(told.out().startsWith("no problems in "), told.out());
  }

  @Test
  void errorsAreFramedAndCounted() throws IOException {
    Told told = check("module m\nuse hefu.flow\ndefine a = data.persnal\n");
    assertEquals(2, told.code());
    assertEquals(
        """
        error: nothing here is called `persnal`  [unknown-name]
         --> %s:3:17
        3 | define a = data.persnal
          |                 ^^^^^^^ did you mean `personal`?

        1 error in 1 file
        `hefu explain unknown-name` says more
        """
            .formatted(file()),
        told.out());
    assertEquals("", told.err());
  }

  @Test
  void warningsAloneAreFine() throws IOException {
    Told told =
        check(
            """
            module m
            use hefu.flow
            instrument "House rules" { issuer: "Congress" rank: law in_force: 2020-01-01 .. articles: 1 .. 3 }
            rule r { forbid export }
            """);
    assertEquals(0, told.code());
    assertTrue(told.out().endsWith("1 warning in 1 file\n"), told.out());
  }

  @Test
  void aLineEachForTools() {
    Told told = Told.by("check", "--no-library", "--format=lines", "--lang=zh", BROKEN);
    assertEquals(2, told.code());
    assertTrue(
        told.out().lines().allMatch(l -> l.matches(".*hefu:\\d+:\\d+: 错误: .* \\[[a-z-]+]")),
        told.out());
  }

  @Test
  void jsonFollowsItsSchema() throws IOException {
    Told told = Told.by("check", "--no-library", "--format=json", BROKEN);
    assertEquals(2, told.code());
    assertEquals(List.of(), Schemas.errors("problems", told.out()));
  }

  @Test
  void sarifHasPlacesAndRules() {
    JsonNode run =
        JsonMapper.shared()
            .readTree(Told.by("check", "--no-library", "--format=sarif", BROKEN).out())
            .at("/runs/0");
    JsonNode first = run.at("/results/0");
    assertEquals("unknown-module", first.get("ruleId").asString());
    assertEquals("error", first.get("level").asString());
    JsonNode place = first.at("/locations/0/physicalLocation");
    assertEquals(BROKEN, place.at("/artifactLocation/uri").asString());
    assertEquals(2, place.at("/region/startLine").asInt());
    assertEquals(5, place.at("/region/startColumn").asInt());
    JsonNode rules = run.at("/tool/driver/rules");
    assertTrue(rules.size() > 0);
    for (JsonNode rule : rules) {
      assertTrue(rule.at("/shortDescription/text").asString().endsWith("."), rule.toString());
      assertTrue(rule.at("/help/text").asString().length() > 40, rule.toString());
      assertTrue(rule.at("/help/markdown").asString().length() > 40, rule.toString());
    }
  }

  @Test
  void standardInputIsChecked() {
    Told told =
        Told.by(
            "module m\nuse hefu.flow\ndefine a = nothing_like_it\n", new String[] {"check", "-"});
    assertEquals(2, told.code());
    assertTrue(told.out().contains("--> <standard input>:3:12"), told.out());
  }

  @Test
  void whatCannotBeReadIsBadInput() throws IOException {
    assertEquals(1, Told.by("check", folder.resolve("nowhere.hefu").toString()).code());
    Path secret = Files.writeString(folder.resolve("secret.hefu"), "module m\n");
    Files.setPosixFilePermissions(secret, Set.<PosixFilePermission>of());
    Assumptions.assumeFalse(Files.isReadable(secret), "root reads everything");
    assertEquals(1, Told.by("check", secret.toString()).code());
  }

  @Test
  void anEmptyFolderAndAnEmptyFile() throws IOException {
    // Whoever names a folder counts on policies in it.
    assertEquals(1, Told.by("check", folder.toString()).code());
    assertEquals(2, check("").code());
  }

  @Test
  void bytesThatAreNoText() throws IOException {
    Files.write(file(), "module m\ndefine a = \"\u00ff\"\n".getBytes(ISO_8859_1));
    Told told = Told.by("check", file().toString());
    assertEquals(2, told.code());
    assertTrue(told.out().contains("[not-utf8]"), told.out());
  }

  @Test
  void aByteOrderMarkWindowsLineEndsAndANullCharacter() throws IOException {
    assertEquals(
        0, check("\uFEFFmodule m\r\nuse hefu.flow\r\ndefine a = data.personal\r\n").code());
    Told told = check("module m\0\nuse hefu.flow\n");
    assertEquals(2, told.code());
    assertTrue(told.out().contains("U+0000"), told.out());
  }

  @Test
  void twentyThousandParentheses() throws IOException {
    Told told =
        check(
            "module m\nuse hefu.flow\ndefine a = "
                + "(".repeat(20_000)
                + "true"
                + ")".repeat(20_000)
                + "\n");
    assertEquals(2, told.code());
    assertTrue(told.out().contains("[too-deep]"), told.out());
    assertTrue(told.out().length() < 2000);
  }

  @Test
  void aMegabyteOfDefinitions() throws IOException {
    StringBuilder text = new StringBuilder("module m\nuse hefu.flow\n");
    for (int i = 0; text.length() < 1_000_000; i++) {
      text.append(
          "define a%d = data.personal and not handler.ciio or data.level >= important\n"
              .formatted(i));
    }
    Told told = Assertions.assertTimeout(Duration.ofMinutes(2), () -> check(text.toString()));
    assertEquals(
        0, told.code(), () -> told.out().substring(0, Math.min(2000, told.out().length())));
  }

  @Test
  void tenMegabytesOfNonsense() throws IOException {
    String text = "module m\n" + "〇 ?? } { define ( rule \"\n".repeat(400_000);
    Told told = Assertions.assertTimeout(Duration.ofMinutes(2), () -> check(text));
    assertEquals(2, told.code());
    assertFalse(told.out().contains("Exception"));
    assertTrue(Pattern.compile("(?m)^… and \\d+ more").matcher(told.out()).find());
    assertTrue(told.out().length() < 20_000);
  }

  private Told check(String text) throws IOException {
    Files.write(file(), text.getBytes(UTF_8));
    return Told.by("check", file().toString());
  }

  private Path file() {
    return folder.resolve("case.hefu");
  }
}
