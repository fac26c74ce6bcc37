package org.hefu.decide;

import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.text.Bilingual;

/**
 * A fact and its value, as people would say it.
 *
 * @param value empty where it is unknown
 * @param presumed was it filled by a presumption?
 */
public record FactValue(Fact fact, Optional<Bilingual> value, boolean presumed) {}
