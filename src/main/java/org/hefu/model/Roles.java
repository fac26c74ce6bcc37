package org.hefu.model;

import java.util.Optional;

/** Which facts of the request stand for what grants and restrictions speak of. */
public record Roles(
    Optional<Fact> grantee,
    Optional<Fact> data,
    Optional<Fact> lineage,
    Optional<Fact> purpose,
    Optional<Fact> territory) {

  /** A policy that speaks of none. */
  public static final Roles NONE =
      new Roles(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
