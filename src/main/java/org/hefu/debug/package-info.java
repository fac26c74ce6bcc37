/** A decision as a debugger goes through it. */
@NullMarked
package org.hefu.debug;

import org.jspecify.annotations.NullMarked;
