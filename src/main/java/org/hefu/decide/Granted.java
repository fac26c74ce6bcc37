package org.hefu.decide;

import java.util.List;
import org.hefu.model.Covering.Aspect;
import org.hefu.model.Grant;

/**
 * How a grant stands to the flow: relied on, or in what it falls short.
 *
 * @param covers does it cover the flow, and is its whole chain in force?
 * @param lacks in what it, or a grant above it, falls short or may; none where it covers
 */
public record Granted(Grant grant, Truth covers, List<Lack> lacks) {

  /**
   * One thing in which a grant falls short.
   *
   * @param link the grant of the chain that does
   * @param certain does it surely, or may it?
   */
  public record Lack(Grant link, Aspect aspect, boolean certain) {}
}
