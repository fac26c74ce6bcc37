package org.hefu.debug;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.nodes.Node;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** The definitions that have been gone through: each is worked out once a decision. */
final class Visited {
  /** How many definitions may lean on each other before the rest of a chain is passed over. */
  private static final int DEEPEST = 200;

  private final Set<CallTarget> visited = Collections.newSetFromMap(new IdentityHashMap<>());
  private int depth;

  void call(CallTarget target, Node from) {
    if (depth == DEEPEST || !visited.add(target)) {
      return;
    }
    depth++;
    try {
      target.call(from);
    } finally {
      depth--;
    }
  }
}
