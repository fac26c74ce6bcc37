package org.hefu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hefu.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {"", "decide", "check", "explain", "test", "fmt", "completion", "version"})
  void everyCommandHelpsInBothLanguages(String command) {
    Told zh = Told.by((command + " --help --lang zh").strip().split(" "));
    Told en = Told.by((command + " -h").strip().split(" "));
    assertEquals(0, zh.code());
    assertEquals(0, en.code());
    assertTrue(zh.out().contains("用法：hefu " + command), zh.out());
    assertTrue(zh.out().contains("例子\n  "), zh.out());
    assertTrue(en.out().contains("usage: hefu " + command), en.out());
    assertTrue(en.out().contains("examples\n  "), en.out());
    assertEquals("", zh.err() + en.err());
    assertFalse(
        en.out()
            .codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
  }

  @Test
  void everyOptionIsDescribed() {
    for (String command : new String[] {"decide", "check", "explain", "test", "fmt"}) {
      String help = Told.by(command, "--help").out();
      help.lines()
          .filter(l -> l.strip().startsWith("-"))
          .forEach(l -> assertTrue(l.strip().matches(".*\\S {2,}\\S.*"), l));
    }
  }

  @Test
  void withoutACommandItSaysHowItIsUsed() {
    Told told = Told.by();
    assertEquals(64, told.code());
    assertTrue(told.err().contains("usage: hefu"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chek x              | there is no command `chek`; did you mean `check`?",
        "decide --usng x f   | there is no option `--usng`; did you mean `--using`?",
        "decide --usng=x f   | there is no option `--usng`; did you mean `--using`?",
        "decide              | `FLOW` is missing",
        "decide f --format   | the option `--format` needs a value",
        "decide f --format x | `x` is no value for --format; it may be text, json",
        "decide f --lang fr  | `fr` is no value for --lang; it may be zh, en",
        "fmt x --colour red  | `red` is no value for --colour; it may be auto, always, never",
        "check a -           | `-` stands alone: one text at a time comes from standard input",
        "fmt - b             | `-` stands alone: one text at a time comes from standard input",
        "explain nothing      | there is no problem `nothing`",
        "version now         | `now` is one argument too many",
        "decide --no-library f | with `--no-library`, name a policy: `--policy FILE`",
      })
  void misuseNamesWhatWasMeant(String line, String said) {
    Told told = Told.by(line.split(" "));
    assertEquals(64, told.code(), told.toString());
    assertEquals("hefu: " + said, told.err().lines().findFirst().orElse(""));
    assertTrue(told.err().contains("--help` shows how it is used"));
    assertEquals("", told.out());
  }

  @Test
  void misuseIsSaidInTheReadersLanguage() {
    assertEquals(
        "hefu: 没有命令 `chek`；是否想写 `check`？",
        Told.by("chek", "--lang", "zh").err().lines().findFirst().get());
  }

  @Test
  void anInternalErrorIsOneLineAndAFile() throws IOException {
    Terminal broken =
        new Terminal(InputStream.nullInputStream(), faulty(), sink(), Map.of(), Language.EN, false);
    assertEquals(70, Main.run(broken, "version"));
    String said = said();
    assertEquals(1, said.lines().count());
    Matcher file = Pattern.compile("with the file (\\S+)").matcher(said);
    assertTrue(file.find(), said);
    Path kept = Path.of(file.group(1));
    assertTrue(Files.readString(kept).contains("a fault of our own"));
    Files.delete(kept);
  }

  private PrintStream sink() {
    return new PrintStream(written, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return written.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream faulty() {
    return new PrintStream(OutputStream.nullOutputStream()) {
      @Override
      public void println(String line) {
        throw new IllegalStateException("a fault of our own\nand more of it");
      }
    };
  }

  @Test
  void versionIsOneLine() {
    assertEquals(1, Told.by("version").out().lines().count());
    assertEquals(Told.by("version").out(), Told.by("--version").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completionKnowsEveryCommand(String shell) {
    Told told = Told.by("completion", shell);
    assertEquals(0, told.code());
    for (String word : new String[] {"decide", "check", "fmt", "--using", "--keywords"}) {
      assertTrue(told.out().contains(word), word);
    }
  }

  @Test
  void coloursAreForTerminalsUnlessAskedFor() {
    assertTrue(told(true, Map.of()).contains("\u001b["));
    assertFalse(told(false, Map.of()).contains("\u001b["));
    assertFalse(told(true, Map.of("NO_COLOR", "1")).contains("\u001b["));
    assertFalse(told(true, Map.of("TERM", "dumb")).contains("\u001b["));
    assertTrue(told(false, Map.of("NO_COLOR", "1"), "--color=always").contains("\u001b["));
    assertFalse(told(true, Map.of(), "--colour", "NEVER").contains("\u001b["));
  }

  private static String told(
      boolean interactive, Map<String, String> environment, String... options) {
    List<String> all = new ArrayList<>(List.of("check", "--no-library"));
    all.addAll(List.of(options));
    all.add("src/test/resources/cases/check/names/unknown.hefu");
    return Told.by(new byte[0], environment, interactive, all.toArray(String[]::new)).out();
  }
}
