/** Hefu as a language of the GraalVM polyglot API. */
@NullMarked
package org.hefu.polyglot;

import org.jspecify.annotations.NullMarked;
