package org.hefu.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.function.Consumer;
import org.hefu.model.Row;

/**
 * Some of many rows of bits, to be intersected word by word, in a method that is being written.
 * Behind the words of each stand as many that say which of its bits are sure; before them, in which
 * words these differ, and which words have bits.
 */
public final class Intersection {
  /** Where a row says in which words it has bits that are not sure. */
  public static final int DIFFER = 0;

  /** Where it says in which words it has bits. */
  public static final int PASSING = 1;

  /** Where these bits stand. */
  public static final int MAY = 2;

  /** So many words are looked at one behind the other, more in a loop. */
  private static final int FEW = 2;

  private final Writing code;
  private final CodeBuilder to;
  private final int words;

  /** Under these numbers the rows are kept. */
  private final int[] kept;

  Intersection(Writing code, long[][] rows, int words, int[] at) {
    this.code = code;
    this.to = code.to;
    this.words = words;
    this.kept = new int[at.length];
    for (int i = 0; i < at.length; i++) {
      kept[i] = to.allocateLocal(TypeKind.REFERENCE);
      code.constant(rows, long[][].class).place(at[i]);
      to.l2i().aaload().astore(kept[i]);
    }
  }

  /** Leaves the bits of a word that all rows have. */
  public void may(int word) {
    each(c -> c.loadConstant(MAY + word), CodeBuilder::land);
  }

  /** Leaves those that are sure in all rows. */
  public void surely(int word) {
    may(words + word);
  }

  /** Leaves the words in which some row has bits that are not sure. */
  public void differ() {
    each(c -> c.loadConstant(DIFFER), CodeBuilder::lor);
  }

  /** Leaves the words in which all rows may have bits. */
  public void passing() {
    each(c -> c.loadConstant(PASSING), CodeBuilder::land);
  }

  private void each(Consumer<CodeBuilder> word, Consumer<CodeBuilder> how) {
    for (int i = 0; i < kept.length; i++) {
      to.aload(kept[i]);
      word.accept(to);
      to.laload();
      if (i > 0) {
        how.accept(to);
      }
    }
  }

  /**
   * Leaves the most that is true of some entries, of which each has a bit.
   *
   * @param differ where the words are kept in which some row has bits that are not sure
   * @param passing where those are kept in which all rows may have bits
   * @param some of each word the bits of these entries
   * @param sure of those, the bits that tell all if they are sure
   * @param others the same of a word, of which these tell too little
   */
  public void told(int differ, int passing, long[] some, long[] sure, Seldom others) {
    int first = 0;
    int end = some.length;
    while (first < end && some[first] == 0) {
      first++;
    }
    while (end > first && some[end - 1] == 0) {
      end--;
    }
    Told told = new Told(differ, some, sure, others);
    to.loadConstant(Row.FALSE).istore(told.truth);
    if (end - first <= FEW) {
      for (int word = first; word < end; word++) {
        int each = word;
        Label next = to.newLabel();
        told.word(c -> c.loadConstant(each), next);
        to.labelBinding(next);
      }
    } else {
      int word = to.allocateLocal(TypeKind.INT);
      Label again = to.newLabel();
      Label next = to.newLabel();
      int last = to.allocateLocal(TypeKind.INT);
      code.place(passing);
      code.call(Long.class, "numberOfTrailingZeros", int.class, long.class);
      to.loadConstant(first);
      code.call(Math.class, "max", int.class, int.class, int.class);
      to.istore(word).loadConstant(Long.SIZE);
      code.place(passing);
      code.call(Long.class, "numberOfLeadingZeros", int.class, long.class);
      to.isub().loadConstant(end);
      code.call(Math.class, "min", int.class, int.class, int.class);
      to.istore(last);
      to.labelBinding(again).iload(word).iload(last).if_icmpge(told.end);
      told.word(c -> c.iload(word), next);
      to.labelBinding(next).iinc(word, 1).goto_(again);
    }
    to.labelBinding(told.end).iload(told.truth);
  }

  /** What is told of some words, one after the other. */
  private final class Told {
    private final int differ;
    private final long[] some;
    private final long[] sure;
    private final Seldom others;
    private final int truth = to.allocateLocal(TypeKind.INT);
    private final int found = to.allocateLocal(TypeKind.LONG);
    private final Label end = to.newLabel();

    private Told(int differ, long[] some, long[] sure, Seldom others) {
      this.differ = differ;
      this.some = some;
      this.sure = sure;
      this.others = others;
    }

    private void word(Consumer<CodeBuilder> word, Label next) {
      Label areAlike = to.newLabel();
      Label isOpen = to.newLabel();
      // Mostly none is found.
      each(behind(word, MAY), CodeBuilder::land);
      to.lstore(found).lload(found).loadConstant(0L).lcmp().ifeq(next);
      only(word, some);
      to.lload(found).loadConstant(0L).lcmp().ifeq(next);
      code.place(differ);
      word.accept(to);
      to.lushr().loadConstant(1L).land().loadConstant(0L).lcmp().ifeq(areAlike);
      each(behind(word, MAY + words), CodeBuilder::land);
      to.lload(found).land().lstore(found);
      to.labelBinding(areAlike);
      only(word, sure);
      to.lload(found).loadConstant(0L).lcmp().ifeq(isOpen);
      to.loadConstant(Row.TRUE).istore(truth).goto_(end);
      to.labelBinding(isOpen);
      code.constant(others, Seldom.class);
      word.accept(to);
      code.seldom();
      to.iload(truth);
      code.call(Math.class, "max", int.class, int.class, int.class);
      to.istore(truth).iload(truth).loadConstant(Row.TRUE).if_icmpeq(end);
    }

    private static Consumer<CodeBuilder> behind(Consumer<CodeBuilder> word, int by) {
      return word.andThen(c -> c.loadConstant(by).iadd());
    }

    private void only(Consumer<CodeBuilder> word, long[] bits) {
      code.constant(bits, long[].class);
      word.accept(to);
      to.laload().lload(found).land().lstore(found);
    }
  }
}
