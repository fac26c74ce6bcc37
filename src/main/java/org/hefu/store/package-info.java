/** Checked policies as bytes, so that what has not changed need not be read and checked again. */
@NullMarked
package org.hefu.store;

import org.jspecify.annotations.NullMarked;
