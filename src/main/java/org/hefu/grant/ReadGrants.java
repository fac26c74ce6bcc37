package org.hefu.grant;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.hefu.model.Grant;
import org.hefu.model.Policy;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.text.Nearest;
import org.hefu.text.Source;

/** Reads a file of grants, JSON Lines or CSV, into memory, beside the grants of a policy. */
public final class ReadGrants {
  /** Where so much is wrong, reading on helps nobody. */
  private static final int ENOUGH = 1000;

  private static final int NEAR = 10_000;

  /**
   * @param policy the same policy with the grants; empty if something is wrong with them
   */
  public record Result(Optional<Policy> policy, List<Problem> problems) {}

  /** Thrown to stop reading; what is wrong has been noted. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    Enough() {
      super(null, null, false, false);
    }
  }

  private final Path file;
  private final Policy policy;
  private final Table table;
  private final List<Problem> problems = new ArrayList<>();

  /** The titles of parents, by grant, until all grants are known. */
  private final TreeMap<Integer, String> parents = new TreeMap<>();

  private final List<Entry> stops = new ArrayList<>();

  private ReadGrants(Path file, Policy policy) {
    this.file = file;
    this.policy = policy;
    this.table = new Table(file.toString(), policy.stored().orElseThrow());
  }

  /**
   * @param read is told now and then how many bytes have been read
   */
  public static Result file(Path file, Policy policy, LongConsumer read) {
    if (policy.stored().isEmpty()) {
      Source source = new Source(file.toString(), "");
      return new Result(
          Optional.of(policy), List.of(Problem.of(Code.UNUSED_GRANTS, source.span(0, 0))));
    }
    return new ReadGrants(file, policy).read(read);
  }

  private Result read(LongConsumer read) {
    Optional<String> hash = Optional.empty();
    try {
      hash = Optional.of(rows(read));
      if (problems.stream().noneMatch(Problem::isError)) {
        tie();
      }
    } catch (Enough enough) {
      problems.add(Problem.of(Code.TOO_MANY_PROBLEMS, problems.getLast().span(), ENOUGH));
    } catch (NoSuchFileException e) {
      unreadable(new Phrase("no-such-file"));
    } catch (IOException e) {
      unreadable(
          Files.isDirectory(file) ? new Phrase("a-directory") : String.valueOf(e.getMessage()));
    }
    problems.sort(null);
    boolean sound = problems.stream().noneMatch(Problem::isError);
    return new Result(
        sound ? hash.map(h -> policy.with(new FileStore(table, h))) : Optional.empty(),
        List.copyOf(problems));
  }

  private void unreadable(Object why) {
    problems.add(Problem.of(Code.CANNOT_READ, new Source(file.toString(), "").span(0, 0), why));
  }

  private void problem(Problem problem) {
    problems.add(problem);
    if (problems.size() >= ENOUGH) {
      throw new Enough();
    }
  }

  private Entries entries(ReadLines lines, Consumer<Problem> told) {
    String name = file.toString();
    return name.toLowerCase(Locale.ROOT).endsWith(".csv")
        ? new CsvEntries(name, lines, told)
        : new JsonEntries(name, lines, told);
  }

  /** Takes all rows; the hash of the file. */
  private String rows(LongConsumer read) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      ReadLines lines = new ReadLines(in, read);
      Entries entries = entries(lines, this::problem);
      TakeRow take = new TakeRow(table, this::problem);
      Set<String> inSource = new HashSet<>();
      policy.grants().forEach(g -> inSource.addAll(List.of(g.title().zh(), g.title().en())));
      Entry row;
      while ((row = entries.next()) != null) {
        if (!row.has(Column.LINE) || Word.GRANT.is(row)) {
          grant(row, take, inSource);
        } else if (Word.SUSPEND.is(row) || Word.REVOKE.is(row)) {
          stops.add(row);
        } else {
          problem(
              Problem.of(
                  Code.WRONG_PROPERTY,
                  row.place(Column.LINE),
                  Column.LINE.word(),
                  new Phrase("grant-line")));
        }
      }
      return lines.hash();
    }
  }

  private void grant(Entry row, TakeRow take, Set<String> inSource) {
    if (inSource.contains(row.text(Column.TITLE))) {
      problem(Problem.of(Code.GRANT_TWICE, row.place(Column.TITLE), row.text(Column.TITLE)));
      return;
    }
    OptionalInt grant = take.grant(row);
    if (grant.isPresent() && row.has(Column.PARENT)) {
      parents.put(grant.getAsInt(), row.text(Column.PARENT));
    }
  }

  private void tie() throws IOException {
    List<Chains.Wrong> wrong = new ArrayList<>();
    parents.forEach((grant, title) -> {
      int parent = table.titles.find(title);
      if (parent == Texts.NONE) {
        int line = table.told(grant, Table.LINE);
        wrong.add(
            new Chains.Wrong(List.of(line), rows -> unknown(entry(rows, line), Column.PARENT)));
      }
      table.search(grant, Table.PARENT, parent);
    });
    TakeRow days = new TakeRow(table, this::problem);
    Map<Integer, List<Grant.Stop>> stopped = new HashMap<>();
    stops.forEach(row -> stop(row, days, stopped));
    stopped.forEach((grant, all) -> {
      table.search(grant, Table.STOPS, table.stops.size());
      table.stops.add(all.toArray(Grant.Stop[]::new));
    });
    if (wrong.isEmpty()) {
      wrong.addAll(new Chains(table).tie());
    }
    show(wrong);
  }

  private static Entry entry(Map<Integer, Entry> rows, int line) {
    return Objects.requireNonNull(rows.get(line));
  }

  private void stop(Entry row, TakeRow days, Map<Integer, List<Grant.Stop>> stopped) {
    boolean forGood = Word.REVOKE.is(row);
    int from = days.day(row, Column.FROM, Integer.MIN_VALUE);
    int to = days.day(row, Column.TO, Integer.MAX_VALUE);
    int grant = table.titles.find(row.text(Column.TITLE));
    for (Column needed : List.of(Column.TITLE, Column.FROM)) {
      if (!row.has(needed)) {
        problem(Problem.of(Code.MISSING_PROPERTY, row.place(), needed.word()));
      }
    }
    if (row.has(Column.TITLE) && grant == Texts.NONE) {
      problem(unknown(row, Column.TITLE));
    }
    if (forGood && row.has(Column.TO)) {
      problem(Problem.of(Code.WRONG_STOP, row.place(Column.TO), new Phrase("revoked-until")));
    } else if (to < from) {
      problem(
          Problem.of(Code.WRONG_STOP, row.place(Column.TO), new Phrase("ends-before-it-begins")));
    }
    OptionalLong last = row.has(Column.TO) ? OptionalLong.of(to) : OptionalLong.empty();
    if (grant != Texts.NONE) {
      stopped
          .computeIfAbsent(grant, _ -> new ArrayList<>())
          .add(new Grant.Stop(forGood, from, last));
    }
  }

  private Problem unknown(Entry row, Column column) {
    Problem problem = Problem.of(Code.UNKNOWN_GRANT, row.place(column), row.text(column));
    List<String> some = new ArrayList<>();
    for (int i = 0; i < Math.min(NEAR, table.titles.size()); i++) {
      some.add(table.titles.get(i));
    }
    return problem.nearest(Nearest.to(row.text(column), some));
  }

  /** Reads the rows again in which something is wrong. */
  private void show(List<Chains.Wrong> wrong) throws IOException {
    List<Chains.Wrong> shown = wrong.subList(0, Math.min(wrong.size(), ENOUGH));
    Set<Integer> wanted = new HashSet<>();
    shown.forEach(w -> wanted.addAll(w.lines()));
    if (wanted.isEmpty()) {
      return;
    }
    Map<Integer, Entry> rows = new HashMap<>();
    try (InputStream in = Files.newInputStream(file)) {
      Entries entries = entries(new ReadLines(in, _ -> {}), _ -> {});
      Entry row;
      while (rows.size() < wanted.size() && (row = entries.next()) != null) {
        if (wanted.contains(row.line())) {
          rows.put(row.line(), row);
        }
      }
    }
    shown.forEach(w -> problem(w.complaint().in(rows)));
  }
}
