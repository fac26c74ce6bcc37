package org.hefu.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that an author most likely meant. */
public final class Nearest {
  /** A part of so many letters says something; of Chinese characters, half as many. */
  private static final int TELLING = 4;

  private Nearest() {}

  /**
   * The candidate that differs least from the name, if it differs little; else the shortest of
   * which the name is a part, such as {@code 安全评估} of {@code 出境安全评估}.
   */
  public static Optional<String> to(String name, Collection<String> candidates) {
    String best = null;
    int least = Math.max(1, name.codePointCount(0, name.length()) / 3) + 1;
    for (String candidate : candidates) {
      if (candidate.equalsIgnoreCase(name) && !candidate.equals(name)) {
        return Optional.of(candidate);
      }
      int distance = distance(name, candidate, least);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best == null ? whole(name, candidates) : Optional.of(best);
  }

  private static Optional<String> whole(String part, Collection<String> candidates) {
    int telling = part.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
    return telling < TELLING
        ? Optional.empty()
        : candidates.stream()
            .filter(c -> c.contains(part) && c.length() > part.length())
            .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours; {@code limit} if there are as
   * many.
   */
  private static int distance(String from, String to, int limit) {
    int[] a = from.codePoints().toArray();
    int[] b = to.codePoints().toArray();
    if (Math.abs(a.length - b.length) >= limit) {
      return limit;
    }
    int[][] d = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int swap = a[i - 1] == b[j - 1] ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + swap, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    // A wholly different word of the same short length is no suggestion.
    int distance = d[a.length][b.length];
    return distance >= Math.max(a.length, b.length) ? limit : distance;
  }
}
