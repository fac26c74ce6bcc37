package org.hefu.grant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hefu.model.Authority;
import org.hefu.model.Excess;
import org.hefu.model.Grant;
import org.hefu.model.Pattern;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;

/**
 * Ties grants to those above them, and the uppermost to original authority. Where something is
 * wrong, it says in which row; the rows are read again to show it.
 */
final class Chains {
  private static final int SAID = 20;

  /** What is wrong with a row, once it is there to be shown. */
  interface Complaint {
    Problem in(Map<Integer, Entry> rows);
  }

  /**
   * @param lines the rows that it takes to show it
   */
  record Wrong(List<Integer> lines, Complaint complaint) {}

  private final Table table;
  private final List<Wrong> wrong = new ArrayList<>();
  private final boolean[] done;
  private final Map<String, List<Authority>> authorities = new HashMap<>();
  private final Map<List<Object>, Integer> over = new HashMap<>();
  private final Map<Integer, Integer> without = new LinkedHashMap<>();

  Chains(Table table) {
    this.table = table;
    this.done = new boolean[table.size()];
    for (Authority each : table.asked.authorities()) {
      authorities.computeIfAbsent(each.party().name().zh(), _ -> new ArrayList<>()).add(each);
      if (!each.party().name().en().equals(each.party().name().zh())) {
        authorities.computeIfAbsent(each.party().name().en(), _ -> new ArrayList<>()).add(each);
      }
    }
  }

  /** What is wrong with them, in no order. */
  List<Wrong> tie() {
    for (int grant = 0; grant < done.length; grant++) {
      tie(grant);
    }
    without.forEach((grantor, grant) ->
        complain(
            grant,
            rows ->
                Problem.of(
                    Code.NO_AUTHORITY,
                    row(rows, grant).place(Column.GRANTOR),
                    table.texts.get(grantor))));
    return wrong;
  }

  private void tie(int grant) {
    LinkedHashSet<Integer> open = new LinkedHashSet<>();
    int at = grant;
    while (at >= 0 && !done[at] && open.add(at)) {
      at = table.searched(at, Table.PARENT);
    }
    if (at >= 0 && !done[at]) {
      List<Integer> line = List.copyOf(open);
      circle(line.subList(line.indexOf(at), line.size()));
      line.forEach(each -> done[each] = true);
      return;
    }
    for (int each : open.reversed()) {
      done[each] = true;
      int parent = table.searched(each, Table.PARENT);
      if (parent < 0) {
        alone(each);
      } else {
        below(each, parent);
      }
    }
  }

  private void circle(List<Integer> circle) {
    List<String> titles = new ArrayList<>(circle.stream().map(table.titles::get).toList());
    titles.add(titles.getFirst());
    if (titles.size() > SAID) {
      titles.subList(SAID / 2, titles.size() - SAID / 2).clear();
      titles.add(SAID / 2, "…");
    }
    int grant = circle.getFirst();
    complain(
        grant,
        rows ->
            Problem.of(
                Code.CYCLIC_GRANT,
                row(rows, grant).place(Column.TITLE),
                String.join(" → ", titles)));
  }

  /** What a delegated grant does not say of itself it has from its parent. */
  private void below(int grant, int parent) {
    inherit(grant, parent, Table.PURPOSES, Table.NONE);
    inherit(grant, parent, Table.TERRITORY, Table.NONE);
    inherit(grant, parent, Table.FROM, Integer.MIN_VALUE);
    inherit(grant, parent, Table.TO, Integer.MAX_VALUE);
    if (table.told(grant, Table.DEPTH) == Table.NONE) {
      table.tell(grant, Table.DEPTH, Math.max(0, table.told(parent, Table.DEPTH) - 1));
    }
    Grant above = table.grant(parent, Optional.empty());
    Grant mine = table.grant(grant, Optional.of(above));
    for (Excess excess : Excess.of(mine, above)) {
      wrong.add(
          new Wrong(
              List.of(line(grant), line(parent)),
              rows -> problem(excess, mine, above, row(rows, grant), row(rows, parent))));
    }
  }

  private void inherit(int grant, int parent, int what, int unsaid) {
    if (table.searched(grant, what) == unsaid) {
      table.search(grant, what, table.searched(parent, what));
    }
  }

  private static Problem problem(Excess excess, Grant mine, Grant above, Entry row, Entry other) {
    Problem problem =
        switch (excess) {
          case GRANTOR ->
              Problem.of(
                  Code.NOT_GRANTEE, row.place(Column.GRANTOR), mine.grantor(), above.grantee());
          case DELEGATION ->
              Problem.of(Code.NO_DELEGATION, row.place(Column.PARENT), above.title().zh());
          default ->
              Problem.of(
                  Code.WIDER_GRANT,
                  row.place(column(excess, mine, above)),
                  phrase(excess),
                  excess.most(above));
        };
    return problem.related(other.place(), "parent-here");
  }

  private static Phrase phrase(Excess excess) {
    return switch (excess) {
      case DATA -> new Phrase("grant-data");
      case ACTS -> new Phrase("grant-acts");
      case TERRITORY -> new Phrase("grant-territory");
      case PURPOSES -> new Phrase("grant-purposes");
      case PERIOD -> new Phrase("grant-period");
      case DEPTH, GRANTOR, DELEGATION -> new Phrase("grant-depth");
    };
  }

  private static Column column(Excess excess, Grant mine, Grant above) {
    return excess == Excess.PERIOD
        ? mine.to() > above.to() ? Column.TO : Column.FROM
        : Column.valueOf(excess.name());
  }

  private void alone(int grant) {
    if (table.told(grant, Table.DEPTH) == Table.NONE) {
      table.tell(grant, Table.DEPTH, 0);
    }
    int grantor = table.told(grant, Table.GRANTOR);
    List<Authority> all = authorities.getOrDefault(table.texts.get(grantor), List.of());
    List<Pattern> data = table.data(grant);
    List<Pattern> met =
        all.stream()
            .map(Authority::over)
            .filter(o -> data.stream().anyMatch(o::meets))
            .distinct()
            .toList();
    boolean surely = data.stream().allMatch(d -> met.stream().anyMatch(o -> o.covers(d)));
    if (met.isEmpty()) {
      without.putIfAbsent(grantor, grant);
    }
    int number =
        over.computeIfAbsent(
            List.of(met, surely),
            _ -> {
              int[] patterns = met.stream().mapToInt(table.sets::add).toArray();
              table.authorities.add(new Table.Over(patterns, surely));
              return table.authorities.size() - 1;
            });
    table.search(grant, Table.AUTHORITY, number);
  }

  private void complain(int grant, Complaint complaint) {
    wrong.add(new Wrong(List.of(line(grant)), complaint));
  }

  private int line(int grant) {
    return table.told(grant, Table.LINE);
  }

  private Entry row(Map<Integer, Entry> rows, int grant) {
    return Objects.requireNonNull(rows.get(line(grant)));
  }
}
