package org.hefu.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.hefu.text.Language;
import org.hefu.text.Source;

/**
 * Whatever is done to a text, and however wrong: the server goes on, and in the end says what a
 * fresh check of the text says.
 */
class EditLaws {
  private static final String FILE = "law.hefu";

  private static final String TEXT =
      """
      module m
      kind Act tree { do { send keep } }
      kind Stage { planned completed }
      request Flow { act: Act required on: date required stage: Stage a: boolean n: number }
      instrument "Law" { issuer: "Issuer" rank: law in_force: 2020-01-01 .. articles: 1 .. 9 }
      define d = a and n > 3
      rule r (art 1) { forbid send when d }
      规则 s (第2条) {
        允许 send 尽管 r
        当 非 a
      }
      scenario "one" { given { act: send, on: 2026-01-01, a: true, n: 4 } expect prohibited }
      """;

  private static final List<String> PIECES =
      List.of(
          "rule ",
          "when",
          "whe",
          "}",
          "{",
          "(",
          "\"",
          "“",
          "\r\n",
          "\r",
          "\n",
          "\t",
          "scenario \"x\" {",
          "define e = not d",
          "request R { }",
          "规则",
          "当 ",
          "\u0000\u0001\uFFFF",
          "\uD83D",
          "𠀀",
          "--",
          "module m",
          "use q",
          "account { art 1 }",
          "unit u",
          " ".repeat(5_000),
          "a.".repeat(300),
          "((((((((((",
          "10万",
          "第",
          "art 1.1(1)",
          "like \"one\"",
          "..");

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void aServerThatIsEditedAtWillSaysWhatAFreshCheckSays(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    Path folder = Files.createTempDirectory("hefu-edits");
    try (Editor editor = Editor.on(folder, "en")) {
      editor.open(FILE, TEXT);
      Source source = new Source(folder.resolve(FILE).toString(), TEXT);
      int version = 1;
      for (int i = 0; i < 60; i++) {
        boolean whole = random.nextInt(25) == 0;
        Range range = whole ? null : new Range(anywhere(random), anywhere(random));
        String text = sent(whole ? flipped(source.text(), random) : piece(random));
        // Most count as they should; some stand still, fall back or leap.
        version += random.nextInt(8) == 0 ? random.nextInt(9) - 4 : 1;
        version = i == 59 ? 1_000 : version;
        editor.change(FILE, version, range, text);
        TextDocumentContentChangeEvent change =
            whole
                ? new TextDocumentContentChangeEvent(text)
                : new TextDocumentContentChangeEvent(range, text);
        source = Edit.apply(source, List.of(change));
      }
      Text fresh = new Text(editor.uri(FILE), folder.resolve(FILE), OptionalInt.empty(), source);
      List<Diagnostic> expected = Diagnostics.of(fresh, Unit.whole(List.of(fresh)), Language.EN);
      List<Diagnostic> last = editor.settled(FILE, 1_000, now -> told(now).equals(told(expected)));
      assertEquals(told(expected), told(last));
      assertEquals(List.of(), editor.logged());
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
      }
    }
  }

  /** As it arrives: half a character does not survive UTF-8. */
  private static String sent(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** Normally within the text, sometimes far outside. */
  private static Position anywhere(Random random) {
    return random.nextInt(20) == 0
        ? new Position(random.nextInt(2_000), random.nextInt(100_000))
        : new Position(random.nextInt(16), random.nextInt(60));
  }

  private static String piece(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "";
      case 1 -> PIECES.get(random.nextInt(PIECES.size())) + "\n";
      default -> PIECES.get(random.nextInt(PIECES.size()));
    };
  }

  /** The text with the other ends of lines, or from the beginning. */
  private static String flipped(String text, Random random) {
    if (random.nextInt(3) == 0) {
      return TEXT;
    }
    return text.contains("\r\n") ? text.replace("\r\n", "\n") : text.replace("\n", "\r\n");
  }

  private static String told(List<Diagnostic> all) {
    StringBuilder told = new StringBuilder();
    all.forEach(d ->
        told.append(d.getRange())
            .append(d.getSeverity())
            .append(d.getMessage())
            .append(d.getRelatedInformation())
            .append('\n'));
    return told.toString();
  }
}
