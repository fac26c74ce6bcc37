package org.hefu.syntax;

import java.util.List;
import org.hefu.text.Source;
import org.hefu.text.Span;

/**
 * The file of a list, as rows under columns.
 *
 * @param asked where a module asks for it
 * @param head where its columns are named, or else where it begins
 * @param columns what its columns are called
 * @param rows each with as many cells as there are columns
 */
public record Table(
    Span asked, Source source, Span head, List<Cell> columns, List<List<Cell>> rows) {

  /** What stands in one place of a table; empty where nothing is said. */
  public record Cell(Span span, String text) {
    public boolean isEmpty() {
      return text.isEmpty();
    }
  }
}
