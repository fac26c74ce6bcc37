package org.hefu.grant;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other. */
interface Entries {
  /** The next row; none after the last. One that cannot be read is reported and left out. */
  @Nullable Entry next() throws IOException;
}
