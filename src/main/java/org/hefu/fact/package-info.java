/** A flow's facts: typed slots, known or unknown; read from JSON and YAML. */
@NullMarked
package org.hefu.fact;

import org.jspecify.annotations.NullMarked;
