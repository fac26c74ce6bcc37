/** Places in a file: source, span, line and column, the width of a character, the two languages. */
@NullMarked
package org.hefu.text;

import org.jspecify.annotations.NullMarked;
