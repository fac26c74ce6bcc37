package org.hefu.model;

import java.util.List;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/**
 * An article of an instrument, or those from one to another: what it holds in a sentence of the
 * policy's author, and what of it the policy says.
 *
 * @param facts what a person judges by it
 * @param remark where else its content stands
 */
public record Article(
    Citation first,
    Citation last,
    Bilingual paraphrase,
    Standing standing,
    List<Fact> facts,
    Bilingual remark,
    Span declared) {

  /** Why an article has the rules it has, or none. */
  public enum Standing {
    /** Rules state it. */
    CODIFIED,
    /** It says what a word means. */
    DEFINITION,
    /** A person has to judge, and states the result as facts. */
    EVALUATIVE,
    /** Its content comes from another text. */
    DEFERRED,
    /** Something other than a rule of this module carries it. */
    CARRIED,
    /** No act can meet or break it. */
    NONE
  }

  /** Are they the same place, or is one of them part of the other? */
  public boolean touches(Citation citation) {
    boolean within = first.article() < citation.article() && citation.article() < last.article();
    return within
        || first.holds(citation)
        || citation.holds(first)
        || last.holds(citation)
        || citation.holds(last);
  }

  public boolean isRange() {
    return !first.equals(last);
  }
}
