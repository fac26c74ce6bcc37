package org.hefu.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.syntax.Table;
import org.hefu.syntax.Table.Cell;
import org.hefu.text.Source;
import org.hefu.text.Span;

/**
 * Reads comma-separated values (RFC 4180) into cells that know their places. Spaces around a cell
 * without quotation marks do not count.
 */
final class ReadCsv {
  private final Source source;
  private final String text;
  private final List<Problem> problems;
  private int at = 0;

  ReadCsv(Source source, List<Problem> problems) {
    this.source = source;
    this.text = source.text();
    this.problems = problems;
  }

  /** The table; empty, and reported, where a quotation mark is out of place. */
  Optional<Table> table(Span asked) {
    int before = problems.size();
    List<List<Cell>> lines = new ArrayList<>();
    while (at < text.length() && problems.size() == before) {
      List<Cell> line = line();
      // Spreadsheets leave lines of empty cells behind.
      if (!line.stream().allMatch(Cell::isEmpty)) {
        lines.add(line);
      }
    }
    if (problems.size() > before) {
      return Optional.empty();
    }
    if (lines.isEmpty()) {
      malformed(text.length(), new Phrase("ends-early"));
      return Optional.empty();
    }
    List<Cell> columns = lines.removeFirst();
    List<List<Cell>> rows = new ArrayList<>();
    for (List<Cell> line : lines) {
      if (line.size() == columns.size()) {
        rows.add(line);
      } else {
        Span place = line.getFirst().span().to(line.getLast().span());
        problems.add(Problem.of(Code.UNEVEN_ROW, place, line.size(), columns.size()));
      }
    }
    Span head = columns.getFirst().span().to(columns.getLast().span());
    return Optional.of(new Table(asked, source, head, columns, rows));
  }

  private List<Cell> line() {
    List<Cell> cells = new ArrayList<>();
    cells.add(cell());
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      cells.add(cell());
    }
    if (at < text.length()) {
      at += text.startsWith("\r\n", at) ? 2 : 1;
    }
    return cells;
  }

  private Cell cell() {
    int start = at;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    while (!atEnd()) {
      at++;
    }
    String plain = text.substring(start, at).strip();
    int from = plain.isEmpty() ? start : text.indexOf(plain, start);
    return new Cell(source.span(from, from + plain.length()), plain);
  }

  /** What stands between quotation marks, of which two stand for one. */
  private Cell quoted() {
    int open = at++;
    StringBuilder said = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        said.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        said.append(c);
        at++;
      } else {
        Span span = source.span(open + 1, at - 1);
        while (at < text.length() && isSpace(text.charAt(at))) {
          at++;
        }
        if (!atEnd()) {
          malformed(at, new Phrase("after-quote"));
        }
        return new Cell(span, said.toString());
      }
    }
    malformed(open, new Phrase("open-quote"));
    return new Cell(source.span(open, open), "");
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  private boolean atEnd() {
    return at == text.length() || ",\r\n".indexOf(text.charAt(at)) >= 0;
  }

  private void malformed(int place, Phrase why) {
    Span span = source.span(place, Math.min(place + 1, text.length()));
    problems.add(Problem.of(Code.MALFORMED_TABLE, span, "CSV", why));
  }
}
