package org.hefu.grant;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hefu.model.Kind;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.text.Nearest;

/** Takes one grant after the other into a table, telling what is wrong with it. */
final class TakeRow {
  private static final Pattern DATE =
      Pattern.compile("([0-9]{4})[-年]([0-9]{1,2})[-月]([0-9]{1,2})日?");

  private final Table table;
  private final Consumer<Problem> problems;

  /** What rows before said in the same words. */
  private final Map<List<String>, Optional<Integer>> acts = new HashMap<>();

  private final Map<List<String>, Optional<Integer>> purposes = new HashMap<>();
  private final Map<List<String>, Optional<Integer>> territories = new HashMap<>();
  private final Map<String, Integer> days = new HashMap<>();
  private boolean sound;

  TakeRow(Table table, Consumer<Problem> problems) {
    this.table = table;
    this.problems = problems;
  }

  /** The number of the grant; empty, and reported, if something is wrong with it. */
  OptionalInt grant(Entry row) {
    sound = true;
    String title = needed(row, Column.TITLE);
    String grantor = needed(row, Column.GRANTOR);
    String grantee = needed(row, Column.GRANTEE);
    int data = data(row);
    int act = members(row, Column.ACTS, table.acts, acts);
    if (!row.has(Column.ACTS)) {
      missing(row, Column.ACTS);
    }
    int purpose = purposes(row);
    int territory = territory(row);
    int from = day(row, Column.FROM, Integer.MIN_VALUE);
    int to = day(row, Column.TO, Integer.MAX_VALUE);
    if (to < from) {
      problem(
          Problem.of(Code.WRONG_STOP, row.place(Column.TO), new Phrase("ends-before-it-begins")));
    }
    int depth = depth(row);
    if (sound && table.titles.find(title) != Texts.NONE) {
      problem(
          Problem.of(Code.GRANT_TWICE, row.place(Column.TITLE), title)
              .related(table.place(table.titles.find(title)), "first-here"));
    }
    if (!sound) {
      return OptionalInt.empty();
    }
    table.titles.add(title);
    int grant = table.add();
    table.search(grant, Table.ACTS, act);
    table.search(grant, Table.PURPOSES, purpose);
    table.search(grant, Table.TERRITORY, territory);
    table.search(grant, Table.FROM, from);
    table.search(grant, Table.TO, to);
    table.tell(grant, Table.GRANTOR, table.texts.add(grantor));
    table.tell(grant, Table.GRANTEE, table.texts.add(grantee));
    table.tell(grant, Table.DATA, data);
    table.tell(grant, Table.DEPTH, depth);
    table.tell(grant, Table.LINE, row.line());
    return OptionalInt.of(grant);
  }

  private void problem(Problem problem) {
    sound = false;
    problems.accept(problem);
  }

  private String needed(Entry row, Column column) {
    if (!row.has(column)) {
      missing(row, column);
    } else if (row.values(column).size() > 1) {
      wrong(row, column, new Phrase("one-text"));
    }
    return row.text(column);
  }

  private void missing(Entry row, Column column) {
    problem(Problem.of(Code.MISSING_PROPERTY, row.place(), column.word()));
  }

  private void wrong(Entry row, Column column, Phrase expected) {
    problem(Problem.of(Code.WRONG_PROPERTY, row.place(column), column.word(), expected));
  }

  private int data(Entry row) {
    if (!row.has(Column.DATA)) {
      missing(row, Column.DATA);
      return 0;
    }
    List<String> texts = row.values(Column.DATA);
    int[] patterns = new int[texts.size()];
    for (int i = 0; i < patterns.length; i++) {
      Optional<org.hefu.model.Pattern> pattern = org.hefu.model.Pattern.of(texts.get(i));
      if (pattern.isEmpty()) {
        problem(Problem.of(Code.WRONG_PATTERN, row.place(Column.DATA), texts.get(i)));
        return 0;
      }
      patterns[i] = table.sets.add(pattern.get());
    }
    return table.listed(patterns);
  }

  private int purposes(Entry row) {
    if (!row.has(Column.PURPOSES)) {
      return Table.NONE;
    }
    if (table.asked.purpose().isEmpty()) {
      problem(Problem.of(Code.NO_ROLE, row.place(Column.PURPOSES), "purpose"));
      return Table.NONE;
    }
    return table.uses.members().isPresent()
        ? members(row, Column.PURPOSES, table.uses.members().get(), purposes)
        : table.uses.add(row.values(Column.PURPOSES));
  }

  private int territory(Entry row) {
    if (!row.has(Column.TERRITORY)) {
      return Table.NONE;
    }
    if (table.places.isEmpty()) {
      problem(Problem.of(Code.NO_ROLE, row.place(Column.TERRITORY), "territory"));
      return Table.NONE;
    }
    return members(row, Column.TERRITORY, table.places.get(), territories);
  }

  private int members(
      Entry row, Column column, MemberSets sets, Map<List<String>, Optional<Integer>> before) {
    List<String> names = row.values(column);
    Optional<Integer> known = before.get(names);
    if (known == null) {
      known = members(names, sets);
      before.put(names, known);
    }
    if (known.isEmpty()) {
      for (String name : names) {
        if (sets.kind().member(name).isEmpty()) {
          problem(
              Problem.of(Code.UNKNOWN_MEMBER, row.place(column), "`" + sets.kind() + "`", name)
                  .nearest(Nearest.to(name, sets.kind().words())));
        }
      }
    }
    return known.orElse(Table.NONE);
  }

  private static Optional<Integer> members(List<String> names, MemberSets sets) {
    List<Kind.Member> members = new ArrayList<>();
    for (String name : names) {
      Optional<Kind.Member> member = sets.kind().member(name);
      if (member.isEmpty()) {
        return Optional.empty();
      }
      members.add(member.get());
    }
    return Optional.of(sets.add(members));
  }

  /** The day that a cell states, as days since 1970-01-01. */
  int day(Entry row, Column column, int otherwise) {
    if (!row.has(column)) {
      return otherwise;
    }
    String text = row.text(column);
    Integer before = days.get(text);
    if (before != null && row.values(column).size() == 1) {
      return before;
    }
    Matcher date = DATE.matcher(text);
    if (row.values(column).size() > 1 || !date.matches()) {
      wrong(row, column, new Phrase("date"));
      return otherwise;
    }
    try {
      LocalDate day = LocalDate.of(number(date, 1), number(date, 2), number(date, 3));
      days.put(text, (int) day.toEpochDay());
      return (int) day.toEpochDay();
    } catch (DateTimeException e) {
      problem(Problem.of(Code.IMPOSSIBLE_DATE, row.place(column), text));
      return otherwise;
    }
  }

  private static int number(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }

  private int depth(Entry row) {
    if (!row.has(Column.DEPTH)) {
      return Table.NONE;
    }
    String text = row.text(Column.DEPTH);
    if (!text.matches("[0-9]{1,9}")) {
      wrong(row, Column.DEPTH, new Phrase("a-depth"));
      return Table.NONE;
    }
    return Integer.parseInt(text);
  }
}
