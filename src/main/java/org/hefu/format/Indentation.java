package org.hefu.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.hefu.syntax.Token;

/**
 * Where lines begin: two spaces in from the line that began what the body they stand in belongs to,
 * and two more where they go on with what a line above began; what follows a line that begins with
 * {@code =} goes on two further in.
 */
final class Indentation {
  private static final int STEP = 2;

  private record Frame(Body body, int indent) {}

  private final List<Token> tokens;
  private final Body[] bodies;
  private final Deque<Frame> open = new ArrayDeque<>();
  private boolean afterEquals;

  Indentation(List<Token> tokens, Body[] bodies) {
    this.tokens = tokens;
    this.bodies = bodies;
  }

  void set(List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      int code = i;
      while (code < lines.size() && isComment(lines.get(code))) {
        code++;
      }
      if (code == i) {
        line.indent = indent(line);
        pass(line);
      } else {
        // A comment stands with what it speaks of, which comes after it.
        line.indent = code == lines.size() ? inside() : beside(lines.get(code));
      }
    }
  }

  private boolean isComment(Line line) {
    return Tokens.isComment(tokens.get(line.first));
  }

  private int beside(Line code) {
    return Tokens.closes(tokens.get(code.first)) ? inside() : indent(code);
  }

  private int inside() {
    return open.isEmpty() ? 0 : open.peek().indent() + STEP;
  }

  private int indent(Line line) {
    Token token = tokens.get(line.first);
    if (Tokens.closes(token)) {
      return closing(line);
    }
    Body body = open.isEmpty() ? Body.FILE : open.peek().body();
    if (body.beginsAt(tokens, line.first) || Tokens.isMark(token, "{")) {
      return inside();
    }
    return inside() + (afterEquals ? 2 * STEP : STEP);
  }

  /** As far in as the line that opened what the last of the closing tokens at its start closes. */
  private int closing(Line line) {
    int indent = 0;
    int at = line.first;
    for (Frame frame : open) {
      if (at == line.end || !Tokens.closes(tokens.get(at))) {
        break;
      }
      indent = frame.indent();
      at++;
    }
    return indent;
  }

  private void pass(Line line) {
    Body body = open.isEmpty() ? Body.FILE : open.peek().body();
    if (body.beginsAt(tokens, line.first)) {
      afterEquals = false;
    }
    afterEquals |= Tokens.isMark(tokens.get(line.first), "=");
    // A declaration whose title takes several lines opens its body on the last of them.
    int begun = inside();
    for (int i = line.first; i < line.end; i++) {
      if (Tokens.opens(tokens.get(i))) {
        open.push(new Frame(bodies[i], bodies[i].isBlock() ? begun : line.indent));
      } else if (Tokens.closes(tokens.get(i)) && !open.isEmpty()) {
        open.pop();
      }
    }
  }
}
