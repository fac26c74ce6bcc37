/** Text to syntax; the only room that knows ANTLR. */
@NullMarked
package org.hefu.parse;

import org.jspecify.annotations.NullMarked;
