/** The command line: one file a command. */
@NullMarked
package org.hefu.cli;

import org.jspecify.annotations.NullMarked;
