package org.hefu.grant;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts by number, each once, kept as bytes: a million of them take no more than they are long. */
final class Texts {
  static final int NONE = -1;

  private byte[] bytes = new byte[1024];
  private int[] ends = new int[64];
  private int[] table = new int[128];
  private int size;

  int size() {
    return size;
  }

  /** The number of a text that is new or known. */
  int add(String text) {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    int at = at(wanted);
    if (table[at] != 0) {
      return table[at] - 1;
    }
    append(wanted);
    table[at] = size;
    if (size * 2 > table.length) {
      spread();
    }
    return size - 1;
  }

  /** The number of a known text, or {@link #NONE}. */
  int find(String text) {
    return table[at(text.getBytes(StandardCharsets.UTF_8))] - 1;
  }

  String get(int number) {
    int from = start(number);
    return new String(bytes, from, ends[number] - from, StandardCharsets.UTF_8);
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  private void append(byte[] text) {
    int from = size == 0 ? 0 : ends[size - 1];
    int to = Math.addExact(from, text.length);
    if (to > bytes.length) {
      bytes =
          Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(to, to * 3L / 2)));
    }
    System.arraycopy(text, 0, bytes, from, text.length);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    ends[size++] = to;
  }

  /** Where the text stands in the table, or would. */
  private int at(byte[] text) {
    int at = slot(hash(text, 0, text.length));
    while (table[at] != 0 && !isSame(table[at] - 1, text)) {
      at = (at + 1) & (table.length - 1);
    }
    return at;
  }

  private boolean isSame(int number, byte[] text) {
    return Arrays.equals(bytes, start(number), ends[number], text, 0, text.length);
  }

  private void spread() {
    table = new int[table.length * 2];
    for (int i = 0; i < size; i++) {
      int at = slot(hash(bytes, start(i), ends[i]));
      while (table[at] != 0) {
        at = (at + 1) & (table.length - 1);
      }
      table[at] = i + 1;
    }
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 15)) & (table.length - 1);
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = 0x811C9DC5;
    for (int i = from; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x01000193;
    }
    return hash * 0x9E3779B1;
  }
}
