package org.hefu.format;

import java.util.List;
import org.hefu.syntax.Token;

/**
 * Where blank lines stand: at most one, none at the ends of a body or of the file, and always one
 * around a declaration whose body takes several lines.
 */
final class BlankLines {
  private final List<Token> tokens;
  private final Body[] bodies;

  BlankLines(List<Token> tokens, Body[] bodies) {
    this.tokens = tokens;
    this.bodies = bodies;
  }

  void set(List<Line> lines) {
    int depth = 0;
    int declared = 0;
    boolean ended = false;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (i == 0 || Tokens.closes(tokens.get(line.first)) || opensAtEnd(lines.get(i - 1))) {
        line.isSetOff = false;
      }
      if (depth == 0 && ended) {
        line.isSetOff = true;
      }
      if (depth == 0 && Body.FILE.beginsAt(tokens, line.first)) {
        declared = i;
      }
      int before = depth;
      depth = depthAfter(line, depth);
      ended = before > 0 && depth == 0 && bodies[lastCode(line)].isBlock();
      if (before == 0 && depth > 0 && bodies[firstOpen(line)].isBlock()) {
        setOff(lines, declared);
      }
    }
  }

  /** With the comments that stand right before it. */
  private void setOff(List<Line> lines, int declared) {
    int first = declared;
    while (first > 0
        && !lines.get(first).isSetOff
        && Tokens.isComment(tokens.get(lines.get(first - 1).first))) {
      first--;
    }
    lines.get(first).isSetOff = first > 0;
  }

  private int depthAfter(Line line, int depth) {
    int after = depth;
    for (int i = line.first; i < line.end; i++) {
      after += Tokens.opens(tokens.get(i)) ? 1 : 0;
      after -= Tokens.closes(tokens.get(i)) && after > 0 ? 1 : 0;
    }
    return after;
  }

  private boolean opensAtEnd(Line line) {
    return Tokens.opens(tokens.get(line.end - 1));
  }

  private int lastCode(Line line) {
    int last = line.end - 1;
    return last > line.first && Tokens.isComment(tokens.get(last)) ? last - 1 : last;
  }

  /** The first token whose body the line leaves open. */
  private int firstOpen(Line line) {
    int unclosed = line.first;
    int depth = 0;
    for (int i = line.first; i < line.end; i++) {
      if (Tokens.opens(tokens.get(i)) && depth++ == 0) {
        unclosed = i;
      }
      depth -= Tokens.closes(tokens.get(i)) && depth > 0 ? 1 : 0;
    }
    return unclosed;
  }
}
