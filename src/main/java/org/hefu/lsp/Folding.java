package org.hefu.lsp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.hefu.syntax.Path;
import org.hefu.syntax.Token;
import org.hefu.text.Source;

/** What can be folded away: what stands between braces, comments, the modules used. */
final class Folding {
  private Folding() {}

  static List<FoldingRange> of(View view) {
    Source source = view.source();
    List<FoldingRange> folds = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    int comment = -1;
    int last = -1;
    for (Token token : view.text().tokens()) {
      int line = source.line(token.start()) - 1;
      if (token.type() == Token.Type.COMMENT) {
        boolean alone = source.lineText(line + 1).strip().startsWith("--");
        if (alone && (comment < 0 || line > last + 1)) {
          add(folds, comment, last, FoldingRangeKind.Comment);
          comment = line;
        }
        last = alone ? line : last;
        continue;
      }
      add(folds, comment, last, FoldingRangeKind.Comment);
      comment = -1;
      if (token.type() == Token.Type.MARK && token.en().equals("{")) {
        open.push(line);
      } else if (token.type() == Token.Type.MARK && token.en().equals("}") && !open.isEmpty()) {
        // The closing brace stays in sight.
        add(folds, open.pop(), line - 1, FoldingRangeKind.Region);
      }
    }
    add(folds, comment, last, FoldingRangeKind.Comment);
    List<Path> uses = view.module().uses();
    if (!uses.isEmpty()) {
      int from = uses.getFirst().span().line() - 1;
      add(folds, from, uses.getLast().span().line() - 1, FoldingRangeKind.Imports);
    }
    return folds;
  }

  private static void add(List<FoldingRange> folds, int from, int to, String kind) {
    if (from >= 0 && to > from) {
      FoldingRange fold = new FoldingRange(from, to);
      fold.setKind(kind);
      folds.add(fold);
    }
  }
}
