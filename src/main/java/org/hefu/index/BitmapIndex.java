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

  /** What is found for one row, to be used again for the next; for one thread. */
  public final class Found {
    private final long[] may = new long[words];
    private final long[][] picked = new long[columns.length][];
    private final long[][] unsure = new long[columns.length][];
    private final long[][] rooms = new long[2 * columns.length][];
    private int pickedSize;
    private int unsureSize;

    Found() {
      for (int i = 0; i < columns.length; i++) {
        int room = columns[i].isWorkedOut() ? words : 0;
        rooms[2 * i] = new long[room];
        rooms[2 * i + 1] = new long[room];
      }
    }

    /** Begins with another row. */
    public void begin(long[] row) {
      int size = 0;
      int sizeUnsure = 0;
      for (int i = 0; i < columns.length; i++) {
        Column column = columns[i];
        int at = column.row(row[column.slot()]);
        long[] bits = column.may(at, rooms[2 * i]);
        if (bits != Column.ALL) {
          picked[size++] = bits;
        }
        if (!column.isSharp(at)) {
          unsure[sizeUnsure++] = column.sure(at, rooms[2 * i + 1]);
        }
      }
      pickedSize = size;
      unsureSize = sizeUnsure;
    }

    /** Finds, of the entries in some words, those that may be true. */
    public void find(int fromWord, int endWord) {
      long[] first = possible;
      int done = 0;
      do {
        long[] one = done < pickedSize ? picked[done] : first;
        long[] two = done + 1 < pickedSize ? picked[done + 1] : first;
        long[] three = done + 2 < pickedSize ? picked[done + 2] : first;
        long[] four = done + 3 < pickedSize ? picked[done + 3] : first;
        for (int i = fromWord; i < endWord; i++) {
          may[i] = first[i] & one[i] & two[i] & three[i] & four[i];
        }
        first = may;
        done += 4;
      } while (done < pickedSize);
    }

    /** The entries that may be true, 64 in each word; those in words that were not found, not. */
    public long[] may() {
      return may;
    }

    /** The truth of the entry, but for what is left. Always: it may be true. */
    public int truth(int entry, long[] row) {
      Clauses own = clauses[entry];
      int truth = own == Clauses.NONE ? Row.TRUE : own.truth(row);
      for (int i = 0; i < unsureSize; i++) {
        if ((unsure[i][entry >> 6] >>> entry & 1) == 0) {
          return Math.min(truth, Row.MAYBE);
        }
      }
      return truth;
    }
  }

  /** Room for what is found. */
  public Found found() {
    return new Found();
  }
}
