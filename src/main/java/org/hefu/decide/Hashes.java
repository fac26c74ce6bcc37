package org.hefu.decide;

import java.util.List;
import java.util.function.Supplier;
import org.hefu.text.Later;

/**
 * SHA-256, in hexadecimal, of what a decision rests on. Few look at it, so that it waits until
 * somebody does.
 */
public final class Hashes {
  private final List<String> both;

  /**
   * @param policy of the policy's texts and the grants in its store
   * @param flow of the facts that the flow states
   */
  public Hashes(Supplier<String> policy, Supplier<String> flow) {
    this.both = Later.of(() -> List.of(policy.get(), flow.get()));
  }

  public String policy() {
    return both.getFirst();
  }

  public String flow() {
    return both.getLast();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hashes hashes && both.equals(hashes.both);
  }

  @Override
  public int hashCode() {
    return both.hashCode();
  }
}
