package org.hefu.debug;

import org.hefu.engine.Answers;
import org.hefu.model.Policy;
import org.hefu.model.Term;
import org.hefu.text.Source;

/** An expression that somebody asked for in a debugger, and where it is worked out. */
public record Watched(Policy policy, Answers answers, Term term) {
  /** Understands expressions. */
  @FunctionalInterface
  public interface Reader {
    /** The expression as if it were defined in the module. */
    Watched read(String expression, Source module);
  }
}
