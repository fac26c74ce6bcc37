package org.hefu.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrapTest {
  @Test
  void breaksBetweenWords() {
    assertEquals(List.of("a bc", "def", "g"), Wrap.lines("a bc def g", 4));
  }

  @Test
  void breaksBetweenChineseCharacters() {
    assertEquals(List.of("向境外", "提供个", "人信息"), Wrap.lines("向境外提供个人信息", 6));
  }

  @Test
  void keepsPunctuationWithWhatItBelongsTo() {
    assertEquals(List.of("依据", "《法》", "第", "（四）", "项"), Wrap.lines("依据《法》第（四）项", 6));
    assertEquals(List.of("个人信", "息，数", "据。"), Wrap.lines("个人信息，数据。", 6));
  }

  @Test
  void aLongWordHasItsOwnLine() {
    assertEquals(List.of("a", "exported_people", "b"), Wrap.lines("a exported_people b", 6));
  }

  @Test
  void aNumberStaysWithItsMeasure() {
    assertEquals(List.of("达到", "10万人"), Wrap.lines("达到10万人", 7));
  }

  @Test
  void nothingIsOneEmptyLine() {
    assertEquals(List.of(""), Wrap.lines("", 10));
  }
}
