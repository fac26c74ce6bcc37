package org.hefu.problem;

import static org.hefu.text.Json.object;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hefu.text.Json;
import org.hefu.text.Language;
import org.hefu.text.Source;
import org.hefu.text.Span;

/** Problems as SARIF 2.1.0, which code hosts and editors read. */
public final class Sarif {
  private Sarif() {}

  /**
   * @param version of Hefu
   */
  public static String text(List<Problem> problems, Language language, String version) {
    Object driver =
        object(
            "name",
            "hefu",
            "version",
            version,
            "rules",
            problems.stream()
                .map(Problem::code)
                .distinct()
                .sorted()
                .map(c -> rule(c, language))
                .toList());
    Object run =
        object(
            "tool", object("driver", driver),
            "columnKind", "unicodeCodePoints",
            "results", problems.stream().map(p -> result(p, language)).toList());
    return Json.text(
        object(
            "$schema", "https://json.schemastore.org/sarif-2.1.0.json",
            "version", "2.1.0",
            "runs", List.of(run)));
  }

  private static Object rule(Code code, Language language) {
    ProblemPage page = ProblemPage.of(code);
    String text = page.text().in(language);
    return object(
        "id", code.id(),
        "shortDescription", object("text", page.summary().in(language)),
        "help", object("text", text.replace("`", ""), "markdown", text),
        "defaultConfiguration", object("level", level(code)));
  }

  private static String level(Code code) {
    return code.severity().name().toLowerCase(Locale.ROOT);
  }

  private static Object result(Problem problem, Language language) {
    String help = problem.helpText(language).map(h -> "; " + h).orElse("");
    return object(
        "ruleId", problem.code().id(),
        "level", level(problem.code()),
        "message", object("text", problem.message(language) + help),
        "locations", List.of(location(problem.span())),
        "relatedLocations",
            problem.related().isEmpty()
                ? Optional.empty()
                : problem.related().stream().map(r -> related(r, language)).toList());
  }

  private static Map<String, Object> location(Span span) {
    Source source = span.source();
    Object region =
        object(
            "startLine", span.line(),
            "startColumn", span.column(),
            "endLine", source.line(span.end()),
            "endColumn", source.column(span.end()));
    Object file = object("uri", source.name().replace('\\', '/').replace(" ", "%20"));
    return object("physicalLocation", object("artifactLocation", file, "region", region));
  }

  private static Object related(Problem.Related related, Language language) {
    Map<String, Object> location = location(related.span());
    location.put("message", object("text", related.message(language)));
    return location;
  }
}
