package org.hefu.lsp;

import java.util.OptionalInt;

/** Where the places of a text are in another that differs from it in one stretch. */
final class Moved {
  private final int head;
  private final int tail;
  private final int by;

  Moved(String before, String after) {
    int most = Math.min(before.length(), after.length());
    int same = 0;
    while (same < most && before.charAt(same) == after.charAt(same)) {
      same++;
    }
    int end = 0;
    while (end < most - same
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    this.head = same;
    this.tail = before.length() - end;
    this.by = after.length() - before.length();
  }

  /** Where the stretch that differs begins in both. */
  int head() {
    return head;
  }

  /** Where it ended. */
  int tail() {
    return tail;
  }

  int by() {
    return by;
  }

  /** Where a stretch begins now; empty where it was touched. */
  OptionalInt start(int start, int end) {
    if (end < head) {
      return OptionalInt.of(start);
    }
    return start > tail ? OptionalInt.of(start + by) : OptionalInt.empty();
  }
}
