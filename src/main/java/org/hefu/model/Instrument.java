package org.hefu.model;

import java.util.Optional;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/**
 * A legal text, contract or internal policy that a module codifies.
 *
 * @param slot where the truth of "it is in force, and the flow lies in its territory" stands
 * @param from the first day it is in force, as days since 1970-01-01; {@link Row#UNKNOWN} where a
 *     draft does not say
 * @param to the last day, {@link Long#MAX_VALUE} where it has none
 * @param lastArticle 0 where its articles have no numbers
 * @param applies in force on the date, and the flow in its territory; of a draft, which counts only
 *     where it is taken as adopted, the territory alone
 */
public record Instrument(
    String module,
    int slot,
    Bilingual title,
    Bilingual issuer,
    Rank rank,
    Status status,
    long from,
    long to,
    Optional<Territory> territory,
    int firstArticle,
    int lastArticle,
    String source,
    Term applies,
    Span declared) {

  /** Whether it is law. */
  public enum Status {
    DRAFT,
    IN_FORCE,
    REPEALED
  }

  /** The place, and the fact that must lie in it. */
  public record Territory(Kind.Member place, Kind kind, Fact of) {}

  public boolean isDraft() {
    return status == Status.DRAFT;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Instrument instrument && instrument.slot == slot;
  }

  @Override
  public int hashCode() {
    return slot;
  }
}
