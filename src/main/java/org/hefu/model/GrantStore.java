package org.hefu.model;

import java.util.List;

/**
 * Grants that are kept outside the policies, in any number. Threads may share it.
 *
 * <p>What a flow names is turned into numbers once, when the flow is read; a decision then asks
 * with the row alone.
 */
public interface GrantStore {
  /** The number of a text that stands in none of the grants. */
  long ELSEWHERE = -1;

  /** No grants at all. */
  GrantStore EMPTY = new NoGrants();

  /** The number of a party or, where the request states purposes as texts, of a purpose. */
  long text(String name);

  /** Where a data set stands among those that the grants are about. */
  long place(String data);

  /** A truth of {@link Row}: does some grant cover the flow, its whole chain being in force? */
  int covers(long[] row);

  /**
   * The grants that cover the flow or, where none does, those to its party that come nearest; the
   * nearest first.
   */
  List<Near> near(long[] row, int most);

  int size();

  /** Tells the same grants by their content; empty where there are none. */
  String hash();

  /** How a grant stands to a flow. */
  record Near(Grant grant, int covers, List<Lack> lacks) {}

  /**
   * In what a grant, or one above it, falls short.
   *
   * @param certain does it surely, or may it?
   */
  record Lack(Grant link, Covering.Aspect aspect, boolean certain) {}
}
