package org.hefu.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import org.hefu.fact.Facts;
import org.hefu.model.Fact;
import org.hefu.model.Policy;
import org.hefu.text.Language;
import org.hefu.text.Source;

/** SHA-256 of what a decision rests on, so that it can be told whether two rest on the same. */
final class Hash {
  private Hash() {}

  /**
   * Of the texts of all modules, whatever their files are called and in whatever order they were
   * given.
   */
  static String policy(Policy policy) {
    MessageDigest digest = digest();
    policy.sources().stream()
        .map(Source::text)
        .sorted(Comparator.naturalOrder())
        .forEach(text -> part(digest, text));
    policy
        .stored()
        .filter(s -> s.store().size() > 0)
        .ifPresent(s -> part(digest, s.store().hash()));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of the facts that are known, in the order of the request, and of its parts. */
  static String facts(Facts facts) {
    MessageDigest digest = digest();
    add(digest, facts);
    for (Facts.Part part : facts.parts()) {
      part(digest, "parts");
      part(digest, part.name());
      add(digest, part.facts());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Facts facts) {
    for (Fact fact : facts.policy().request().facts()) {
      facts
          .said(fact)
          .ifPresent(value -> {
            part(digest, fact.name());
            part(digest, value.in(Language.EN));
          });
    }
  }

  private static void part(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
