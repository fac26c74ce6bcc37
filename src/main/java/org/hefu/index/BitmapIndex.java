package org.hefu.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hefu.code.Code;
import org.hefu.code.Writable;
import org.hefu.code.Writing;
import org.hefu.code.Written;
import org.hefu.index.Grid.Asked;
import org.hefu.model.Row;
import org.hefu.model.Term;

/**
 * Conditions made ready to be asked all at once: which of them may be true of a row, and which
 * surely are. What many of them ask of the same slots is answered for all by one row of bits; what
 * few ask, or what is more than tests of single slots, is left over, to be asked of those that
 * remain. Threads may share it.
 */
public final class BitmapIndex {
  private final int words;
  private final Rows rows;
  private final Clauses[] clauses;

  /** Of these, what no grid tells. */
  private final Clauses[] untold;

  private final List<List<Term>> left;

  private BitmapIndex(
      int words, Rows rows, Clauses[] clauses, Clauses[] untold, List<List<Term>> left) {
    this.words = words;
    this.rows = rows;
    this.clauses = clauses;
    this.untold = untold;
    this.left = left;
  }

  /**
   * Tests of single slots of which one must hold.
   *
   * @param terms that say the same
   */
  private record Piece(Asked asked, List<Term> terms) {}

  /** A term that is a test of a single slot. */
  private record OfSlot(Test test, Term term) {}

  /** Of entries that these have taken apart. */
  public static BitmapIndex of(List<Conditions.Entry> entries, Conditions conditions) {
    int words = Math.max(1, (entries.size() + Long.SIZE - 1) / Long.SIZE);
    Tests tests = conditions.tests();
    long[] possible = new long[words];
    List<List<Piece>> pieces = new ArrayList<>();
    List<List<Term>> left = new ArrayList<>();
    List<Asked> asked = new ArrayList<>();
    for (int entry = 0; entry < entries.size(); entry++) {
      List<Term> rest = new ArrayList<>();
      List<Piece> own = pieces(entry, entries.get(entry).parts(), tests, rest);
      pieces.add(own);
      left.add(rest);
      if (!isNever(own)) {
        possible[entry >> 6] |= 1L << entry;
        for (Piece each : own) {
          if (isNarrow(each.asked())) {
            asked.add(each.asked());
          }
        }
      }
    }
    List<Grids.Filled> grids = new Grids(tests::isStated, words).of(asked);
    Set<Asked> told = Collections.newSetFromMap(new IdentityHashMap<>(asked.size()));
    grids.forEach(g -> told.addAll(g.asked()));
    long[] whole = new long[words];
    Clauses[] clauses = new Clauses[entries.size()];
    Clauses[] untold = new Clauses[entries.size()];
    for (int entry = 0; entry < clauses.length; entry++) {
      List<List<Test>> lines = new ArrayList<>();
      List<List<Test>> others = new ArrayList<>();
      for (Piece each : pieces.get(entry)) {
        boolean isTold = told.contains(each.asked());
        if (isTold || tests.areOfStated(each.asked().line())) {
          lines.add(each.asked().line());
          if (!isTold) {
            others.add(each.asked().line());
          }
        } else {
          left.get(entry).addAll(each.terms());
        }
      }
      clauses[entry] = new Clauses(lines);
      untold[entry] = new Clauses(others);
      whole[entry >> 6] |= others.isEmpty() ? 1L << entry : 0;
    }
    return new BitmapIndex(words, new Rows(grids, possible, whole), clauses, untold, left);
  }

  /** All tests of one slot as one. */
  private static List<Piece> pieces(
      int entry, List<Conditions.Part> parts, Tests tests, List<Term> rest) {
    List<Piece> pieces = new ArrayList<>();
    List<OfSlot> tested = new ArrayList<>();
    for (Conditions.Part part : parts) {
      if (part.test().isPresent()) {
        tested.add(new OfSlot(part.test().get(), part.term()));
        continue;
      }
      Optional<List<Test>> line = Clauses.line(part.term(), tests).filter(tests::areOfStated);
      if (line.isPresent()) {
        line.get().replaceAll(tests::once);
        pieces.add(new Piece(new Asked(entry, line.get()), List.of(part.term())));
      } else {
        rest.add(part.term());
      }
    }
    tested.sort(Comparator.comparingInt(t -> t.test().slot()));
    for (int from = 0, to; from < tested.size(); from = to) {
      Test joint = tested.get(from).test();
      for (to = from + 1;
          to < tested.size() && tested.get(to).test().slot() == joint.slot();
          to++) {
        joint = joint.and(tested.get(to).test());
      }
      pieces.add(new Piece(new Asked(entry, List.of(tests.once(joint))), terms(tested, from, to)));
    }
    return pieces;
  }

  private static List<Term> terms(List<OfSlot> tested, int from, int to) {
    return to == from + 1
        ? List.of(tested.get(from).term())
        : tested.subList(from, to).stream().map(OfSlot::term).toList();
  }

  private static boolean isNever(List<Piece> pieces) {
    for (Piece each : pieces) {
      if (isNever(each.asked())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNever(Asked asked) {
    for (Test each : asked.line()) {
      if (!each.isAlways(Row.FALSE)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNarrow(Asked asked) {
    for (Test each : asked.line()) {
      if (each.slot() == Test.NONE || each.ranges() > Test.MOST) {
        return false;
      }
    }
    return true;
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
    return rows.slots();
  }

  /** What is found for one row, to be used again for the next; for one thread. */
  public final class Found {
    private final Rows.Picked picked = rows.new Picked();

    Found() {}

    /** Begins with another row. */
    public void begin(long[] row) {
      picked.begin(row);
    }

    /** The same by code, into which the index has been written. */
    public void begin(Written code, long[] stated, long[] worked) {
      picked.begin(code, stated, worked);
    }

    /** The first word, from one on, with an entry that may be true; the end if there is none. */
    public int next(int word, int end) {
      return picked.next(word, end);
    }

    /** The entries of a word that may be true. Always: the word has been found. */
    public long may(int word) {
      return picked.may(word);
    }

    /** Those of which that is certain, but for what is left; not all of them. */
    public long surely(int word) {
      return picked.surely(word);
    }

    /** Is the entry true, but for what is left? If not, ask {@link #truth}. Always: it may be. */
    public boolean isSure(int entry) {
      return (surely(entry >> 6) >>> entry & 1) != 0;
    }

    /** Is it true by all that grids tell of it? Then {@link #untoldTruth} is left to ask. */
    public boolean isSureByGrids(int entry) {
      return (picked.surelyByGrids(entry >> 6) >>> entry & 1) != 0;
    }
  }

  /**
   * The truth of the entry, but for what is left, of what stands in its slots.
   *
   * @param places for each slot, where that is among what has been worked out; below zero for what
   *     is stated
   */
  public int truth(int entry, long[] stated, long[] worked, int[] places) {
    return clauses[entry].truth(stated, worked, places);
  }

  /** The same, where the bits are sure of all but what no grid tells. */
  public int untoldTruth(int entry, long[] stated, long[] worked, int[] places) {
    return untold[entry].truth(stated, worked, places);
  }

  /** What leaves the same as {@link #truth}, to be written as code. */
  public Writable clauses(int entry) {
    return clauses[entry].written();
  }

  /** The same but for what the bits tell where the entry surely is true by them. */
  public Writable untold(int entry) {
    return untold[entry].written();
  }

  /** Do the bits tell all of what the entry asks of single slots? */
  public boolean isTold(int entry) {
    return untold[entry].isEmpty();
  }

  /** The same as code of a policy's own, which this begins to write. */
  public Bits bits(Code code) {
    return Bits.of(rows, code);
  }

  /** Writes what finds out which entries may be true. */
  public void look(Writing code) {
    Bits.starts(code, rows);
  }

  /** Room for what is found. */
  public Found found() {
    return new Found();
  }
}
