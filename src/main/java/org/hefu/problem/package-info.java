/** What is wrong, and how it is reported. */
@NullMarked
package org.hefu.problem;

import org.jspecify.annotations.NullMarked;
