package org.hefu.lsp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.lsp4j.TextEdit;
import org.hefu.text.Source;

/** The lines in which two texts differ, as few edits that leave cursors where they are. */
final class Difference {
  private Difference() {}

  static List<TextEdit> edits(Source before, String after) {
    List<String> old = lines(before.text());
    List<String> young = lines(after);
    List<TextEdit> edits = new ArrayList<>();
    if (old.size() == young.size()) {
      int offset = 0;
      for (int i = 0; i < old.size(); i++) {
        if (!old.get(i).equals(young.get(i))) {
          edits.add(edit(before, offset, old.get(i), young.get(i)));
        }
        offset += old.get(i).length();
      }
      return edits;
    }
    int head = 0;
    int most = Math.min(old.size(), young.size());
    while (head < most && old.get(head).equals(young.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && old.get(old.size() - 1 - tail).equals(young.get(young.size() - 1 - tail))) {
      tail++;
    }
    int start = old.subList(0, head).stream().mapToInt(String::length).sum();
    String from = String.join("", old.subList(head, old.size() - tail));
    String to = String.join("", young.subList(head, young.size() - tail));
    return from.equals(to) ? List.of() : Collections.singletonList(edit(before, start, from, to));
  }

  private static TextEdit edit(Source source, int start, String from, String to) {
    return new TextEdit(Places.range(source, start, start + from.length()), to);
  }

  /** Each with its end. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, next));
      start = next;
    }
    return lines;
  }
}
