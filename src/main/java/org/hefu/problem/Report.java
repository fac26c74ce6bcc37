package org.hefu.problem;

import java.util.List;
import java.util.Locale;
import org.hefu.text.Language;
import org.hefu.text.Source;
import org.hefu.text.Span;
import org.hefu.text.Width;

/** Problems as people read them in a terminal: a frame each, or a line each. */
public final class Report {
  private final Language language;
  private final boolean colour;

  public Report(Language language, boolean colour) {
    this.language = language;
    this.colour = colour;
  }

  /** A line each in the language of the default locale, as exceptions tell problems. */
  public static String message(List<Problem> problems) {
    return new Report(Language.ofDefault(), false).lines(problems).stripTrailing();
  }

  /** Each problem with its line of source, underlined. */
  public String frames(List<Problem> problems) {
    StringBuilder out = new StringBuilder();
    for (Problem problem : problems) {
      frame(out, problem);
    }
    return out.toString();
  }

  /** {@code file:line:column: error: message [code]}, for tools that jump to places. */
  public String lines(List<Problem> problems) {
    StringBuilder out = new StringBuilder();
    for (Problem problem : problems) {
      out.append(
          "%s: %s: %s".formatted(problem.span(), severity(problem), problem.message(language)));
      problem.helpText(language).ifPresent(h -> out.append("; ").append(h));
      out.append(" [").append(problem.code().id()).append("]\n");
    }
    return out.toString();
  }

  private void frame(StringBuilder out, Problem problem) {
    String head = problem.isError() ? "1;31" : "1;33";
    out.append(styled(head, severity(problem)))
        .append(styled("1", ": " + problem.message(language)))
        .append(styled("2", "  [" + problem.code().id() + "]"))
        .append('\n');
    excerpt(out, problem.span(), head, problem.helpText(language).orElse(""));
    for (Problem.Related related : problem.related()) {
      excerpt(out, related.span(), "1;34", related.message(language));
    }
    out.append('\n');
  }

  private void excerpt(StringBuilder out, Span span, String style, String said) {
    Source source = span.source();
    int line = span.line();
    String number = Integer.toString(line);
    String margin = " ".repeat(number.length());
    out.append(margin).append(styled("1;34", "--> ")).append(span).append('\n');
    String text = source.lineText(line);
    if (text.isEmpty() && said.isEmpty()) {
      return;
    }
    int from = Math.min(span.start() - source.start(line), text.length());
    int to = Math.clamp((long) span.end() - source.start(line), from, text.length());
    // A line of machine-made length is cut to what stands about the place.
    int first = Math.max(0, from - 60);
    int last = Math.min(text.length(), Math.max(to, from) + 60);
    to = Math.min(to, from + 60);
    last = Math.min(last, from + 120);
    String before = (first > 0 ? "…" : "") + text.substring(first, from);
    String shown = before + text.substring(from, last) + (last < text.length() ? "…" : "");
    int indent = Width.of(before);
    int width = Math.max(1, Width.of(before + text.substring(from, to)) - indent);
    String bar = styled("1;34", "|");
    out.append(styled("1;34", number))
        .append(' ')
        .append(bar)
        .append(' ')
        .append(Width.shown(shown))
        .append('\n');
    out.append(margin).append(' ').append(bar).append(' ').append(" ".repeat(indent));
    out.append(styled(style, "^".repeat(width)));
    out.append(said.isEmpty() ? "" : " " + styled(style, said)).append('\n');
  }

  private String severity(Problem problem) {
    return Messages.say(
        language,
        "severity." + problem.code().severity().name().toLowerCase(Locale.ROOT),
        List.of());
  }

  private String styled(String style, String text) {
    return colour ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
  }
}
