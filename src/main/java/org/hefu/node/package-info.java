/** Truffle nodes, one a file: a policy's conditions over a row of facts. */
@NullMarked
package org.hefu.node;

import org.jspecify.annotations.NullMarked;
