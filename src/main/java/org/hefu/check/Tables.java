package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.model.Outcome;
import org.hefu.model.Scenario;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Name;
import org.hefu.syntax.Part;
import org.hefu.syntax.Path;
import org.hefu.syntax.Target;
import org.hefu.syntax.Text;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** The rows of a scenario's table, each a scenario of its own. */
final class Tables {
  private final World world;
  private final Expectations expectations;
  private final Terms terms;

  Tables(World world, Scope scope, Definitions definitions, Expectations expectations) {
    this.world = world;
    this.expectations = expectations;
    this.terms = new Terms(world, scope, definitions, Environment.NONE);
  }

  /** What one row says beside its scenario. */
  record Row(
      Bilingual title,
      Optional<Name> caseId,
      Map<Fact, long[]> given,
      @Nullable Outcome outcome,
      List<Scenario.Cited> citing,
      Span place) {}

  /** Does each of its rows say what to expect? */
  static boolean expects(Part.Table table) {
    return table.columns().stream().anyMatch(Part.Column.OfOutcome.class::isInstance);
  }

  List<Row> rows(Part.Table table) {
    List<Optional<Fact>> facts = columns(table.columns());
    List<Row> rows = new ArrayList<>();
    for (Part.Row row : table.rows()) {
      if (row.cells().size() == table.columns().size()) {
        rows.add(row(row, table.columns(), facts));
      } else {
        world.report(
            Problem.of(Code.WRONG_CELLS, row.span(), row.cells().size(), table.columns().size()));
      }
    }
    return rows;
  }

  /** The fact of each column that has one; columns that stand twice are reported. */
  private List<Optional<Fact>> columns(List<Part.Column> columns) {
    List<Optional<Fact>> facts = new ArrayList<>();
    Map<Object, Span> taken = new HashMap<>();
    for (Part.Column column : columns) {
      Optional<Fact> fact =
          column instanceof Part.Column.OfFact(_, var path)
              ? terms.paths().fact(path)
              : Optional.empty();
      facts.add(fact);
      Object key = fact.<Object>map(f -> f).orElse(column.getClass());
      boolean unread = column instanceof Part.Column.OfFact && fact.isEmpty();
      Span first = unread ? null : taken.putIfAbsent(key, column.span());
      if (first != null) {
        world.report(
            Problem.of(Code.FIELD_TWICE, column.span(), column.span().text())
                .related(first, "first-here"));
      }
    }
    return facts;
  }

  private Row row(Part.Row row, List<Part.Column> columns, List<Optional<Fact>> facts) {
    Map<Fact, long[]> given = new LinkedHashMap<>();
    List<Scenario.Cited> citing = new ArrayList<>();
    Outcome outcome = null;
    for (int i = 0; i < columns.size(); i++) {
      Part.Cell cell = row.cells().get(i);
      switch (columns.get(i)) {
        case Part.Column.OfFact _ -> facts.get(i).ifPresent(f -> state(f, cell, given));
        case Part.Column.OfOutcome _ ->
            outcome = expectations.outcome(cell.span().text(), cell.span());
        case Part.Column.OfCitation _ -> cited(cell).ifPresent(citing::add);
      }
    }
    String said = String.join(", ", row.cells().stream().map(c -> c.span().text()).toList());
    Bilingual title =
        row.title()
            .map(Text::value)
            .or(() -> row.caseId().map(id -> new Bilingual(id.text(), id.text())))
            .orElse(new Bilingual(said, said));
    return new Row(title, row.caseId(), given, outcome, citing, place(row));
  }

  private static Span place(Part.Row row) {
    return row.title()
        .map(t -> t.span())
        .or(() -> row.caseId().map(Name::span))
        .orElse(row.cells().getFirst().span());
  }

  private void state(Fact fact, Part.Cell cell, Map<Fact, long[]> given) {
    if (cell.value().isPresent()) {
      terms.value(fact, cell.value().get()).ifPresent(v -> given.put(fact, v));
    } else {
      world.report(
          Problem.of(
              Code.WRONG_TYPE,
              cell.span(),
              Types.said(fact.type()),
              "`" + cell.span().text() + "`"));
    }
  }

  private Optional<Scenario.Cited> cited(Part.Cell cell) {
    if (cell.cited().isPresent()) {
      return expectations.cited(cell.cited().get());
    }
    Expr value = cell.value().orElse(null);
    if (value instanceof Expr.Fact(_, var path)) {
      return cited(cell, path, false);
    }
    if (value instanceof Expr.Overdue(_, var path)) {
      return cited(cell, path, true);
    }
    world.report(Problem.of(Code.UNKNOWN_TARGET, cell.span(), "`" + cell.span().text() + "`"));
    return Optional.empty();
  }

  private Optional<Scenario.Cited> cited(Part.Cell cell, Path rule, boolean overdue) {
    Target target = new Target(rule.span(), Optional.of(rule), Optional.empty());
    return expectations.cited(new Part.Cited(cell.span(), false, overdue, target));
  }
}
