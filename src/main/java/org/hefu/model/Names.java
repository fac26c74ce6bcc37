package org.hefu.model;

import java.util.ArrayList;
import java.util.List;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;

/** What a thing is called in a policy, and how it is said to people. */
public record Names(String name, List<String> aliases, Bilingual label) {
  private static final int LAST_OF_ASCII = 127;

  /** With the label as written, or else one made from the name and its aliases. */
  public static Names of(String name, List<String> aliases, Bilingual label) {
    String zh = label.zh();
    String en = label.en();
    if (label.isEmpty()) {
      zh = hasHan(name) ? name : aliases.stream().filter(Names::hasHan).findFirst().orElse(name);
      en = !hasHan(name) ? name : aliases.stream().filter(a -> !hasHan(a)).findFirst().orElse(name);
      en = en.replace('_', ' ');
    }
    return new Names(name, List.copyOf(aliases), new Bilingual(zh, en));
  }

  public String in(Language language) {
    return label.in(language);
  }

  /** Its name and its aliases. */
  public List<String> words() {
    List<String> words = new ArrayList<>(aliases);
    words.addFirst(name);
    return words;
  }

  public boolean isCalled(String word) {
    return name.equals(word) || aliases.contains(word);
  }

  private static boolean hasHan(String text) {
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (c > LAST_OF_ASCII && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) {
        return true;
      }
    }
    return false;
  }
}
