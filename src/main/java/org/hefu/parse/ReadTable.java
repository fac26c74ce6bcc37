package org.hefu.parse;

import java.util.List;
import java.util.Optional;
import org.hefu.problem.Problem;
import org.hefu.syntax.Table;
import org.hefu.text.Source;
import org.hefu.text.Span;

/** Reads the file of a list, CSV or JSON. Never throws for what the text says. */
public final class ReadTable {
  private ReadTable() {}

  /** Is it a table's file by the ending of its name? */
  public static boolean isTable(String name) {
    return isJson(name) || name.regionMatches(true, name.length() - 4, ".csv", 0, 4);
  }

  private static boolean isJson(String name) {
    return name.regionMatches(true, name.length() - 5, ".json", 0, 5);
  }

  /**
   * The table in the source; empty, and reported, where it is malformed.
   *
   * @param asked where a module asks for it
   */
  public static Optional<Table> of(Source source, Span asked, List<Problem> problems) {
    return isJson(source.name())
        ? new ReadObjects(source, problems).table(asked)
        : new ReadCsv(source, problems).table(asked);
  }
}
