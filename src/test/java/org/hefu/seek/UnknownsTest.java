package org.hefu.seek;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.NoSuchElementException;
import org.hefu.Load;
import org.hefu.decide.Missing;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.problem.Problem;
import org.hefu.text.Source;
import org.junit.jupiter.api.Test;

/** With what unknown facts are filled in. */
class UnknownsTest {
  private static final String WORDS =
      """
      module words
      unit people
      kind Act { export }
      kind Stage { planned completed }
      kind Level ordered { low middle high }
      kind Colour { red green blue }
      kind Region tree { CN { CN-32 { CN-3201 } CN-31 } abroad }
      request Flow {
        act: Act required
        on: date required
        stage: Stage
        place: Region
        people: number people
        others: number people
        amount: number
        since: date
        until: date
        wait: number days
        level: Level
        colour: Colour
        remark: string
        regions: set of Region
        told: boolean
      }
      question open_point decided by "a court"
      instrument "Test" { rank: law in_force: 2020-01-01 .. }
      """;

  private static List<String> cells(String condition, String fact) {
    return cells(condition, fact, "");
  }

  /** The cells of a fact in words, where a rule forbids the act under the condition. */
  private static List<String> cells(String condition, String fact, String more) {
    return unknowns(condition, more).tried().stream()
        .filter(u ->
            switch (u.of()) {
              case Missing.OfFact(var its, _, _) -> its.name().equals(fact);
              case Missing.OfLaw(var question, _) -> question.names().name().equals(fact);
            })
        .findFirst()
        .orElseThrow()
        .cells()
        .stream()
        .map(c -> c.said().en())
        .toList();
  }

  private static Unknowns unknowns(String condition, String more) {
    String policy = WORDS + "rule one (art 1) { forbid export when " + condition + " }\n";
    Load.Loaded loaded = Load.texts(List.of(new Source("test.hefu", policy)), false);
    assertEquals(List.of(), loaded.problems().stream().filter(Problem::isError).toList());
    Program program = Program.of(loaded.policy().orElseThrow());
    String flow =
        "{\"act\": \"export\", \"on\": \"2026-06-30\", \"stage\": \"planned\"%s}".formatted(more);
    Facts facts =
        ReadFlow.file(new Source("flow", flow), false, program.policy()).facts().orElseThrow();
    return Unknowns.of(
        program.trials(facts, Asked.ALL, false), facts, program.decide(facts, Asked.ALL));
  }

  @Test
  void aNumberOnEachSideOfEveryThreshold() {
    assertEquals(
        List.of(
            "less than 10 people",
            "at least 10 people, and at most 100 people",
            "more than 100 people"),
        cells("people >= 10 and people <= 100 or told and people > 100", "people"));
  }

  @Test
  void stretchesThatNothingTellsApartAreOne() {
    assertEquals(
        List.of("less than 10 people, or more than 10 people", "10 people"),
        cells("people is 10", "people"));
  }

  @Test
  void onlyNumbersWithoutUnitMayBeNegative() {
    assertEquals(List.of("less than 0", "at least 0"), cells("amount < 0", "amount"));
    assertEquals(List.of("anything"), cells("people < 0", "people"));
  }

  @Test
  void aDateByWhatItsMovesCome() {
    assertEquals(
        List.of("up to 2023-06-30", "from 2023-07-01"), cells("on < since + 3 years", "since"));
    assertEquals(
        List.of("up to 2026-05-30", "from 2026-05-31"), cells("on - since <= 30 days", "since"));
    assertEquals(List.of("up to 30 days", "from 31 days"), cells("wait <= 30 days", "wait"));
  }

  @Test
  void aDateThatNoCalendarCanMoveIsNotToldApart() {
    assertEquals(List.of("anything"), cells("on < since + 3 working days", "since"));
  }

  @Test
  void twoUnknownDatesHaveEnoughInCommonToComeInEveryOrder() {
    List<String> since = cells("since < until and until >= 2025-01-01", "since");
    assertEquals(since, cells("since < until and until >= 2025-01-01", "until"));
    assertEquals(5, since.size());
  }

  @Test
  void oneOfTwoUnknownNumbersThatAreAddedUpStaysUnknown() {
    assertEquals(
        List.of("less than 5 people", "at least 5 people"),
        cells("people + others > 10 and people >= 5", "people"));
    assertThrows(
        NoSuchElementException.class,
        () -> cells("people + others > 10 and people >= 5", "others"));
  }

  @Test
  void whatKnownAsksForStaysUnknown() {
    assertThrows(
        NoSuchElementException.class, () -> cells("told or known told or people > 1", "told"));
  }

  @Test
  void membersByWhatIsAskedOfThem() {
    assertEquals(List.of("low", "middle, high"), cells("level > low", "level"));
    assertEquals(List.of("red", "green, blue"), cells("colour is red", "colour"));
  }

  @Test
  void aTreeDoesNotListEverything() {
    assertEquals(
        List.of(
            "CN, other than what is listed below it, CN-31, abroad",
            "CN-32, other than what is listed below it",
            "CN-3201"),
        cells("place within CN-32 and (told or not place within CN-3201)", "place"));
    assertEquals(
        List.of("CN-32, other than what is listed below it", "CN-3201"),
        cells("place within CN-3201", "place", ", \"place\": \"CN-32\""));
  }

  @Test
  void setsByWhatIsAskedOfThem() {
    assertEquals(
        List.of("none of CN-3201, abroad", "CN-3201", "abroad", "CN-3201, abroad"),
        cells("regions has CN-3201 and not regions has abroad", "regions"));
  }

  @Test
  void theTextsComparedWithAndAnother() {
    assertEquals(List.of("another text", "“a”"), cells("remark is \"a\"", "remark"));
  }

  @Test
  void bothAnswersToAPointOfLaw() {
    assertEquals(List.of("no", "yes"), cells("open_point and people > 1", "open_point"));
  }
}
