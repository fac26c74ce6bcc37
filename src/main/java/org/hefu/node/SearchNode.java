package org.hefu.node;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.util.List;
import org.hefu.code.Writing;
import org.hefu.model.Fact;
import org.hefu.model.GrantStore;
import org.hefu.model.Stored;
import org.hefu.model.Type;

/** Asks the store of grants whether one of them covers the flow. */
public final class SearchNode extends FillNode {
  private final Stored stored;
  private final GrantStore store;
  private final List<String> words;

  /** The facts that name something. */
  @CompilationFinal(dimensions = 1)
  private final Fact[] texts;

  /**
   * @param words the policy's
   */
  public SearchNode(Stored stored, List<String> words) {
    super(stored.covered());
    this.stored = stored;
    this.store = stored.store();
    this.words = words;
    this.texts =
        stored.facts().stream().filter(f -> f.type() instanceof Type.Words).toArray(Fact[]::new);
  }

  @Override
  public void execute(VirtualFrame frame, long[] row) {
    row[stored.covered()] = covers(row);
  }

  @TruffleBoundary(allowInlining = false)
  private int covers(long[] row) {
    for (Fact fact : texts) {
      long word = row[fact.slot()];
      if (word >= 0 && stored.isUnasked(row, fact)) {
        // Presumed, not stated.
        stored.state(row, fact, words.get((int) word));
      }
    }
    return store.covers(row);
  }

  @Override
  public boolean isDear() {
    return true;
  }

  @Override
  public void write(Writing code) {
    if (stored.facts().stream().anyMatch(f -> !code.isStated(f.slot()))) {
      // A store is asked of a whole row.
      code.refuse();
    }
    code.constant(store, GrantStore.class).stated();
    code.ask(GrantStore.class, "covers", int.class, long[].class).widened();
  }
}
