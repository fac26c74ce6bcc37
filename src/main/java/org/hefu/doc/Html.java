package org.hefu.doc;

import java.util.ArrayDeque;
import java.util.Deque;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;

/** Writes a page. What readers see stands in both languages; the page shows one of them. */
final class Html {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param attributes names and values in turn; one whose value is empty is left out
   */
  Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i + 1].isEmpty()) {
        out.append(' ').append(attributes[i]).append("=\"");
        out.append(escaped(attributes[i + 1])).append('"');
      }
    }
    out.append('>');
    open.push(tag);
    return this;
  }

  /** Closes what was opened last. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  Html text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** In each language what it says, or once where that is the same. */
  Html both(Bilingual text) {
    if (text.zh().equals(text.en())) {
      return text(text.zh());
    }
    for (Language language : Language.values()) {
      open("span", "lang", code(language)).text(text.in(language)).close();
    }
    return this;
  }

  static String code(Language language) {
    return language == Language.ZH ? "zh" : "en";
  }

  Html element(String tag, Bilingual text, String... attributes) {
    return open(tag, attributes).both(text).close();
  }

  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** What has no content: an input, a line break. */
  Html empty(String tag, String... attributes) {
    open(tag, attributes);
    open.pop();
    return this;
  }

  Html link(String to, Bilingual text, String... attributes) {
    String[] all = new String[attributes.length + 2];
    System.arraycopy(attributes, 0, all, 2, attributes.length);
    all[0] = "href";
    all[1] = to;
    return element("a", text, all);
  }

  Html line() {
    out.append('\n');
    return this;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
