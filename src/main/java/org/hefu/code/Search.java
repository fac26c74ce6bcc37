package org.hefu.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hefu.model.Row;

/** Looks for a bit that some rows of a block have in common, in a method that is being written. */
public final class Search {
  private final Writing code;
  private final CodeBuilder to;

  /** Those of which each word is read. */
  private final List<Placed> rows = new ArrayList<>();

  /** Those of which words are read only where the others have bits in common. */
  private final List<Placed> later = new ArrayList<>();

  /** Where the number of a row is put, and how far behind that it stands in the block. */
  private record Placed(int place, int behind) {}

  Search(Writing code) {
    this.code = code;
    this.to = code.to;
  }

  /**
   * In this row, too. Always: in one at least that does not come later.
   *
   * @param place where a number is put
   * @param behind how far behind that the row stands in the block
   * @param isLater whether it lets so many pass that what the others leave is asked for first
   */
  public void row(int place, int behind, boolean isLater) {
    (isLater ? later : rows).add(new Placed(place, behind));
  }

  private void number(Placed row) {
    code.place(row.place);
    to.l2i().loadConstant(row.behind).iadd();
  }

  /**
   * Leaves the most that is true of some entries.
   *
   * @param blocks of each what {@link Block} describes, or nothing where none has been made
   * @param place where the number of one is put
   * @param behind how far behind that the block stands
   * @param stretch which of each block
   * @param differ leaves no bit where all that rows have are sure
   * @param rest finds out the same of a word where bits tell too little
   * @param others finds it out where there is no block
   */
  public void told(
      long[][] blocks,
      int place,
      int behind,
      int stretch,
      Consumer<Writing> differ,
      Untold rest,
      Seldom others) {
    int truth = to.allocateLocal(TypeKind.INT);
    int block = to.allocateLocal(TypeKind.REFERENCE);
    Label isThere = to.newLabel();
    Label end = to.newLabel();
    code.constant(blocks, long[][].class);
    number(new Placed(place, behind));
    to.aaload().astore(block).aload(block).ifnonnull(isThere);
    code.seldom(others, 0);
    to.istore(truth).goto_(end);
    to.labelBinding(isThere);
    to.loadConstant(Row.FALSE).istore(truth);
    told(block, stretch, truth, differ, rest, end);
    to.labelBinding(end).iload(truth);
  }

  private void told(
      int block, int stretch, int truth, Consumer<Writing> differ, Untold rest, Label end) {
    int width = said(block, Block.WIDTH);
    int word = said(block, Block.ENDS + stretch);
    int behind = said(block, Block.ENDS + stretch + 1);
    int found = to.allocateLocal(TypeKind.LONG);
    int[] first = new int[rows.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = to.allocateLocal(TypeKind.INT);
      number(rows.get(i));
      to.iload(width).imul().istore(first[i]);
    }
    Label again = to.newLabel();
    Label next = to.newLabel();
    Label isOpen = to.newLabel();
    to.labelBinding(again).iload(word).iload(behind).if_icmpge(end);
    for (int i = 0; i < first.length; i++) {
      to.aload(block).iload(first[i]).iload(word).iadd().laload();
      if (i > 0) {
        to.land();
      }
    }
    // Mostly none is found.
    to.lstore(found).lload(found).loadConstant(0L).lcmp().ifeq(next);
    for (Placed each : later) {
      to.aload(block);
      number(each);
      to.iload(width).imul().iload(word).iadd().laload().lload(found).land().lstore(found);
    }
    if (!later.isEmpty()) {
      to.lload(found).loadConstant(0L).lcmp().ifeq(next);
    }
    differ.accept(code);
    to.loadConstant(0L).lcmp().ifne(isOpen);
    to.aload(block).loadConstant(Block.TELLING).iload(width).imul().iload(word).iadd().laload();
    to.lload(found).land().loadConstant(0L).lcmp().ifeq(isOpen);
    to.loadConstant(Row.TRUE).istore(truth).goto_(end);
    to.labelBinding(isOpen);
    code.constant(rest, Untold.class);
    to.aload(block).iload(word).lload(found);
    code.untold();
    to.iload(truth);
    code.call(Math.class, "max", int.class, int.class, int.class);
    to.istore(truth).iload(truth).loadConstant(Row.TRUE).if_icmpeq(end);
    to.labelBinding(next).iinc(word, 1).goto_(again);
  }

  /** Keeps one of the numbers that stand before a block's rows; where. */
  private int said(int block, int at) {
    int said = to.allocateLocal(TypeKind.INT);
    to.aload(block).loadConstant(at).laload().l2i().istore(said);
    return said;
  }
}
