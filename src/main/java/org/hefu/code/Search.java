package org.hefu.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hefu.model.Row;

/** Looks for a bit that some rows of a block have in common, in a method that is being written. */
public final class Search {
  private static final ClassDesc BLOCK = Pass.desc(Block.class);
  private static final ClassDesc BITS = ConstantDescs.CD_long.arrayType();

  private final Writing code;
  private final CodeBuilder to;

  /** Where the number of each row is put, and how far behind that it stands in the block. */
  private final List<Placed> rows = new ArrayList<>();

  private record Placed(int place, int behind) {}

  Search(Writing code) {
    this.code = code;
    this.to = code.to;
  }

  /**
   * In this row, too.
   *
   * @param place where a number is put
   * @param behind how far behind that the row stands in the block
   */
  public void row(int place, int behind) {
    rows.add(new Placed(place, behind));
  }

  private void number(Placed row) {
    code.place(row.place);
    to.l2i().loadConstant(row.behind).iadd();
  }

  /**
   * Leaves the most that is true of some entries.
   *
   * @param blocks of each some entries, or nothing where they have not been put so
   * @param place where the number of one is put
   * @param behind how far behind that the block stands
   * @param differ leaves no bit where all that rows have are sure
   * @param rest finds out the same of a word where bits tell too little
   * @param others finds it out where there is no block
   */
  public void told(
      Block[] blocks, int place, int behind, Consumer<Writing> differ, Untold rest, Seldom others) {
    int truth = to.allocateLocal(TypeKind.INT);
    int block = to.allocateLocal(TypeKind.REFERENCE);
    Label isThere = to.newLabel();
    Label end = to.newLabel();
    code.constant(blocks, Block[].class);
    number(new Placed(place, behind));
    to.aaload().astore(block).aload(block).ifnonnull(isThere);
    code.seldom(others, 0);
    to.istore(truth).goto_(end);
    to.labelBinding(isThere);
    to.loadConstant(Row.FALSE).istore(truth);
    told(block, truth, differ, rest, end);
    to.labelBinding(end).iload(truth);
  }

  private void told(int block, int truth, Consumer<Writing> differ, Untold rest, Label end) {
    int width = to.allocateLocal(TypeKind.INT);
    int bits = to.allocateLocal(TypeKind.REFERENCE);
    int word = to.allocateLocal(TypeKind.INT);
    int found = to.allocateLocal(TypeKind.LONG);
    to.aload(block).getfield(BLOCK, "width", ConstantDescs.CD_int).istore(width);
    to.aload(block).getfield(BLOCK, "bits", BITS).astore(bits);
    int[] first = new int[rows.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = to.allocateLocal(TypeKind.INT);
      number(rows.get(i));
      to.iload(width).imul().istore(first[i]);
    }
    Label again = to.newLabel();
    Label next = to.newLabel();
    Label isOpen = to.newLabel();
    to.loadConstant(0).istore(word);
    to.labelBinding(again).iload(word).iload(width).if_icmpge(end);
    for (int i = 0; i < first.length; i++) {
      to.aload(bits).iload(first[i]).iload(word).iadd().laload();
      if (i > 0) {
        to.land();
      }
    }
    // Mostly none is found.
    to.lstore(found).lload(found).loadConstant(0L).lcmp().ifeq(next);
    differ.accept(code);
    to.loadConstant(0L).lcmp().ifne(isOpen);
    to.aload(block).getfield(BLOCK, "telling", BITS);
    to.iload(word).laload().lload(found).land().loadConstant(0L).lcmp().ifeq(isOpen);
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
}
