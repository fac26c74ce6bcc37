/** The language server: what an editor asks of policies, answered from the one front end. */
@NullMarked
package org.hefu.lsp;

import org.jspecify.annotations.NullMarked;
