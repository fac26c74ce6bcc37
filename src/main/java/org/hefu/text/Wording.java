package org.hefu.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** What a bundle of words says in one language. */
public final class Wording {
  /** By the names of their files. */
  private static final Map<String, ResourceBundle> KNOWN = new ConcurrentHashMap<>();

  private final Language language;
  private final ResourceBundle bundle;

  /**
   * @param name of the bundle: {@code org.hefu.decide.words}
   */
  public Wording(String name, Language language) {
    this.language = language;
    String ending = language == Language.ZH ? "_zh.properties" : "_en.properties";
    this.bundle = KNOWN.computeIfAbsent(name.replace('.', '/') + ending, Wording::read);
  }

  /** Both languages have all words, so that there is nothing to fall back on and to look for. */
  private static ResourceBundle read(String file) {
    byte[] words =
        Packed.bytes(file).orElseThrow(() -> new MissingResourceException("absent", file, ""));
    try {
      return new PropertyResourceBundle(
          new StringReader(new String(words, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Language language() {
    return language;
  }

  public ResourceBundle bundle() {
    return bundle;
  }

  /** What stands under the key, with its holes {@code {0}}, {@code {1}} … filled. */
  public String say(String key, Object... args) {
    String pattern = bundle.getString(key);
    int hole = nextHole(pattern, 0);
    if (hole < 0) {
      return pattern;
    }
    StringBuilder said = new StringBuilder();
    int from = 0;
    while (hole >= 0) {
      int end = pattern.indexOf('}', hole);
      said.append(pattern, from, hole)
          .append(word(args[Integer.parseInt(pattern, hole + 1, end, 10)]));
      from = end + 1;
      hole = nextHole(pattern, from);
    }
    return said.append(pattern, from, pattern.length()).toString();
  }

  /** Where a hole, which is a number in braces, begins; below zero where there is no more. */
  private static int nextHole(String pattern, int from) {
    for (int at = pattern.indexOf('{', from); at >= 0; at = pattern.indexOf('{', at + 1)) {
      int end = at + 1;
      while (end < pattern.length() && Character.isDigit(pattern.charAt(end))) {
        end++;
      }
      if (end > at + 1 && end < pattern.length() && pattern.charAt(end) == '}') {
        return at;
      }
    }
    return -1;
  }

  private String word(Object arg) {
    return arg instanceof Bilingual both ? both.in(language) : arg.toString();
  }
}
