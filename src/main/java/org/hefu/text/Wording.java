package org.hefu.text;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a bundle of words says in one language. */
public final class Wording {
  private static final Pattern HOLE = Pattern.compile("\\{(\\d+)}");
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Language language;
  private final ResourceBundle bundle;

  /**
   * @param name of the bundle: {@code org.hefu.decide.words}
   */
  public Wording(String name, Language language) {
    this.language = language;
    Locale locale = language == Language.ZH ? Locale.CHINESE : Locale.ENGLISH;
    this.bundle = ResourceBundle.getBundle(name, locale, NO_FALLBACK);
  }

  public Language language() {
    return language;
  }

  public ResourceBundle bundle() {
    return bundle;
  }

  /** What stands under the key, with its holes {@code {0}}, {@code {1}} … filled. */
  public String say(String key, Object... args) {
    return HOLE.matcher(bundle.getString(key))
        .replaceAll(hole -> Matcher.quoteReplacement(word(args[Integer.parseInt(hole.group(1))])));
  }

  private String word(Object arg) {
    return arg instanceof Bilingual both ? both.in(language) : arg.toString();
  }
}
