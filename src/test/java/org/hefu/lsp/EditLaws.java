package org.hefu.lsp;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.hefu.text.Language;
import org.hefu.text.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  /** One line, longer than any that is written by hand. */
  private static final String HUGE = "define x = " + "a and ".repeat(8_000) + "a";

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

  /** How many seeds are tried; {@code -Dhefu.edits.tries=1000} tries more. */
  private static final int TRIES = Integer.getInteger("hefu.edits.tries", 12);

  /** What a request may end in while the text changes under it; anything else is a mistake. */
  private static final Set<Integer> REFUSALS =
      Set.of(
          ResponseErrorCode.ContentModified.getValue(),
          ResponseErrorCode.RequestCancelled.getValue(),
          ResponseErrorCode.RequestFailed.getValue());

  static Stream<Long> seeds() {
    return LongStream.rangeClosed(1, TRIES).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aServerThatIsEditedAtWillSaysWhatAFreshCheckSays(long seed) throws IOException {
    Random random = new Random(seed);
    List<CompletableFuture<?>> asked = new ArrayList<>();
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
        if (random.nextInt(3) == 0) {
          asked.add(asked(editor, random));
        }
        if (random.nextInt(12) == 0 && !asked.isEmpty()) {
          asked.getLast().cancel(true);
        }
      }
      Text fresh = new Text(editor.uri(FILE), folder.resolve(FILE), OptionalInt.empty(), source);
      List<Diagnostic> expected = Diagnostics.of(fresh, Unit.whole(List.of(fresh)), Language.EN);
      List<Diagnostic> last = editor.settled(FILE, 1_000, now -> told(now).equals(told(expected)));
      assertEquals(told(expected), told(last));
      assertEquals(List.of(), editor.logged());
      for (CompletableFuture<?> each : asked) {
        assertAnsweredOrRefused(each);
      }
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
      }
    }
  }

  /** Asks for something at some place. */
  private static CompletableFuture<?> asked(Editor editor, Random random) {
    var service = editor.server().getTextDocumentService();
    Position at = anywhere(random);
    return switch (random.nextInt(9)) {
      case 0 -> service.hover(new HoverParams(editor.text(FILE), at));
      case 1 -> service.completion(new CompletionParams(editor.text(FILE), at));
      case 2 -> service.signatureHelp(new SignatureHelpParams(editor.text(FILE), at));
      case 3 -> service.semanticTokensFull(new SemanticTokensParams(editor.text(FILE)));
      case 4 -> service.documentSymbol(new DocumentSymbolParams(editor.text(FILE)));
      case 5 -> service.rename(new RenameParams(editor.text(FILE), at, "named"));
      case 6 ->
          service.codeAction(
              new CodeActionParams(
                  editor.text(FILE), new Range(at, at), new CodeActionContext(List.of())));
      case 7 -> service.inlayHint(new InlayHintParams(editor.text(FILE), new Range(at, at)));
      default -> service.codeLens(new CodeLensParams(editor.text(FILE)));
    };
  }

  private static void assertAnsweredOrRefused(CompletableFuture<?> asked) {
    try {
      asked.get(1, TimeUnit.MINUTES);
    } catch (CancellationException cancelled) {
      // As was wished.
    } catch (ExecutionException e) {
      ResponseErrorException refused = assertInstanceOf(ResponseErrorException.class, e.getCause());
      assertTrue(
          REFUSALS.contains(refused.getResponseError().getCode()),
          () -> refused.getResponseError().toString());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
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
    return switch (random.nextInt(9)) {
      case 0, 1 -> "";
      case 2 -> binary(random);
      case 3 -> HUGE.substring(0, random.nextInt(HUGE.length()));
      case 4, 5 -> PIECES.get(random.nextInt(PIECES.size())) + "\n";
      default -> PIECES.get(random.nextInt(PIECES.size()));
    };
  }

  /** What is pasted when something is copied that is no text. */
  private static String binary(Random random) {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return new String(bytes, random.nextBoolean() ? StandardCharsets.UTF_8 : UTF_16LE);
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
