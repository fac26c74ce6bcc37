package org.hefu.problem;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;

/** What the bundle says in one language. */
final class Messages {
  private static final Pattern HOLE = Pattern.compile("\\{(\\d+)}");
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Messages() {}

  static String say(Language language, String key, List<Object> args) {
    return HOLE.matcher(bundle(language).getString(key))
        .replaceAll(hole ->
            Matcher.quoteReplacement(word(language, args.get(Integer.parseInt(hole.group(1))))));
  }

  private static String word(Language language, Object arg) {
    return switch (arg) {
      case Problem.Phrase(String phrase) -> say(language, "phrase." + phrase, List.of());
      case Bilingual both -> both.in(language);
      default -> arg.toString();
    };
  }

  static ResourceBundle bundle(Language language) {
    Locale locale = language == Language.ZH ? Locale.CHINESE : Locale.ENGLISH;
    return ResourceBundle.getBundle("org.hefu.problem.messages", locale, NO_FALLBACK);
  }
}
