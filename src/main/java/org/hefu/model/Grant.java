package org.hefu.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/**
 * One party's leave for another to do certain things with certain data. What a delegated grant does
 * not say of itself it has from its parent.
 *
 * @param purposes empty where any will do
 * @param territory empty where it holds everywhere
 * @param from the first day, as days since 1970-01-01; {@link Long#MIN_VALUE} where it has none
 * @param to the last day; {@link Long#MAX_VALUE} where it has none
 * @param depth how many times over it may be passed on
 * @param parent the grant of which this one passes on a part
 * @param authority where it has no parent: over what its grantor has original authority
 * @param when what must hold besides
 */
public record Grant(
    Bilingual title,
    Party grantor,
    Party grantee,
    List<Pattern> data,
    List<Kind.Member> acts,
    Optional<Purposes> purposes,
    Optional<List<Kind.Member>> territory,
    long from,
    long to,
    int depth,
    Optional<Grant> parent,
    List<Stop> stops,
    List<Pattern> authority,
    Term when,
    Bilingual note,
    Span declared) {

  /** From the grant that rests on original authority down to this one. */
  public List<Grant> chain() {
    List<Grant> chain = new ArrayList<>();
    Optional<Grant> at = Optional.of(this);
    while (at.isPresent()) {
      chain.addFirst(at.get());
      at = at.get().parent();
    }
    return chain;
  }

  /** The revocation or suspension that keeps it from having force on the day. */
  public Optional<Stop> stopped(long day) {
    return stops.stream()
        .filter(s -> s.holds(day))
        .min((one, other) -> Boolean.compare(other.forGood(), one.forGood()));
  }

  public boolean isWithinPeriod(long day) {
    return from <= day && day <= to;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Grant grant && grant.title.equals(title);
  }

  @Override
  public int hashCode() {
    return title.hashCode();
  }

  /** Revoked from a day on, or suspended from a day to a day; both days included. */
  public record Stop(boolean forGood, long from, OptionalLong to) {
    public boolean holds(long day) {
      return from <= day && (to.isEmpty() || day <= to.getAsLong());
    }
  }

  /** For what it may be used: members of a kind or, where the request states a text, texts. */
  public record Purposes(List<Kind.Member> members, List<String> texts) {}
}
