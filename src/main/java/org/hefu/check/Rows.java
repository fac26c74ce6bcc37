package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hefu.model.Period;
import org.hefu.model.Row;
import org.hefu.model.Type;
import org.hefu.model.Unit;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Name;
import org.hefu.syntax.Table;
import org.hefu.text.Nearest;
import org.hefu.text.Span;

/** The rows of a table as a record types them. */
final class Rows {
  private static final Set<String> UNKNOWN = Set.of("", "unknown", "未知");
  private static final long SCALE = 10_000;

  private final World world;
  private final Symbol.OfRecord record;
  private final List<Listing.Column> columns;
  private final Function<Table.Cell, Optional<Expr>> literals;

  Rows(
      World world,
      Symbol.OfRecord record,
      List<Listing.Column> columns,
      Function<Table.Cell, Optional<Expr>> literals) {
    this.world = world;
    this.record = record;
    this.columns = columns;
    this.literals = literals;
  }

  /** The values by row and column; what is wrong in a cell is reported there, and unknown. */
  List<List<Listing.Value>> of(Table table) {
    world.tables.add(table.source());
    Map<Integer, Integer> places = places(table);
    List<List<Listing.Value>> rows = new ArrayList<>();
    for (List<Table.Cell> cells : table.rows()) {
      List<Listing.Value> row = new ArrayList<>();
      for (int column = 0; column < columns.size(); column++) {
        Integer at = places.get(column);
        row.add(
            at == null
                ? new Listing.Value(table.head(), Row.unknown(columns.get(column).type()), "")
                : value(columns.get(column), cells.get(at)));
      }
      rows.add(row);
    }
    return rows;
  }

  /** For each column, which of the table's it is. */
  private Map<Integer, Integer> places(Table table) {
    Map<Integer, Integer> places = new HashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (String word : columns.get(i).names().words()) {
        numbers.put(word, i);
        words.add(word);
      }
    }
    for (int i = 0; i < table.columns().size(); i++) {
      Table.Cell name = table.columns().get(i);
      Integer number = numbers.get(name.text().strip());
      if (number == null) {
        world.report(
            Problem.of(
                    Code.UNKNOWN_COLUMN,
                    name.span(),
                    name.text(),
                    record.syntax().called().name().text())
                .nearest(Nearest.to(name.text(), words)));
        continue;
      }
      Integer first = places.putIfAbsent(number, i);
      if (first != null) {
        world.report(
            Problem.of(Code.FIELD_TWICE, name.span(), name.text())
                .related(table.columns().get(first).span(), "first-here"));
      }
    }
    boolean says = !table.rows().isEmpty() || !table.columns().isEmpty();
    for (int i = 0; i < columns.size() && says; i++) {
      if (!places.containsKey(i)) {
        world.report(Problem.of(Code.MISSING_COLUMN, table.head(), columns.get(i).names().name()));
      }
    }
    return places;
  }

  private Listing.Value value(Listing.Column column, Table.Cell cell) {
    Span span = cell.span();
    Type type = column.type();
    if (UNKNOWN.contains(cell.text().strip())) {
      return new Listing.Value(span, Row.unknown(type), "");
    }
    if (type instanceof Type.Words) {
      return new Listing.Value(span, 0, cell.text());
    }
    int before = world.problems.size();
    Optional<Long> value =
        type instanceof Type.Of(var kind)
            ? kind.member(cell.text().strip()).map(m -> (long) m.index())
            : literals.apply(cell).flatMap(e -> value(type, e));
    if (value.isEmpty() && world.problems.size() == before) {
      report(column, cell);
    }
    return new Listing.Value(span, value.orElse(Row.unknown(type)), cell.text());
  }

  private void report(Listing.Column column, Table.Cell cell) {
    if (column.type() instanceof Type.Of(var kind)) {
      world.report(
          Problem.of(Code.UNKNOWN_MEMBER, cell.span(), "`" + kind + "`", cell.text())
              .nearest(Nearest.to(cell.text().strip(), kind.words())));
    } else {
      world.report(
          Problem.of(
              Code.WRONG_VALUE,
              cell.span(),
              Types.said(column.type()),
              column.names().name(),
              "“" + cell.text() + "”"));
    }
  }

  private Optional<Long> value(Type type, Expr expr) {
    return switch (expr) {
      case Expr.Truth(_, var value) when type instanceof Type.Truth ->
          Optional.of((long) (value ? Row.TRUE : Row.FALSE));
      case Expr.Date(_, var day) when type instanceof Type.Date -> Optional.of(day);
      case Expr.Number(_, var value, var unit) when type instanceof Type.Number(var counted) ->
          unit.isEmpty() || isUnit(unit.get(), counted) ? Optional.of(value) : Optional.empty();
      case Expr.Number(_, var value, var unit) when type instanceof Type.Duration(var counted) ->
          length(value, unit, counted);
      default -> Optional.empty();
    };
  }

  private static boolean isUnit(Name written, Optional<Unit> counted) {
    String word = written.text().equals("％") ? "%" : written.text();
    return counted.map(u -> u.names().isCalled(word)).orElse(false);
  }

  private static Optional<Long> length(long value, Optional<Name> unit, Optional<Period> counted) {
    Optional<Period> period = unit.isEmpty() ? counted : unit.flatMap(Types::period);
    boolean fits = counted.isEmpty() || period.equals(counted);
    return value % SCALE == 0 && value >= 0 && fits
        ? period.map(p -> p.coded(value / SCALE))
        : Optional.empty();
  }
}
