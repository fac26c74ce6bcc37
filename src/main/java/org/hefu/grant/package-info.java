/** Grants that are kept in files, in any number: read, checked and searched. */
@NullMarked
package org.hefu.grant;

import org.jspecify.annotations.NullMarked;
