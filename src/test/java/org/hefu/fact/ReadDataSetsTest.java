package org.hefu.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hefu.Load;
import org.hefu.model.Fact;
import org.hefu.model.Policy;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.text.Language;
import org.hefu.text.Source;
import org.junit.jupiter.api.Test;

/** What flows say of data sets. */
class ReadDataSetsTest {
  private static final Policy LIBRARY = Load.texts(List.of(), true).policy().orElseThrow();

  private static ReadFlow.Result read(String data) {
    String flow = "{\"act\": \"use\", \"on\": \"2026-01-01\", \"data\": {" + data + "}}";
    return ReadFlow.file(new Source("flow.json", flow), false, LIBRARY);
  }

  private static Fact fact(String name) {
    return LIBRARY.request().at(List.of("data", name)).orElseThrow().fact().orElseThrow();
  }

  @Test
  void aListIsASet() {
    Facts facts = read("\"lineage\": [\"b\", \"a/1\", \"b\"]").facts().orElseThrow();
    assertEquals(List.of("a/1", "b"), facts.texts(fact("lineage")));
    assertEquals("“a/1”, “b”", facts.said(fact("lineage")).orElseThrow().in(Language.EN));
  }

  @Test
  void noneIsKnownAndUnknownIsNot() {
    Facts none = read("\"lineage\": []").facts().orElseThrow();
    assertTrue(none.isKnown(fact("lineage")));
    assertEquals("none", none.said(fact("lineage")).orElseThrow().in(Language.EN));
    Facts unknown = read("\"lineage\": null").facts().orElseThrow();
    assertTrue(unknown.said(fact("lineage")).isEmpty());
  }

  @Test
  void whatNamesNothingIsAProblem() {
    assertEquals(List.of(Code.WRONG_PATTERN), codes(read("\"set\": \"a//b\"")));
    assertEquals(
        List.of(Code.WRONG_PATTERN, Code.WRONG_VALUE),
        codes(read("\"lineage\": [\"a\", \"a*\", 3]")));
  }

  private static List<Code> codes(ReadFlow.Result result) {
    return result.problems().stream().map(Problem::code).toList();
  }
}
