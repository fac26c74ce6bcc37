package org.hefu.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hefu.Load;
import org.hefu.model.Policy;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.text.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a file of grants is told at its place. */
class ReadGrantsTest {
  private static final String POLICY =
      """
      module m
      kind Act tree { process { use sell } }
      kind Stage { planned completed }
      kind Purpose { research marketing }
      request Flow {
        act: Act required
        on: date required
        stage: Stage
        who: string
        set: string
        purpose: Purpose
      }
      role grantee = who
      role data = set
      role purpose = purpose
      authority owner over "*"
      rule r { forbid process unless grant }
      instrument "Rules" { rank: internal in_force: 2020-01-01 .. }
      """;

  private static final String SOUND =
      "{\"title\": \"g1\", \"grantor\": \"owner\", \"grantee\": \"u\", \"data\": \"a/*\","
          + " \"acts\": \"process\", \"depth\": 1, \"purposes\": \"research\"}\n";

  @TempDir Path folder;

  @Test
  void aSoundFileHasNoProblem() throws IOException {
    assertEquals(List.of(), told("g.jsonl", SOUND));
    assertEquals(
        List.of(),
        told(
            "g.csv",
            """
            名称,授权方,被授权方,数据,行为,自
            "第，""一""号",owner,u,a/*; b,use;sell,2026年1月1日
            ,,,,,
            """));
  }

  @Test
  void eachRowTellsWhatIsWrongWithIt() throws IOException {
    assertEquals(
        List.of(
            "2 missing-property {",
            "3 unknown-member \"user\"",
            "4 wrong-pattern \"a//b\"",
            "5 unknown-property \"titel\"",
            "6 impossible-date \"2026-02-30\"",
            "7 malformed-table x",
            "8 grant-twice \"g1\""),
        told(
            "g.jsonl",
            SOUND
                + "{\"title\": \"g2\", \"grantor\": \"owner\", \"data\": \"a\", \"acts\": \"use\"}\n"
                + SOUND.replace("g1", "g3").replace("process", "user")
                + SOUND.replace("g1", "g4").replace("a/*", "a//b")
                + SOUND.replace("g1", "g5").replace("title", "titel")
                + SOUND.replace("g1", "g6").replace("}", ", \"from\": \"2026-02-30\"}")
                + "{\"title\": x}\n"
                + SOUND));
  }

  @Test
  void chainsAreTiedOnceAllRowsAreRead() throws IOException {
    String below = SOUND.replace("owner", "u").replace("\"u\", \"data", "\"v\", \"data");
    assertEquals(
        List.of("1 wider-grant \"*\"", "2 cyclic-grant \"g3\"", "4 unknown-grant \"g9\""),
        List.of(
            told("a.jsonl", below(below, "g2", "g1").replace("a/*", "*") + depth(SOUND)).getFirst(),
            told("b.jsonl", SOUND + below(below, "g3", "g4") + below(below, "g4", "g3")).getFirst(),
            told("c.jsonl", SOUND + "\n\n" + below(below, "g5", "g9")).getFirst()));
  }

  private static String below(String row, String title, String parent) {
    return row.replace("g1", title)
        .replace("\"depth\": 1", "\"depth\": 0, \"parent\": \"" + parent + "\"");
  }

  private static String depth(String row) {
    return row.replace("\"depth\": 1", "\"depth\": 2");
  }

  @Test
  void stopsNeedTheirGrantAndTheirDays() throws IOException {
    assertEquals(
        List.of(
            "2 unknown-grant \"g9\"", "3 wrong-stop \"2026-02-01\"", "4 wrong-stop \"2026-01-01\""),
        told(
            "g.jsonl",
            SOUND
                + "{\"line\": \"revoke\", \"title\": \"g9\", \"from\": \"2026-01-01\"}\n"
                + "{\"line\": \"撤销\", \"title\": \"g1\", \"from\": \"2026-01-01\", \"to\": \"2026-02-01\"}\n"
                + "{\"line\": \"suspend\", \"title\": \"g1\", \"from\": \"2026-02-02\", \"to\": \"2026-01-01\"}\n"));
  }

  @Test
  void whoHasNoAuthorityIsToldOnce() throws IOException {
    String nobodys = SOUND.replace("owner", "nobody");
    assertEquals(
        List.of("1 no-authority \"nobody\""),
        told("g.jsonl", nobodys + nobodys.replace("g1", "g2")));
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    ReadGrants.Result result = ReadGrants.file(folder.resolve("none.csv"), policy(), _ -> {});
    assertEquals(List.of(Code.CANNOT_READ), result.problems().stream().map(Problem::code).toList());
    assertEquals(Optional.empty(), result.policy());
  }

  private static Policy policy() {
    return Load.texts(List.of(new Source("m.hefu", POLICY)), false).policy().orElseThrow();
  }

  /** Of each problem its line, its code and what it points at. */
  private List<String> told(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    ReadGrants.Result result = ReadGrants.file(file, policy(), _ -> {});
    List<String> told = new ArrayList<>();
    for (Problem each : result.problems()) {
      String at = each.span().text();
      String shown = at.startsWith("{") ? "{" : at;
      told.add(each.span().line() + " " + each.code().id() + " " + shown);
    }
    boolean isSound = result.problems().stream().noneMatch(Problem::isError);
    assertEquals(isSound, result.policy().isPresent());
    return told;
  }
}
