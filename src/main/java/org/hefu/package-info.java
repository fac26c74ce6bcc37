/** Hefu for Java programs: load a policy, decide flows. */
@NullMarked
package org.hefu;

import org.jspecify.annotations.NullMarked;
