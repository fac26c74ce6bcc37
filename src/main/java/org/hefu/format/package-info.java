/** A module's text in its canonical form, in either keyword language. */
@NullMarked
package org.hefu.format;

import org.jspecify.annotations.NullMarked;
