/** What a policy means: typed, resolved, without sugar. */
@NullMarked
package org.hefu.model;

import org.jspecify.annotations.NullMarked;
