/** Finding the rules that may apply by what their conditions ask of single facts. */
@NullMarked
package org.hefu.index;

import org.jspecify.annotations.NullMarked;
