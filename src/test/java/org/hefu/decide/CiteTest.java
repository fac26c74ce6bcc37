package org.hefu.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hefu.model.Citation;
import org.hefu.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiteTest {
  @ParameterizedTest
  @CsvSource({
    "1, 一",
    "10, 十",
    "11, 十一",
    "20, 二十",
    "66, 六十六",
    "100, 一百",
    "101, 一百零一",
    "110, 一百一十",
    "111, 一百一十一",
    "1001, 一千零一",
    "1010, 一千零一十",
    "1259, 一千二百五十九",
    "2000, 二千",
    "10001, 一万零一"
  })
  void numbersAreWrittenAsTheyAreRead(int number, String numeral) {
    assertEquals(numeral, Cite.numeral(number));
  }

  @Test
  void anArticleIsCitedAsLawyersDo() {
    Citation item = new Citation(5, 1, 4, "");
    assertEquals("第五条第一款第（四）项", Cite.article(item, Language.ZH));
    assertEquals("art 5.1(4)", Cite.article(item, Language.EN));
    assertEquals("第三十八条", Cite.article(new Citation(38, 0, 0, ""), Language.ZH));
    assertEquals("第五十五条第（四）项", Cite.article(new Citation(55, 0, 4, ""), Language.ZH));
    assertEquals("“数据跨境流动”", Cite.article(new Citation(0, 0, 0, "数据跨境流动"), Language.ZH));
  }
}
