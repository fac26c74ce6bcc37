/**
 * Writing what is asked often as a class of its own, which the JVM compiles as it does any other.
 */
@NullMarked
package org.hefu.code;

import org.jspecify.annotations.NullMarked;
