package org.hefu.model;

import java.util.List;

/**
 * What it takes for a grant to cover a flow.
 *
 * @param parts apart from days, and for this link of the chain alone
 * @param covers "it covers the flow, and the chain up to original authority is in force"
 */
public record Covering(Grant grant, List<Part> parts, Definition covers) {

  /** One thing that must hold. */
  public record Part(Aspect aspect, Term term) {}

  /** In what respect a grant covers a flow, or falls short of it. */
  public enum Aspect {
    GRANTEE,
    DATA,
    ACT,
    PURPOSE,
    TERRITORY,
    CONDITION,
    AUTHORITY,
    PERIOD,
    STOP
  }
}
