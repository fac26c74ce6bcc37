package org.hefu.grant;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values (RFC 4180), row by row; the first names the columns. Several values
 * in a cell have semicolons between them.
 */
final class CsvEntries implements Entries {
  private static final String WHAT = "CSV";

  private record Cell(String text, int from, int to) {}

  private final String file;
  private final ReadLines lines;
  private final Consumer<Problem> problems;
  private @Nullable List<Column> columns;

  CsvEntries(String file, ReadLines lines, Consumer<Problem> problems) {
    this.file = file;
    this.lines = lines;
    this.problems = problems;
  }

  @Override
  public @Nullable Entry next() throws IOException {
    Entry row;
    while ((row = record()) != null) {
      List<Cell> cells = cells(row);
      boolean blank = cells.stream().allMatch(c -> c.text().isEmpty());
      if (cells.isEmpty() || blank) {
        continue;
      }
      if (columns == null) {
        columns = columns(row, cells);
        if (columns.isEmpty()) {
          return null;
        }
      } else if (cells.size() != columns.size()) {
        problems.accept(Problem.of(Code.UNEVEN_ROW, row.place(), cells.size(), columns.size()));
      } else {
        for (int i = 0; i < cells.size(); i++) {
          row.set(columns.get(i), several(cells.get(i).text()));
        }
        return row;
      }
    }
    return null;
  }

  /** A row's text: more lines than one where a quotation mark stays open. */
  private @Nullable Entry record() throws IOException {
    String text = lines.next();
    int first = lines.line();
    long lost = lines.lost();
    while (text != null && text.chars().filter(c -> c == '"').count() % 2 != 0) {
      String more = lines.next();
      if (more == null) {
        break;
      }
      lost = lost > 0 ? lost : lines.lost();
      text += "\n" + more;
    }
    if (text == null) {
      return null;
    }
    Entry row = new Entry(file, first, text, this::place);
    if (lost > 0) {
      problems.accept(Problem.of(Code.NOT_UTF8, row.place(), lost));
    }
    return row;
  }

  private Entry.Place place(String text, Column column) {
    List<Cell> cells = cells(new Entry(file, 1, text, this::place));
    int number = columns == null ? -1 : columns.indexOf(column);
    return number < 0 || number >= cells.size()
        ? new Entry.Place(0, text.length())
        : new Entry.Place(cells.get(number).from(), cells.get(number).to());
  }

  /** None where nothing can be read for its first line. */
  private List<Column> columns(Entry row, List<Cell> cells) {
    List<Column> found = new ArrayList<>();
    boolean sound = true;
    for (Cell cell : cells) {
      Optional<Column> column = Column.called(cell.text());
      if (column.isEmpty()) {
        problems.accept(
            Problem.of(Code.UNKNOWN_PROPERTY, row.span(cell.from(), cell.to()), cell.text())
                .nearest(Nearest.to(cell.text(), Column.words())));
        sound = false;
      } else if (found.contains(column.get())) {
        problems.accept(
            Problem.of(Code.FIELD_TWICE, row.span(cell.from(), cell.to()), cell.text()));
        sound = false;
      } else {
        found.add(column.get());
      }
    }
    return sound ? found : List.of();
  }

  private static List<String> several(String text) {
    if (text.indexOf(';') < 0 && text.indexOf('；') < 0) {
      return text.isEmpty() ? List.of() : List.of(text);
    }
    List<String> values = new ArrayList<>();
    for (String each : text.split("[;；]", -1)) {
      if (!each.isBlank()) {
        values.add(each.strip());
      }
    }
    return values;
  }

  /** The cells of a row; none, and reported, where a quotation mark is out of place. */
  private List<Cell> cells(Entry row) {
    String text = row.text();
    List<Cell> cells = new ArrayList<>();
    int at = 0;
    while (true) {
      int from = spaces(text, at);
      boolean quoted = from < text.length() && text.charAt(from) == '"';
      int to = quoted ? closing(text, from + 1) : plain(text, from);
      if (to < 0) {
        return malformed(row, from, new Phrase("open-quote"));
      }
      String said =
          quoted
              ? text.substring(from + 1, to).replace("\"\"", "\"")
              : text.substring(from, to).strip();
      cells.add(new Cell(said, quoted ? from + 1 : from, to));
      at = quoted ? spaces(text, to + 1) : to;
      if (at == text.length()) {
        return cells;
      }
      if (text.charAt(at) != ',') {
        return malformed(row, at, new Phrase("after-quote"));
      }
      at++;
    }
  }

  private static int spaces(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private static int plain(String text, int from) {
    int comma = text.indexOf(',', from);
    return comma < 0 ? text.length() : comma;
  }

  /** Where the quotation mark stands that ends the cell; below zero if none does. */
  private static int closing(String text, int from) {
    int at = text.indexOf('"', from);
    while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '"') {
      at = text.indexOf('"', at + 2);
    }
    return at;
  }

  private List<Cell> malformed(Entry row, int at, Phrase why) {
    int to = Math.min(at + 1, row.text().length());
    problems.accept(Problem.of(Code.MALFORMED_TABLE, row.span(at, to), WHAT, why));
    return List.of();
  }
}
