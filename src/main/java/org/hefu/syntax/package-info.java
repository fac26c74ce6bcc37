/**
 * What the author wrote, as records; text that could not be read stays in the tree as {@code
 * Unread}.
 */
@NullMarked
package org.hefu.syntax;

import org.jspecify.annotations.NullMarked;
