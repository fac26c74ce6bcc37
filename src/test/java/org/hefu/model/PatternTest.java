package org.hefu.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which names patterns cover, and which patterns lie within which. */
class PatternTest {
  private static int covered(String pattern, String stated) {
    return pattern(pattern).of(pattern(stated));
  }

  private static Pattern pattern(String text) {
    return Pattern.of(text).orElseThrow();
  }

  @Test
  void aNameCoversJustItself() {
    assertEquals(Row.TRUE, covered("a/b", "a/b"));
    assertEquals(Row.FALSE, covered("a/b", "a/b/c"));
    assertEquals(Row.FALSE, covered("a/b", "a/bc"));
    assertEquals(Row.FALSE, covered("a/b", "b"));
  }

  @Test
  void aStarCoversWhatItStandsBelowAndAllThere() {
    assertEquals(Row.TRUE, covered("a/b/*", "a/b"));
    assertEquals(Row.TRUE, covered("a/b/*", "a/b/c"));
    assertEquals(Row.TRUE, covered("a/b/*", "a/b/c/d/e"));
    assertEquals(Row.TRUE, covered("a/b/*", "a/b/c/*"));
    assertEquals(Row.FALSE, covered("a/b/*", "a/bc"));
    assertEquals(Row.TRUE, covered("*", "a"));
    assertEquals(Row.TRUE, covered("*", "*"));
  }

  @Test
  void aNameAboveSaysTooLittle() {
    assertEquals(Row.MAYBE, covered("a/b", "a"));
    assertEquals(Row.MAYBE, covered("a/b/*", "a"));
    assertEquals(Row.MAYBE, covered("a/b", "a/b/*"));
    assertEquals(Row.MAYBE, covered("a/b/*", "*"));
    assertEquals(Row.FALSE, covered("a/b/*", "a/c/*"));
  }

  @Test
  void onePatternLiesWithinAnotherByItsBeginning() {
    assertTrue(pattern("a/*").covers(pattern("a/b/*")));
    assertTrue(pattern("a/*").covers(pattern("a")));
    assertTrue(pattern("*").covers(pattern("a/*")));
    assertFalse(pattern("a").covers(pattern("a/*")));
    assertFalse(pattern("a/b/*").covers(pattern("a/*")));
    assertFalse(pattern("a/*").covers(pattern("ab/*")));
  }

  @Test
  void otherTextsNameNothing() {
    for (String text :
        List.of("", " ", "a//b", "/a", "a/", "a*", "a/*/b", "*/a", "a /b", "a/ b", "**", "/*")) {
      assertTrue(Pattern.of(text).isEmpty(), text);
    }
  }
}
