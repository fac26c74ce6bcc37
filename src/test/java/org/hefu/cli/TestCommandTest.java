package org.hefu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.hefu.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
  private static final String WORLD =
      """
      module m
      use demo.world
      instrument "Law" { rank: law in_force: 2020-01-01 .. articles: 1 .. 9 }
      procedure review { met when known until }
      rule a (art 1) { forbid export when people > 5 }
      rule b (art 2.1) { require review before share when data.personal }
      rule c (art 3) { oblige "keep records" after share }
      """;

  @TempDir Path folder;

  @Test
  void whatIsExpectedPasses() throws IOException {
    Told told =
        test(
            """
            scenario "few" { given { act: export, on: 2026-01-01, people: 5 } expect permitted }
            scenario "many" { given { act: export, on: 2026-01-01, people: 6 } expect prohibited citing art 1, a }
            scenario "some" { given { act: export, on: 2026-01-01 } expect undetermined missing people }
            scenario "shared" {
              using m
              given { act: share, on: 2026-01-01, stage: planned, data.personal: true }
              expect conditional citing art 2 requiring review
            }
            scenario "reviewed" like "shared" { given { until: 2026-01-01 } expect permitted citing art 2.1, c }
            """);
    assertEquals("5 passed, 0 failed\n", told.out());
    assertEquals(0, told.code());
  }

  @Test
  void whatDraftsWouldChangeIsExpectedApart() throws IOException {
    write("");
    Path draft = folder.resolve("draft.hefu");
    Files.writeString(
        draft,
        """
        module m.draft
        use demo.world
        instrument "Draft" { rank: law status: draft }
        rule no_export (art 1) { forbid export }
        scenario "as it is" { given { act: export, on: 2026-01-01, people: 5 } expect permitted }
        scenario "asked alone" like "as it is" { using m.draft expect unregulated }
        scenario "if adopted" like "as it is" { with drafts expect prohibited citing art 1 }
        scenario "as well" like "if adopted" { using m.draft expect prohibited }
        """);
    Told told = run(draft.toString());
    assertEquals("4 passed, 0 failed\n", told.out(), told.err());
  }

  @Test
  void whatFailsSaysWhatCameAndWhy() throws IOException {
    Told told =
        test(
            """
            scenario "many" (case X-1) { given { act: export, on: 2026-01-01, people: 6 } expect permitted citing art 3 missing people }
            scenario "shared" {
              using m
              given { act: share, on: 2026-01-01, stage: planned, data.personal: true }
              expect conditional requiring data.personal
            }
            scenario "few" { given { act: export, on: 2026-01-01, people: 5 } expect permitted }
            """);
    assertEquals(1, told.code());
    assertEquals(
        """
        ✗ many (X-1)
          %1$s:8:10
          expected permitted, came prohibited
          the answer does not rest on m art 3
          the answer does not hang on people
          it rests on m.a (art 1)

        ✗ shared
          %1$s:9:10
          not among what is to be done first: data.personal
          to be done first, too, and not named: review
          it rests on m.b (art 2.1)
          to be done first: review

        1 passed, 2 failed
        """
            .formatted(file()),
        told.out());
  }

  @Test
  void whatMustNotBeCitedAndWhatIsOverdueIsSaid() throws IOException {
    Told told =
        test(
            """
            procedure seal { met when people > 5 }
            rule d (art 4) { oblige seal within 10 days after until }
            scenario "in time" {
              using m
              given { act: share, on: 2026-01-11, stage: planned, data.personal: true, people: 5, until: 2026-01-01 }
              expect permitted citing c, not overdue d, not a, not art 1
            }
            scenario "late" like "in time" {
              table on, people, expect, citing {
                case "late": 2026-01-12, 5, permitted, overdue d
                case "done": 2026-01-12, 6, permitted, not overdue art 4
                case "nobody knows": 2026-01-12, 6, permitted, overdue art 4
                case "many": 2026-01-12, 5, permitted, not c
                case "not late": 2026-01-12, 5, permitted, not overdue m.d
              }
            }
            """);
    assertEquals(1, told.code());
    assertEquals(
        """
        ✗ late: nobody knows
          %1$s:19:10
          no duty of m art 4 is overdue
          it rests on m.b (art 2.1)

        ✗ late: many
          %1$s:20:10
          m.c applies, and the scenario says that it does not
          it rests on m.b (art 2.1)

        ✗ late: not late
          %1$s:21:10
          a duty of m.d is overdue, and the scenario says that it is not
          it rests on m.b (art 2.1)

        3 passed, 3 failed
        """
            .formatted(file()),
        told.out());
  }

  @Test
  void onlyWhatIsAskedForRuns() throws IOException {
    write(
        "scenario \"few\" (case X-1) { given { act: export, on: 2026-01-01, people: 5 } expect permitted }\n");
    assertEquals("1 passed, 0 failed\n", run("--filter", "X-1").out());
    // A misspelt filter must not pass for a test that did.
    assertEquals(64, run("--filter", "X-2").code());
  }

  @Test
  void jsonFollowsItsSchema() throws IOException {
    write(
        "scenario \"few\" { given { act: export, on: 2026-01-01, people: 5 } expect prohibited }\n");
    Told told = run("--format", "json");
    assertEquals(1, told.code());
    assertEquals(List.of(), Schemas.errors("scenarios", told.out()));
    assertTrue(told.out().contains("预期禁止，得出允许"), told.out());
  }

  @Test
  void aBadPolicyRunsNothing() throws IOException {
    Told told = test("scenario \"few\" { expect nothing }\n");
    assertEquals(2, told.code());
    assertEquals("", told.out());
    assertTrue(told.err().contains("[unknown-outcome]"), told.err());
  }

  @Test
  void whatCannotBeReadIsBadInput() {
    assertEquals(1, Told.by("test", folder.resolve("nowhere.hefu").toString()).code());
  }

  @Test
  void withoutPathsTheLibraryIsTested() {
    Told told = Told.by("test", "--filter", "TH-");
    assertTrue(told.out().strip().matches("(?s).*\\d+ passed, \\d+ failed"), told.toString());
  }

  private Told test(String scenarios) throws IOException {
    write(scenarios);
    return run();
  }

  private Told run(String... options) {
    String[] all = new String[options.length + 3];
    System.arraycopy(options, 0, all, 3, options.length);
    all[0] = "test";
    all[1] = file().toString();
    all[2] = folder.resolve("world.hefu").toString();
    return Told.by(all);
  }

  private void write(String scenarios) throws IOException {
    Files.writeString(file(), WORLD + scenarios);
    Files.copy(
        Path.of("src/test/resources/cases/check/world.txt"),
        folder.resolve("world.hefu"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private Path file() {
    return folder.resolve("m.hefu");
  }
}
