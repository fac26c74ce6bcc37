package org.hefu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the files of lists are looked for, and what becomes of those that cannot be read. */
class ListFilesTest {
  private static final String OWN =
      """
      module m
      kind Act { export }
      kind Stage { planned completed }
      request Flow { act: Act required on: date required stage: Stage data_code: string }
      instrument "某办法" "Some measures" { rank: internal in_force: 2020-01-01 .. }
      record Entry { code: string people: number }
      list catalogue { record: Entry file: "%s" }
      rule listed { forbid export when any r in catalogue where r.code is data_code and r.people > 5 }
      """;

  @TempDir Path folder;

  @Test
  void aFileIsLookedForBesideItsModule() throws IOException {
    write("lists/catalogue.csv", "\uFEFFcode,people\r\nA01,10\r\n\"A,\"\"2\"\"\",7\r\nA03,1\r\n");
    Path policy = write("policies/m.hefu", OWN.formatted("../lists/catalogue.csv"));
    Load.Loaded loaded = Load.paths(List.of(policy), false);
    assertEquals(List.of(), loaded.problems());
    Hefu hefu = Hefu.load(List.of(policy));
    assertEquals(Outcome.PROHIBITED, decided(hefu, "A01"));
    assertEquals(Outcome.PROHIBITED, decided(hefu, "A,\\\"2\\\""));
    assertEquals(Outcome.PERMITTED, decided(hefu, "A03"));
    assertEquals(Outcome.PERMITTED, decided(hefu, "B01"));
  }

  @Test
  void whatCannotBeReadIsToldWhereItIsAskedFor() throws IOException {
    Path policy = write("m.hefu", OWN.formatted("nowhere.csv"));
    Problem problem = only(policy);
    assertEquals(Code.CANNOT_READ, problem.code());
    assertEquals("\"nowhere.csv\"", problem.span().text());
    Files.write(
        folder.resolve("nowhere.csv"),
        "code,people\nA\u00e4,1\n".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(Code.NOT_UTF8, only(policy).code());
    assertTrue(only(policy).span().source().name().endsWith("nowhere.csv"));
  }

  private static Problem only(Path policy) {
    List<Problem> problems = Load.paths(List.of(policy), false).problems();
    assertEquals(1, problems.size(), problems::toString);
    return problems.getFirst();
  }

  @Test
  void thePolicyHashCoversTheTable() throws IOException {
    Path policy = write("m.hefu", OWN.formatted("list.csv"));
    write("list.csv", "code,people\nA01,10\n");
    String before = hash(policy);
    assertEquals(before, hash(policy));
    write("list.csv", "code,people\nA01,11\n");
    assertNotEquals(before, hash(policy));
  }

  private static String hash(Path policy) {
    Hefu hefu = Hefu.load(List.of(policy));
    return hefu.decide(hefu.facts("{\"act\": \"export\", \"on\": \"2026-01-01\"}"))
        .hashes()
        .policy();
  }

  @Test
  void theLibraryBringsItsCalendar() {
    Policy policy = Load.texts(List.of(), true).policy().orElseThrow();
    assertTrue(policy.calendar().orElseThrow().covers(LocalDate.of(2026, 12, 31).toEpochDay()));
  }

  /** However long a list is, one look-up stands for it, and it is read in little time. */
  @Test
  void tenThousandRowsAreOneLookUp() throws IOException {
    StringBuilder table = new StringBuilder("code,people\n");
    IntStream.range(0, 10_000).forEach(i -> table.append("A%05d,%d\n".formatted(i, i)));
    write("list.csv", table.toString());
    Hefu hefu = Hefu.load(List.of(write("m.hefu", OWN.formatted("list.csv"))));
    assertEquals(Outcome.PERMITTED, decided(hefu, "A00005"));
    assertEquals(Outcome.PROHIBITED, decided(hefu, "A09999"));
    String terms = hefu.policy().steps().toString();
    assertEquals(1, terms.split("OneOf\\[", -1).length - 1);
    assertEquals(0, terms.split("Same\\[", -1).length - 1);
  }

  private static Outcome decided(Hefu hefu, String code) {
    return hefu.outcome(
        hefu.facts(
            "{\"act\": \"export\", \"on\": \"2026-01-01\", \"stage\": \"planned\", \"data_code\": \"%s\"}"
                .formatted(code)));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
