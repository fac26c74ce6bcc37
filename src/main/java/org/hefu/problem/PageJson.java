package org.hefu.problem;

import static org.hefu.text.Json.object;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hefu.text.Json;

/** Pages as JSON, as {@code docs/schema/pages.schema.json} describes it, in both languages. */
public final class PageJson {
  private PageJson() {}

  public static String text(List<ProblemPage> pages) {
    return Json.text(Map.of("pages", pages.stream().map(PageJson::page).toList()));
  }

  private static Object page(ProblemPage page) {
    return object(
        "code", page.code().id(),
        "severity", word(page.code().severity()),
        "topic", Topic.of(page.code()).label(),
        "summary", page.summary(),
        "text", page.text(),
        "examples", page.examples().stream().map(PageJson::example).toList());
  }

  private static Object example(ProblemPage.Example example) {
    return object(
        "language", example.language(), "role", word(example.role()), "text", example.text());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
