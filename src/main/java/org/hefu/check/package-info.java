/** Syntax to model, with all that is wrong on the way, as a list of passes. */
@NullMarked
package org.hefu.check;

import org.jspecify.annotations.NullMarked;
