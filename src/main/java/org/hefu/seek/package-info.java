/** What decides a flow again with other facts: settling what is open. */
@NullMarked
package org.hefu.seek;

import org.jspecify.annotations.NullMarked;
