package org.hefu.text;

import java.util.Locale;

/** A language in which Hefu speaks to people. */
public enum Language {
  ZH(Locale.SIMPLIFIED_CHINESE),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** That of the default locale, in which a Java program is told things. */
  public static Language ofDefault() {
    return of(Locale.getDefault());
  }

  /** Chinese where the locale is Chinese, else English. */
  public static Language of(Locale locale) {
    return locale.getLanguage().equals("zh") ? ZH : EN;
  }
}
