package org.hefu.format;

import java.util.ArrayList;
import java.util.List;
import org.hefu.syntax.Token;
import org.hefu.text.Source;
import org.hefu.text.Width;

/** Sets the lines of a text: where they begin, what is between them, and what is at their end. */
final class Layout {
  private final List<Token> tokens;
  private final Body[] bodies;
  private final Spacing spacing;
  private final List<Line> lines;

  Layout(List<Token> tokens, Source source) {
    this.tokens = tokens;
    this.bodies = Body.of(tokens);
    this.spacing = new Spacing(tokens, bodies);
    this.lines = lines(tokens, source);
    new Indentation(tokens, bodies).set(lines);
    new BlankLines(tokens, bodies).set(lines);
  }

  String text() {
    StringBuilder out = new StringBuilder();
    List<String> codes = lines.stream().map(this::code).toList();
    int i = 0;
    while (i < lines.size()) {
      int end = run(i);
      int column = commentColumn(codes.subList(i, end));
      for (; i < end; i++) {
        Line line = lines.get(i);
        String code = codes.get(i);
        out.append(line.isSetOff ? "\n" : "").append(code);
        if (hasComment(line)) {
          Token comment = tokens.get(line.end - 1);
          out.repeat(' ', code.isBlank() ? 0 : column - Width.of(code))
              .append(comment.text().stripTrailing());
        }
        out.append('\n');
      }
    }
    return out.toString();
  }

  /**
   * Up to where lines with comments behind them follow each other: these comments begin in one
   * column.
   */
  private int run(int from) {
    int end = from + 1;
    while (isCommented(from)
        && end < lines.size()
        && isCommented(end)
        && !lines.get(end).isSetOff
        && lines.get(end).indent == lines.get(from).indent) {
      end++;
    }
    return end;
  }

  private boolean isCommented(int index) {
    Line line = lines.get(index);
    return hasComment(line) && line.end - line.first > 1;
  }

  private static int commentColumn(List<String> codes) {
    return codes.stream().mapToInt(Width::of).max().orElse(0) + 2;
  }

  private boolean hasComment(Line line) {
    return Tokens.isComment(tokens.get(line.end - 1));
  }

  /** The line without the comment at its end. */
  private String code(Line line) {
    StringBuilder out = new StringBuilder(" ".repeat(line.indent));
    int end = hasComment(line) ? line.end - 1 : line.end;
    for (int i = line.first; i < end; i++) {
      out.append(i > line.first && spacing.isBefore(i) ? " " : "").append(tokens.get(i).text());
    }
    return out.toString();
  }

  private static List<Line> lines(List<Token> tokens, Source source) {
    List<Line> lines = new ArrayList<>();
    int first = 0;
    boolean isSetOff = false;
    for (int i = 1; i <= tokens.size(); i++) {
      boolean last = i == tokens.size();
      int from = source.line(tokens.get(i - 1).end());
      int breaks = last ? 1 : source.line(tokens.get(i).start()) - from;
      if (breaks > 0) {
        lines.add(new Line(first, i, isSetOff));
        first = i;
        isSetOff = breaks > 1;
      }
    }
    return lines;
  }
}
