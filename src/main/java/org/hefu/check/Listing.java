package org.hefu.check;

import java.util.List;
import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.model.Names;
import org.hefu.model.Question;
import org.hefu.model.Row;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.syntax.Declaration;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/**
 * What a list says: its columns and rows, and the questions that are open where it says nothing.
 *
 * @param record whose fields its columns are
 * @param rows empty also where its file is not loaded
 * @param usable does it say something on the flow's date?
 * @param absent its content, where it says nothing
 * @param empty what it leaves empty
 */
record Listing(
    Names names,
    Declaration.Record record,
    List<Column> columns,
    List<List<Value>> rows,
    Term usable,
    Question absent,
    Question empty) {

  record Column(Names names, Type type) {}

  /** What stands in a cell: a text as it is, or the value; unknown where it is empty. */
  record Value(Span span, long value, String text) {}

  /** The number of the column; empty where there is none of that name. */
  Optional<Integer> column(String word) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).names().isCalled(word)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  List<String> words() {
    return columns.stream().flatMap(c -> c.names().words().stream()).toList();
  }

  /** What the row has in the column; a fact of its type stands for that of any row. */
  Term value(int row, int column, Span place, World world) {
    Type type = columns.get(column).type();
    if (row == Environment.Argument.Row.ANY) {
      Names name = columns.get(column).names();
      return new Term.Stated(
          place, new Fact(-1, List.of(name), type, false, Bilingual.NONE, place));
    }
    Value value = rows.get(row).get(column);
    if (!Row.isUnknown(type, value.value())) {
      long known = type instanceof Type.Words ? world.word(value.text()) : value.value();
      return new Term.Constant(place, type, known);
    }
    if (type instanceof Type.Truth) {
      return new Term.Open(place, empty);
    }
    // Whatever is compared with it is the question what stands there: its place tells which.
    world.vacant.put(value.span(), empty);
    return new Term.Constant(value.span(), type, value.value());
  }
}
