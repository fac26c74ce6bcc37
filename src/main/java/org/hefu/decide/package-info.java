/** One decision with its reasons, as data; its renderings for people and for machines. */
@NullMarked
package org.hefu.decide;

import org.jspecify.annotations.NullMarked;
