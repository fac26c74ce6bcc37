package org.hefu.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a policy asks a store of grants, and what of.
 *
 * @param covered the slot that says whether some grant in the store covers the flow
 * @param party the slot for the number that the store has for the flow's party
 * @param place the slot for where the store has the flow's data set
 * @param use the slot for the number that it has for the purpose, where that is a text
 * @param authorities those that the policy states
 */
public record Stored(
    int covered,
    int party,
    int place,
    int use,
    Fact grantee,
    Fact data,
    Fact act,
    Fact on,
    Optional<Fact> purpose,
    Optional<Fact> territory,
    List<Authority> authorities,
    GrantStore store) {

  /** The same question, put to a store. */
  Stored to(GrantStore other) {
    return new Stored(
        covered, party, place, use, grantee, data, act, on, purpose, territory, authorities, other);
  }

  /** The facts on which the answer may depend. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>(List.of(grantee, data, act, on));
    purpose.ifPresent(facts::add);
    territory.ifPresent(facts::add);
    return facts;
  }

  /** Forgets what the store said of the texts of a flow. */
  public void forget(long[] row) {
    row[party] = Row.UNKNOWN;
    row[place] = Row.UNKNOWN;
    row[use] = Row.UNKNOWN;
  }

  /** Asks the store for the number of a text that the flow states. */
  public void state(long[] row, Fact fact, String text) {
    if (fact.slot() == grantee.slot()) {
      row[party] = store.text(text);
    } else if (fact.slot() == data.slot()) {
      row[place] = store.place(text);
    } else if (isPurpose(fact)) {
      row[use] = store.text(text);
    }
  }

  /** Forgets the number of a text that the flow states no more. */
  public void forget(long[] row, Fact fact) {
    if (fact.slot() == grantee.slot()) {
      row[party] = Row.UNKNOWN;
    } else if (fact.slot() == data.slot()) {
      row[place] = Row.UNKNOWN;
    } else if (isPurpose(fact)) {
      row[use] = Row.UNKNOWN;
    }
  }

  /** Has the store not been asked for the number of this text? */
  public boolean isUnasked(long[] row, Fact fact) {
    int slot = fact.slot() == grantee.slot() ? party : fact.slot() == data.slot() ? place : use;
    return row[slot] == Row.UNKNOWN;
  }

  private boolean isPurpose(Fact fact) {
    return purpose.isPresent() && fact.slot() == purpose.get().slot();
  }
}
