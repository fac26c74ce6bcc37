/** Lowering a policy to nodes, running it, and telling why. */
@NullMarked
package org.hefu.index;

import org.jspecify.annotations.NullMarked;
