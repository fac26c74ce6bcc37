package org.hefu.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.function.Function;
import org.hefu.code.Tree.Branch;
import org.hefu.code.Tree.Fork;
import org.hefu.code.Tree.Leaf;

/**
 * Writes one of the methods that go through a tree. It takes what is likeliest first, each question
 * right behind the one that leads to it, and leaves the rest to other methods once it is full.
 */
final class TreeMethod {
  /** So much is one method. */
  private static final int MOST = 100;

  /** With less room than this, what does not fit in whole is left to another. */
  private static final int LITTLE = 20;

  private final Writing in;
  private final CodeBuilder to;

  /** Begins another method with a fork; its name. */
  private final Function<Fork, String> other;

  private final int answer;
  private final Label none;
  private int left = MOST;

  TreeMethod(Writing in, Function<Fork, String> other) {
    this.in = in;
    this.to = in.to;
    this.other = other;
    this.answer = to.allocateLocal(TypeKind.LONG);
    this.none = to.newLabel();
  }

  /** Leaves what the method returns. */
  void write(Fork first) {
    fork(first);
    to.labelBinding(none);
    in.number(Tree.NONE);
  }

  private void fork(Fork fork) {
    left -= fork.own();
    fork.asked().write(in);
    to.lstore(answer);
    for (Branch each : fork.branches()) {
      Label next = to.newLabel();
      if (each.first() == each.last()) {
        is(each.first());
        to.ifne(next);
      } else {
        if (each.first() > Long.MIN_VALUE) {
          is(each.first());
          to.iflt(next);
        }
        if (each.last() < Long.MAX_VALUE) {
          is(each.last());
          to.ifgt(next);
        }
      }
      then(each.then());
      to.labelBinding(next);
    }
    to.goto_(none);
  }

  private void is(long value) {
    to.lload(answer).loadConstant(value).lcmp();
  }

  /** Goes on, and never comes back. */
  private void then(Tree tree) {
    switch (tree) {
      case Leaf(int number) -> {
        in.number(number);
        to.ireturn();
      }
      case Fork fork when left > LITTLE || fork.size() <= left -> fork(fork);
      case Fork fork -> {
        in.tree(other.apply(fork));
        to.ireturn();
      }
    }
  }
}
