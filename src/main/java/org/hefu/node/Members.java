package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;
import java.util.List;
import org.hefu.model.Kind;
import org.hefu.model.Row;

/**
 * Certain members of a kind, asked whether another lies within them. A kind of many members would
 * need a long table for each question, and so is searched instead.
 */
public final class Members {
  /** Up to how many members a kind has a table. */
  private static final int FEW = 512;

  @CompilationFinal(dimensions = 1)
  private final byte[] table;

  private final int[] firsts;
  private final int[] lasts;
  private final int[] below;

  private Members(byte[] table, int[] firsts, int[] lasts, int[] below) {
    this.table = table;
    this.firsts = firsts;
    this.lasts = lasts;
    this.below = below;
  }

  public static Members of(Kind kind, List<Kind.Member> within) {
    Kind.Member[] sorted =
        within.stream()
            .sorted((a, b) -> Integer.compare(a.index(), b.index()))
            .toArray(Kind.Member[]::new);
    int[] firsts = Arrays.stream(sorted).mapToInt(Kind.Member::index).toArray();
    // Always: a member's stretch of members below it lies within, or apart from, any other's.
    int[] lasts = new int[sorted.length];
    int most = -1;
    for (int i = 0; i < sorted.length; i++) {
      most = Math.max(most, sorted[i].last());
      lasts[i] = most;
    }
    Members searched = new Members(new byte[0], firsts, lasts, kind.lasts());
    if (kind.members().size() > FEW) {
      return searched;
    }
    byte[] table = new byte[2 * kind.members().size()];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) searched.truth(i);
    }
    return new Members(table, firsts, lasts, kind.lasts());
  }

  /** What {@link #truth} is of each member; empty where there are too many of them. */
  byte[] table() {
    return table;
  }

  /** Equal for the same members of the same kind. */
  Object key() {
    // Always: a kind has one array of what lies below its members. A member itself, without those
    // below it, begins where it does with them.
    return List.of(Arrays.toString(firsts), Arrays.toString(lasts), below);
  }

  /** Does the member lie within one of these? Unknown where it only lies above one. */
  public int truth(int member) {
    if (member < table.length) {
      return table[member];
    }
    // Within a member, but within none listed below it. Never by recursion: that does not compile.
    boolean isListed = member < below.length;
    int truth = search(isListed ? member : member - below.length);
    return isListed || truth == Row.TRUE ? truth : Row.FALSE;
  }

  @TruffleBoundary
  private int search(int member) {
    int at = Arrays.binarySearch(firsts, member);
    int after = at >= 0 ? at : -at - 1;
    if (at >= 0 || (after > 0 && lasts[after - 1] >= member)) {
      return Row.TRUE;
    }
    return after < firsts.length && firsts[after] <= below[member] ? Row.MAYBE : Row.FALSE;
  }
}
