package org.hefu.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.hefu.model.Row;
import org.hefu.model.Term;

/**
 * Conditions made ready to be asked all at once: which of them may be true of a row, and which
 * surely are. What many of them ask of one slot is answered for all by one row of bits; what few
 * ask, or what is more than a test of one slot, is left over, to be asked of those that remain.
 * Threads may share it.
 */
public final class BitmapIndex {
  private static final int MOST_COLUMNS = 64;

  /** From how many entries on a column costs less than asking them. */
  private static final int FEW = 4;

  /** The same where the slot must be worked out first. */
  private static final int FEW_WORKED_OUT = 16;

  /** And one more for so many words of bits. */
  private static final int WORDS = 3;

  private final int words;
  private final Column[] columns;

  /** The entries that are not false anyway. */
  private final long[] possible;

  private final Clauses[] clauses;
  private final List<List<Term>> left;

  private BitmapIndex(
      int words, Column[] columns, long[] possible, Clauses[] clauses, List<List<Term>> left) {
    this.words = words;
    this.columns = columns;
    this.possible = possible;
    this.clauses = clauses;
    this.left = left;
  }

  /**
   * @param entries for each, conditions that must all hold
   * @param isStated of a slot: does it hold what the flow states, whatever the policy says?
   */
  public static BitmapIndex of(List<List<Term>> entries, IntPredicate isStated) {
    int words = (entries.size() + Long.SIZE - 1) / Long.SIZE;
    Tests tests = new Tests(isStated);
    Parts parts = new Parts(tests);
    long[] possible = new long[words];
    List<List<Parts.Part>> apart = new ArrayList<>();
    Map<Integer, List<Column.Asked>> asked = new HashMap<>();
    for (int entry = 0; entry < entries.size(); entry++) {
      List<Parts.Part> each = parts.of(entries.get(entry));
      apart.add(each);
      Map<Integer, Test> bySlot = new TreeMap<>();
      boolean isPossible = true;
      for (Parts.Part part : each) {
        if (part.test().isPresent()) {
          Test test = part.test().get();
          bySlot.merge(test.slot(), test, Test::and);
        }
      }
      for (Test test : bySlot.values()) {
        isPossible &= !test.isAlways(Row.FALSE);
      }
      if (isPossible) {
        possible[entry >> 6] |= 1L << entry;
        int of = entry;
        bySlot.forEach((slot, test) -> {
          if (slot != Test.NONE && test.ranges() <= Test.MOST) {
            asked.computeIfAbsent(slot, _ -> new ArrayList<>()).add(new Column.Asked(of, test));
          }
        });
      }
    }
    asked
        .entrySet()
        .removeIf(e -> {
          int few = isStated.test(e.getKey()) ? FEW : FEW_WORKED_OUT;
          return e.getValue().size() < few + words / WORDS;
        });
    List<Map.Entry<Integer, List<Column.Asked>>> most = new ArrayList<>(asked.entrySet());
    most.sort(
        Comparator.<Map.Entry<Integer, List<Column.Asked>>>comparingInt(e -> -e.getValue().size())
            .thenComparingInt(Map.Entry::getKey));
    Map<Integer, boolean[]> answered = new HashMap<>();
    List<Column> columns = new ArrayList<>();
    for (var each : most.subList(0, Math.min(most.size(), MOST_COLUMNS))) {
      columns.add(new Column(each.getKey(), words, each.getValue()));
      boolean[] entriesOf = new boolean[entries.size()];
      each.getValue().forEach(a -> entriesOf[a.entry()] = true);
      answered.put(each.getKey(), entriesOf);
    }
    List<List<Term>> left = new ArrayList<>();
    Clauses[] clauses = new Clauses[entries.size()];
    for (int entry = 0; entry < entries.size(); entry++) {
      List<Term> rest = new ArrayList<>();
      List<List<Test>> lines = new ArrayList<>();
      for (Parts.Part part : apart.get(entry)) {
        boolean[] inColumn = part.test().map(Test::slot).map(answered::get).orElse(null);
        if (inColumn == null || !inColumn[entry]) {
          Optional<List<Test>> line =
              Clauses.line(part.term(), tests).filter(l -> l.stream().allMatch(tests::isOfStated));
          line.ifPresentOrElse(lines::add, () -> rest.add(part.term()));
        }
      }
      left.add(List.copyOf(rest));
      clauses[entry] = lines.isEmpty() ? Clauses.NONE : new Clauses(lines);
    }
    return new BitmapIndex(words, columns.toArray(Column[]::new), possible, clauses, left);
  }

  /** How many words of bits the entries take. */
  public int words() {
    return words;
  }

  /** What of an entry's conditions is left to be asked. */
  public List<Term> left(int entry) {
    return left.get(entry);
  }

  /** The slots that must be filled in before it is asked. */
  public int[] slots() {
    return Arrays.stream(columns).mapToInt(Column::slot).toArray();
  }

  /** What was found for one row, to be used again for the next; for one thread. */
  public final class Found {
    private final long[] may;
    private final long[][] picked;
    private final long[][] unsure;
    private final long[][] rooms;
    private int unsureSize;

    Found() {
      this.may = new long[words];
      this.picked = new long[columns.length][];
      this.unsure = new long[columns.length][];
      this.rooms = new long[2 * columns.length][];
      for (int i = 0; i < columns.length; i++) {
        int room = columns[i].isWorkedOut() ? words : 0;
        rooms[2 * i] = new long[room];
        rooms[2 * i + 1] = new long[room];
      }
    }

    /** The entries that may be true, but for what is left to be asked: 64 in each word. */
    public long[] may() {
      return may;
    }

    /** The truth of the entry, but for what is left. Always: it may be true. */
    public int truth(int entry, long[] row) {
      int truth = clauses[entry].truth(row);
      for (int i = 0; i < unsureSize; i++) {
        if ((unsure[i][entry >> 6] >>> entry & 1) == 0) {
          return Math.min(truth, Row.MAYBE);
        }
      }
      return truth;
    }
  }

  public Found found() {
    return new Found();
  }

  /** Finds which entries may be true of a row. */
  public void find(long[] row, Found found) {
    long[][] picked = found.picked;
    int size = 0;
    int unsure = 0;
    for (int i = 0; i < columns.length; i++) {
      Column column = columns[i];
      int at = column.row(row[column.slot()]);
      long[] may = column.may(at, found.rooms[2 * i]);
      if (may != Column.ALL) {
        picked[size++] = may;
      }
      if (!column.isSharp(at)) {
        found.unsure[unsure++] = column.sure(at, found.rooms[2 * i + 1]);
      }
    }
    found.unsureSize = unsure;
    all(picked, size, found.may);
  }

  private void all(long[][] picked, int size, long[] may) {
    if (words == 1) {
      long all = possible[0];
      for (int i = 0; i < size; i++) {
        all &= picked[i][0];
      }
      may[0] = all;
      return;
    }
    long[] first = possible;
    int done = 0;
    do {
      long[] one = done < size ? picked[done] : first;
      long[] two = done + 1 < size ? picked[done + 1] : first;
      long[] three = done + 2 < size ? picked[done + 2] : first;
      long[] four = done + 3 < size ? picked[done + 3] : first;
      all(first, one, two, three, four, may);
      first = may;
      done += 4;
    } while (done < size);
  }

  private static void all(
      long[] first, long[] one, long[] two, long[] three, long[] four, long[] may) {
    for (int i = 0; i < may.length; i++) {
      may[i] = first[i] & one[i] & two[i] & three[i] & four[i];
    }
  }
}
