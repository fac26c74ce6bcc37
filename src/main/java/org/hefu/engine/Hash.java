package org.hefu.engine;

import org.hefu.fact.Facts;
import org.hefu.model.Fact;
import org.hefu.model.Policy;
import org.hefu.text.Language;
import org.hefu.text.Sha256;

/** SHA-256 of what a flow states, so that it can be told whether two decisions rest on the same. */
final class Hash {
  private Hash() {}

  /** Of the policy's texts, and of the grants in its store. */
  static String policy(Policy policy) {
    String texts = policy.sources().hash();
    return policy
        .stored()
        .filter(s -> s.store().size() > 0)
        .map(s -> new Sha256().add(texts).add(s.store().hash()).hexadecimal())
        .orElse(texts);
  }

  /** Of the facts that are known, in the order of the request, and of its parts. */
  static String facts(Facts facts) {
    Sha256 hash = new Sha256();
    add(hash, facts);
    for (Facts.Part part : facts.parts()) {
      hash.add("parts").add(part.name());
      add(hash, part.facts());
    }
    return hash.hexadecimal();
  }

  private static void add(Sha256 hash, Facts facts) {
    for (Fact fact : facts.policy().request().facts()) {
      facts.said(fact).ifPresent(value -> hash.add(fact.name()).add(value.in(Language.EN)));
    }
  }
}
