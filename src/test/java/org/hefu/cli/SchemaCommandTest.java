package org.hefu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hefu.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCommandTest {
  private static final String POLICY =
      """
      module m
      unit people（人）
      kind Act（行为） tree { send（发送） keep }
      kind Stage { planned completed }
      record Data（数据） { sorts: set of Act, people（人数）: number people }
      request Flow "a flow" {
        act（做什么）: Act required
        on: date required
        stage: Stage
        data（数据）: Data
        sure: boolean "确实？" "is it sure?"
      }
      """;

  @TempDir Path folder;

  private String schema() throws IOException {
    Path policy = Files.writeString(folder.resolve("policy.hefu"), POLICY);
    Told told = Told.by("schema", "--no-library", "--policy", policy.toString());
    assertEquals("", told.err());
    assertEquals(0, told.code());
    return told.out();
  }

  /** Whatever a flow may be written as follows the schema; what {@code decide} refuses does not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "true  | {'act': 'send', 'on': '2026-01-01'}",
        "true  | {'做什么': '发送', 'on': '2026年1月1日', '数据': {'人数': '10万'}}",
        "true  | {'act': 'send', 'on': '2026-01-01', 'data.people': 3, 'sure': null}",
        "true  | {'act': 'send', 'on': '2026-01-01', 'sure': '是', 'data': {'sorts': ['keep']}}",
        "true  | {'$schema': 'x', 'act': 'send', 'on': '2026-01-01', 'stage': 'unknown'}",
        "true  | {'on': '2026-01-01', 'parts': {'a': {'act': 'send'}, 'b': {'act': 'keep'}}}",
        "false | {'on': '2026-01-01'}",
        "false | {'act': 'sned', 'on': '2026-01-01'}",
        "false | {'act': 'send', 'on': 'tomorrow'}",
        "false | {'act': 'send', 'on': '2026-01-01', 'data': {'peple': 3}}",
        "false | {'act': 'send', 'on': '2026-01-01', 'sure': 'perhaps'}",
        "false | {'act': null, 'on': '2026-01-01'}",
        "false | ['act']",
      })
  void itHoldsForFlows(boolean holds, String flow) throws IOException {
    List<String> errors = Schemas.against(schema(), flow.replace('\'', '"'));
    assertEquals(holds, errors.isEmpty(), errors::toString);
  }

  @Test
  void everyExampleFollowsTheLibrarys() throws IOException {
    String schema = Told.by("schema").out();
    try (Stream<Path> all = Files.walk(Path.of("examples"))) {
      List<Path> flows = all.filter(f -> f.endsWith("flow.json")).toList();
      assertFalse(flows.isEmpty());
      for (Path flow : flows) {
        assertEquals(List.of(), Schemas.against(schema, Files.readString(flow)), flow::toString);
      }
    }
  }

  @Test
  void questionsAreInTheReadersLanguage() throws IOException {
    assertTrue(schema().contains("is it sure?"));
    Path policy = folder.resolve("policy.hefu");
    String zh = Told.by("schema", "--lang", "zh", "--no-library", "-p", policy.toString()).out();
    assertTrue(zh.contains("确实？"), zh);
  }

  @Test
  void aPolicyWithErrorsHasNone() throws IOException {
    Path policy = Files.writeString(folder.resolve("bad.hefu"), POLICY + "define d = nothing\n");
    Told told = Told.by("schema", "--no-library", "-p", policy.toString());
    assertEquals(2, told.code());
    assertEquals("", told.out());
    assertTrue(told.err().contains("unknown-name"), told.err());
  }
}
