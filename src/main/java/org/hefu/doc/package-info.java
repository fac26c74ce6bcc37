/** Pages about a policy: the coverage of its articles, and a site for readers. */
@NullMarked
package org.hefu.doc;

import org.jspecify.annotations.NullMarked;
