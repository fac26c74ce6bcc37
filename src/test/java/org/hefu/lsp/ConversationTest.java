package org.hefu.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.hefu.Golden;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What an editor says and what it is answered. A case is a list of steps:
 *
 * <pre>
 * language zh                       the editor's, before all else; English without it
 * open FILE                         with the text that follows, to a line {@code ---}
 * replace FILE "of|ld" "new"        a part of the text
 * problems FILE                     what is told of the text when all has been looked at
 * METHOD FILE "a pl|ace" {…}        a request about a text, at a place, with what else it needs;
 *                                   a quotation mark in the place has a backslash before it
 * </pre>
 */
class ConversationTest {
  private static final Pattern STEP =
      Pattern.compile(
          "(\\S+) (\\S+)(?: \"((?:[^\"\\\\]|\\\\.)*)\")?(?: \"([^\"]*)\")?(?: (\\{.*\\}))?");

  private static final Gson GSON =
      new MessageJsonHandler(Map.of()).getGson().newBuilder().disableHtmlEscaping().create();

  @TestFactory
  Stream<DynamicTest> cases() {
    return Golden.cases("lsp", ".lsp", ConversationTest::answer);
  }

  private static String answer(Path file) throws Exception {
    Path folder = Files.createTempDirectory("hefu-conversation");
    List<String> lines = Files.readAllLines(file);
    String language =
        lines.getFirst().startsWith("language ") ? lines.getFirst().substring(9) : "en";
    try (Editor editor = Editor.on(folder, language)) {
      return new Conversation(editor).held(lines);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
      }
    }
  }

  /** One editor and what it has open. */
  private static final class Conversation {
    private final Editor editor;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();

    Conversation(Editor editor) {
      this.editor = editor;
    }

    String held(List<String> lines) throws Exception {
      StringBuilder out = new StringBuilder();
      for (Iterator<String> rest = lines.iterator(); rest.hasNext(); ) {
        String line = rest.next();
        if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("language ")) {
          Matcher step = STEP.matcher(line);
          if (!step.matches()) {
            throw new IllegalArgumentException("no step: " + line);
          }
          String answer = step(step, rest);
          if (!answer.isEmpty()) {
            out.append("> ").append(line).append('\n').append(answer).append('\n');
          }
        }
      }
      for (String each : editor.logged()) {
        out.append("logged: ").append(each).append('\n');
      }
      return out.toString();
    }

    private String step(Matcher step, Iterator<String> rest) throws Exception {
      String file = step.group(2);
      return switch (step.group(1)) {
        case "open" -> open(file, rest);
        case "replace" -> replace(file, step.group(3), step.group(4));
        case "problems" ->
            told(GSON.toJsonTree(editor.settled(file, versions.getOrDefault(file, 1))));
        default -> told(asked(step.group(1), params(file, step.group(3), step.group(5))));
      };
    }

    private String open(String file, Iterator<String> rest) throws IOException {
      StringBuilder text = new StringBuilder();
      for (String line = rest.next(); !line.equals("---"); line = rest.next()) {
        text.append(line).append('\n');
      }
      texts.put(file, text.toString());
      versions.put(file, 1);
      editor.open(file, text.toString());
      return "";
    }

    private String replace(String file, String old, String by) {
      String text = texts.getOrDefault(file, "");
      Range range = new Range(Editor.at(text, old, 0), Editor.at(text, old, old.length()));
      versions.put(file, editor.change(file, range, by));
      texts.put(file, text.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(by)));
      return "";
    }

    /** Everything that a request may want to know; what one does not want it passes over. */
    private JsonObject params(String file, @Nullable String mark, @Nullable String further) {
      Position position = new Position(0, 0);
      if (mark != null) {
        String text = texts.getOrDefault(file, "");
        String plain = mark.replace("\\\"", "\"");
        position = Editor.at(text, plain.replace("|", ""), Math.max(0, plain.indexOf('|')));
      }
      JsonObject params = new JsonObject();
      params.add("textDocument", GSON.toJsonTree(editor.text(file)));
      params.add("position", GSON.toJsonTree(position));
      params.add("positions", GSON.toJsonTree(List.of(position)));
      Range range =
          mark == null
              ? new Range(position, new Position(1_000, 0))
              : new Range(position, position);
      params.add("range", GSON.toJsonTree(range));
      params.add("context", JsonParser.parseString("{includeDeclaration:true,diagnostics:[]}"));
      params.add("options", JsonParser.parseString("{tabSize:2,insertSpaces:true}"));
      if (further != null) {
        JsonParser.parseString(further).getAsJsonObject().asMap().forEach(params::add);
      }
      return params;
    }

    private JsonElement asked(String method, JsonObject params) throws Exception {
      Method found =
          Arrays.stream(TextDocumentService.class.getMethods())
              .filter(m -> m.getName().equals(method) && m.getParameterCount() == 1)
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no request " + method));
      Object answer =
          found.invoke(
              editor.server().getTextDocumentService(),
              (Object) GSON.fromJson(params, found.getParameterTypes()[0]));
      try {
        return GSON.toJsonTree(Editor.get((CompletableFuture<?>) answer));
      } catch (IllegalStateException refused) {
        JsonObject error = new JsonObject();
        error.addProperty("refused", String.valueOf(refused.getMessage()));
        return error;
      }
    }

    /** The parts of a list on a line each, wherever the case happens to lie. */
    private String told(JsonElement answer) {
      StringBuilder told = new StringBuilder();
      JsonElement list =
          answer.isJsonObject() && answer.getAsJsonObject().has("items")
              ? answer.getAsJsonObject().get("items")
              : answer;
      if (list.isJsonArray()) {
        for (JsonElement each : (JsonArray) list) {
          told.append(GSON.toJson(each)).append('\n');
        }
        told.append(list.getAsJsonArray().isEmpty() ? "nothing\n" : "");
      } else {
        told.append(GSON.toJson(list)).append('\n');
      }
      return told.toString()
          .replace(editor.uri(""), "")
          .replaceAll("file:[^\"]*/docs/problems/", "docs/problems/")
          .replaceAll("file:[^\"]*/stdlib/", "stdlib/");
    }
  }
}
