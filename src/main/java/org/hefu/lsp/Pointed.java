package org.hefu.lsp;

import java.util.Optional;
import org.hefu.check.Declared;
import org.hefu.check.Meaning;
import org.hefu.text.Span;

/**
 * What stands at a place in a text: a word, and what it speaks of.
 *
 * @param place of the word
 * @param declared the place of what it speaks of
 */
record Pointed(Span place, Span declared) {
  static Optional<Pointed> at(int offset, View view) {
    return at(offset, view.unit().meaning(), view.text());
  }

  /** Behind a word counts as at it, where nothing else begins. */
  static Optional<Pointed> at(int offset, Meaning meaning, Text text) {
    Pointed[] best = new Pointed[1];
    meaning
        .uses()
        .in(
            text.module().source(),
            (place, declared) -> {
              boolean holds = place.start() <= offset && offset <= place.end();
              if (holds && (best[0] == null || isCloser(place, best[0].place(), offset))) {
                best[0] = new Pointed(place, declared);
              }
            });
    return Optional.ofNullable(best[0]);
  }

  private static boolean isCloser(Span one, Span other, int offset) {
    boolean before = offset < one.end();
    boolean otherBefore = offset < other.end();
    return before != otherBefore ? before : one.end() - one.start() < other.end() - other.start();
  }

  Optional<Declared> thing(Meaning meaning) {
    return meaning.at(declared);
  }
}
