package org.hefu.model;

import java.util.Optional;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/**
 * A legal text, contract or internal policy that a module codifies.
 *
 * @param slot where the truth of "it is in force, and the flow lies in its territory" stands
 * @param from the first day it is in force, as days since 1970-01-01
 * @param to the last day, {@link Long#MAX_VALUE} where it has none
 * @param lastArticle 0 where its articles have no numbers
 * @param applies in force on the date, and the flow in its territory
 * @param version which text of it this is, where it was amended; each is an instrument here
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
    Span declared,
    Optional<Names> version) {

  /** Whether it is law. */
  public enum Status {
    DRAFT,
    IN_FORCE,
    REPEALED,
    /** Another text of it followed. */
    AMENDED
  }

  /** The place, and the fact that must lie in it. */
  public record Territory(Kind.Member place, Kind kind, Fact of) {}

  public boolean isInForce(long day) {
    return status != Status.DRAFT && from <= day && day <= to;
  }

  /** This text, when another has followed it. */
  public Instrument amended() {
    return new Instrument(
        module,
        slot,
        title,
        issuer,
        rank,
        Status.AMENDED,
        from,
        to,
        territory,
        firstArticle,
        lastArticle,
        source,
        applies,
        declared,
        version);
  }

  /** Another text of the same instrument, or this one. */
  public boolean isSameAs(Instrument other) {
    return module.equals(other.module);
  }

  public boolean isVersion(String name) {
    return version.filter(v -> v.isCalled(name)).isPresent();
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
