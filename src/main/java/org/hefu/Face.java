package org.hefu;

import java.io.InputStream;
import java.io.OutputStream;
import org.hefu.text.Language;

/**
 * A way of being asked that a command starts by its name, such as the language server: it reads
 * what is asked and answers until whoever asks leaves.
 */
public interface Face {
  /** By what the command calls it. */
  String name();

  /**
   * Answers until the input ends, or whoever asks says that it is enough.
   *
   * @param language what people are told in, unless whoever asks wishes another
   * @return the exit code
   */
  int serve(InputStream in, OutputStream out, Language language);
}
