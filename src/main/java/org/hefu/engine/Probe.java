package org.hefu.engine;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.IdentityHashMap;
import org.hefu.model.Term;
import org.hefu.node.TruthNode;

/** Asks single terms of one row, through the same nodes that decide. */
final class Probe {
  private static final FrameDescriptor NO_SLOTS = new FrameDescriptor();

  private final long[] row;
  private final VirtualFrame frame;
  private final IdentityHashMap<Term, Integer> asked = new IdentityHashMap<>();

  Probe(long[] row) {
    this.row = row;
    this.frame = Truffle.getRuntime().createVirtualFrame(new Object[] {row}, NO_SLOTS);
  }

  /** The truth of a condition. */
  int truth(Term term) {
    return asked.computeIfAbsent(
        term,
        t -> {
          TruthNode node = Lower.truth(t);
          return node.execute(frame, row);
        });
  }

  /** What a term comes to that is no condition. */
  long value(Term term) {
    return Lower.value(term).execute(frame, row);
  }

  long[] row() {
    return row;
  }
}
