package org.hefu.model;

import java.util.List;

/** What is worked out before the rules, in an order in which each step finds what it needs. */
public sealed interface Step {
  /** Work out a definition and keep it in its slot. */
  record Define(Definition definition) implements Step {}

  /** Work out whether an instrument applies. */
  record Apply(Instrument instrument) implements Step {}

  /**
   * Ask a pattern of a fact that a presumption may have filled.
   *
   * @param words the policy's
   */
  record Ask(Match match, List<String> words) implements Step {}

  /**
   * Ask the store of grants.
   *
   * @param words the policy's
   */
  record Search(Stored stored, List<String> words) implements Step {}

  /** Fill a fact that is unknown, if the presumptions that apply agree. */
  record Presume(Fact fact, List<Rule> rules) implements Step {}
}
