package org.hefu.store;

import org.hefu.model.Citation;
import org.hefu.model.Names;
import org.hefu.text.Bilingual;

/** Texts and what they are called, and places in the law. */
final class Words {
  private Words() {}

  static void write(Output out, Bilingual text) {
    out.text(text.zh());
    out.text(text.en());
  }

  static Bilingual bilingual(Input in) {
    return new Bilingual(in.text(), in.text());
  }

  static void write(Output out, Names names) {
    out.text(names.name());
    out.list(names.aliases(), Output::text);
    write(out, names.label());
  }

  static Names names(Input in) {
    return new Names(in.text(), in.list(Input::text), bilingual(in));
  }

  static void write(Output out, Citation citation) {
    out.number(citation.article());
    out.number(citation.paragraph());
    out.number(citation.item());
    out.text(citation.heading());
  }

  static Citation citation(Input in) {
    return new Citation(in.number(), in.number(), in.number(), in.text());
  }
}
