package org.hefu.text;

/** A text in Chinese and in English; where only one was written, it serves for both. */
public record Bilingual(String zh, String en) {
  public static final Bilingual NONE = new Bilingual("", "");

  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }

  public boolean isEmpty() {
    return zh.isEmpty() && en.isEmpty();
  }

  /** The text of {@code zh} and {@code en}, each standing in for the other where that is empty. */
  public static Bilingual of(String zh, String en) {
    return new Bilingual(zh.isEmpty() ? en : zh, en.isEmpty() ? zh : en);
  }
}
