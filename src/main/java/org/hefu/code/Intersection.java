package org.hefu.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.function.Consumer;
import org.hefu.model.Row;

/**
 * Some of many rows of bits, to be intersected word by word, in a method that is being written.
 * Behind the words of each stand as many that say which of its bits are sure; before them, in which
 * words these differ.
 */
public final class Intersection {
  /** Where a row says in which words it has bits that are not sure. */
  public static final int DIFFER = 0;

  /** Where its bits stand. */
  public static final int MAY = 1;

  /** So many words are looked at one behind the other, more in a loop. */
  private static final int FEW = 2;

  private final Writing code;
  private final CodeBuilder to;
  private final long[][] rows;
  private final int words;
  private final int[] at;

  /** Under these numbers the rows are kept that are asked at once. */
  private final int[] kept;

  Intersection(Writing code, long[][] rows, int words, int[] at, int selective) {
    this.code = code;
    this.to = code.to;
    this.rows = rows;
    this.words = words;
    this.at = at;
    this.kept = new int[Math.min(selective, at.length)];
    for (int i = 0; i < kept.length; i++) {
      row(i);
      kept[i] = to.allocateLocal(TypeKind.REFERENCE);
      to.astore(kept[i]);
    }
  }

  private void row(int number) {
    code.constant(rows, long[][].class).place(at[number]);
    to.l2i().aaload();
  }

  /** Leaves the bits of a word that all rows have. */
  public void may(int word) {
    each(c -> c.loadConstant(MAY + word));
  }

  /** Leaves those that are sure in all rows. */
  public void surely(int word) {
    may(words + word);
  }

  private void each(Consumer<CodeBuilder> word) {
    atOnce(word);
    later(word);
  }

  private void atOnce(Consumer<CodeBuilder> word) {
    if (kept.length == 0) {
      to.loadConstant(-1L);
    }
    for (int i = 0; i < kept.length; i++) {
      to.aload(kept[i]);
      word.accept(to);
      to.laload();
      if (i > 0) {
        to.land();
      }
    }
  }

  private void later(Consumer<CodeBuilder> word) {
    for (int i = kept.length; i < at.length; i++) {
      row(i);
      word.accept(to);
      to.laload().land();
    }
  }

  /**
   * Leaves the most that is true of some entries, of which each has a bit.
   *
   * @param differ leaves the words in which some row has bits that are not sure
   * @param some of each word the bits of these entries
   * @param sure of those, the bits that tell all if they are sure
   * @param others the same of a word, of which these tell too little
   */
  public void told(Consumer<Writing> differ, long[] some, long[] sure, Seldom others) {
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
      to.loadConstant(first).istore(word);
      to.labelBinding(again).iload(word).loadConstant(end).if_icmpge(told.end);
      told.word(c -> c.iload(word), next);
      to.labelBinding(next).iinc(word, 1).goto_(again);
    }
    to.labelBinding(told.end).iload(told.truth);
  }

  /** What is told of some words, one after the other. */
  private final class Told {
    private final Consumer<Writing> differ;
    private final long[] some;
    private final long[] sure;
    private final Seldom others;
    private final int truth = to.allocateLocal(TypeKind.INT);
    private final int found = to.allocateLocal(TypeKind.LONG);
    private final Label end = to.newLabel();

    private Told(Consumer<Writing> differ, long[] some, long[] sure, Seldom others) {
      this.differ = differ;
      this.some = some;
      this.sure = sure;
      this.others = others;
    }

    private void word(Consumer<CodeBuilder> word, Label next) {
      Label areAlike = to.newLabel();
      Label isOpen = to.newLabel();
      // Mostly none is found.
      atOnce(behind(word, MAY));
      to.lstore(found).lload(found).loadConstant(0L).lcmp().ifeq(next);
      to.lload(found);
      later(behind(word, MAY));
      to.lstore(found);
      only(word, some);
      to.lload(found).loadConstant(0L).lcmp().ifeq(next);
      differ.accept(code);
      word.accept(to);
      to.lushr().loadConstant(1L).land().loadConstant(0L).lcmp().ifeq(areAlike);
      each(behind(word, MAY + words));
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
