package org.hefu.cli;

import org.hefu.text.Wording;

/** Numbers of things in words: one file, two files. */
final class Counted {
  private Counted() {}

  static String of(long number, String key, Wording words) {
    return words.say(number == 1 ? key + ".one" : key + ".many", number);
  }

  static String files(int number, Wording words) {
    return of(number, "file", words);
  }
}
