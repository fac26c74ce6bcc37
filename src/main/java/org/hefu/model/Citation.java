package org.hefu.model;

import org.hefu.text.Language;

/**
 * An article, with paragraph and item where named (0 where not); or the heading of a text without
 * numbers.
 */
public record Citation(int article, int paragraph, int item, String heading) {

  /** {@code art 5.1(4)}, {@code 第5条第1款第4项}. */
  public String in(Language language) {
    if (!heading.isEmpty()) {
      return language == Language.ZH ? "“" + heading + "”" : "\"" + heading + "\"";
    }
    if (language == Language.ZH) {
      return "第%d条".formatted(article)
          + (paragraph == 0 ? "" : "第%d款".formatted(paragraph))
          + (item == 0 ? "" : "第%d项".formatted(item));
    }
    return "art "
        + article
        + (paragraph == 0 ? "" : "." + paragraph)
        + (item == 0 ? "" : "(" + item + ")");
  }

  /** Is the other the same place, or part of it? */
  public boolean holds(Citation other) {
    return heading.equals(other.heading)
        && article == other.article
        && (paragraph == 0 || paragraph == other.paragraph)
        && (item == 0 || item == other.item);
  }
}
