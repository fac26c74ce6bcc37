package org.hefu.model;

import java.util.Set;
import org.hefu.text.Bilingual;

/** To whose rules a rule gives way though they be lower: those of some ranks or issuers. */
public record Yielding(Set<Rank> ranks, Set<String> issuers) {
  public boolean to(Instrument other) {
    Bilingual issuer = other.issuer();
    return ranks.contains(other.rank())
        || (!issuer.isEmpty() && (issuers.contains(issuer.zh()) || issuers.contains(issuer.en())));
  }
}
