package org.hefu.problem;

import static org.hefu.text.Json.object;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hefu.text.Bilingual;
import org.hefu.text.Json;
import org.hefu.text.Language;
import org.hefu.text.Source;
import org.hefu.text.Span;

/**
 * Problems as JSON, as {@code docs/schema/problems.schema.json} describes it; what people read is
 * in both languages.
 */
public final class ProblemJson {
  private ProblemJson() {}

  public static String text(List<Problem> problems) {
    long errors = problems.stream().filter(Problem::isError).count();
    return Json.text(
        object(
            "problems",
            problems.stream().map(ProblemJson::problem).toList(),
            "errors",
            errors,
            "warnings",
            problems.size() - errors));
  }

  private static Object problem(Problem problem) {
    Map<String, Object> all =
        object(
            "code", problem.code().id(),
            "severity", problem.code().severity().name().toLowerCase(Locale.ROOT),
            "message", new Bilingual(problem.message(Language.ZH), problem.message(Language.EN)),
            "help", help(problem));
    all.putAll(place(problem.span()));
    all.put("related", problem.related().stream().map(ProblemJson::related).toList());
    return all;
  }

  private static Optional<Bilingual> help(Problem problem) {
    return problem
        .helpText(Language.ZH)
        .map(zh -> new Bilingual(zh, problem.helpText(Language.EN).orElseThrow()));
  }

  private static Object related(Problem.Related related) {
    Map<String, Object> all =
        object(
            "message", new Bilingual(related.message(Language.ZH), related.message(Language.EN)));
    all.putAll(place(related.span()));
    return all;
  }

  /** Lines and columns count from 1, columns in characters. */
  private static Map<String, Object> place(Span span) {
    Source source = span.source();
    return object(
        "file", source.name(),
        "line", span.line(),
        "column", span.column(),
        "end_line", source.line(span.end()),
        "end_column", source.column(span.end()));
  }
}
