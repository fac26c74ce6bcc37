package org.hefu.doc;

import org.hefu.text.Bilingual;
import org.hefu.text.Language;
import org.hefu.text.Wording;

/** The words of the pages, in both languages. */
final class Words {
  private static final Wording ZH = new Wording("org.hefu.doc.words", Language.ZH);
  private static final Wording EN = new Wording("org.hefu.doc.words", Language.EN);

  private Words() {}

  /**
   * @param holes what the holes are filled with; of a {@link Bilingual}, the language's text
   */
  static Bilingual say(String key, Object... holes) {
    return new Bilingual(in(ZH, Language.ZH, key, holes), in(EN, Language.EN, key, holes));
  }

  private static String in(Wording wording, Language language, String key, Object... holes) {
    Object[] filled = new Object[holes.length];
    for (int i = 0; i < holes.length; i++) {
      filled[i] = holes[i] instanceof Bilingual both ? both.in(language) : holes[i];
    }
    return wording.say(key, filled);
  }

  /** Several texts one after the other, as each language lists them. */
  static Bilingual listed(Iterable<Bilingual> texts) {
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    for (Bilingual each : texts) {
      zh.append(zh.isEmpty() ? "" : "、").append(each.zh());
      en.append(en.isEmpty() ? "" : ", ").append(each.en());
    }
    return new Bilingual(zh.toString(), en.toString());
  }
}
