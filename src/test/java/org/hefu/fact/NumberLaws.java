package org.hefu.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Numbers are said as they are counted: in ten-thousandths, without needless zeros. */
class NumberLaws {
  @Property
  void aNumberIsSaidInPlainDigits(@ForAll long value) {
    assertEquals(plain(value), Facts.number(value));
  }

  @Example
  void soAreSmallOnes() {
    for (long value = -30_000; value <= 30_000; value++) {
      assertEquals(plain(value), Facts.number(value));
    }
  }

  private static String plain(long value) {
    return BigDecimal.valueOf(value, 4).stripTrailingZeros().toPlainString();
  }
}
