package org.hefu.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hefu.model.Row;
import org.jspecify.annotations.Nullable;

/** One method that is being written; what is written leaves something for what comes next. */
public final class Writing {
  /** So much is one method: the JVM compiles no long ones. */
  static final int MOST = 200;

  /** So many parts of a condition are looked at in one. */
  private static final int MANY = 64;

  /** What is as large as this is worked out once where it is asked in several places. */
  private static final int WORTH_KEEPING = 4;

  private static final DirectMethodHandleDesc DATA =
      MethodHandleDesc.ofMethod(
          DirectMethodHandleDesc.Kind.STATIC,
          Pass.desc(MethodHandles.class),
          "classDataAt",
          MethodTypeDesc.of(
              ConstantDescs.CD_Object,
              ConstantDescs.CD_MethodHandles_Lookup,
              ConstantDescs.CD_String,
              ConstantDescs.CD_Class,
              ConstantDescs.CD_int));

  final CodeBuilder to;
  private final Pass code;
  private final int before;
  private int left = MOST;

  /** Of what is kept, that which is worked out here. */
  final @Nullable Object asking;

  /** Where in this method stands what has been worked out, whatever the flow. */
  private final Map<Object, Integer> known;

  Writing(Pass code, CodeBuilder to, int before, @Nullable Object asking) {
    this(code, to, before, asking, new HashMap<>());
  }

  private Writing(
      Pass code, CodeBuilder to, int before, @Nullable Object asking, Map<Object, Integer> known) {
    this.code = code;
    this.to = to;
    this.before = before;
    this.asking = asking;
    this.known = known;
  }

  /** Writes something else in the same method. */
  Writing within(int first, @Nullable Object other) {
    return new Writing(code, to, first, other, known);
  }

  /** How much of a method has been written. */
  int taken() {
    return MOST - left;
  }

  /** Knows from now on what is left. */
  void know(Object what) {
    int value = to.allocateLocal(TypeKind.LONG);
    to.lstore(value);
    known.put(what, value);
  }

  /** Leaves what surely has been put into a place. */
  void known(Object what, int place) {
    Integer value = known.get(what);
    if (value == null) {
      place(place);
    } else {
      to.lload(value);
    }
  }

  /** Calls another method of the class. */
  Writing call(String method, MethodTypeDesc type) {
    Pass.call(to, method, type);
    return this;
  }

  /** Goes on in another method of a tree. */
  void tree(String method) {
    to.aload(0).aload(1).aload(2);
    Pass.invoke(to, method, Pass.TREE);
  }

  /** Leaves what the flow states in a slot, of a fact that is small. Always: in a tree. */
  public Writing small(int slot) {
    to.aload(2).loadConstant(slot).baload();
    return widened();
  }

  /** Leaves the truth of a condition. */
  public Writing truth(Writable condition) {
    return part(condition, true);
  }

  /** Leaves a value. */
  public Writing value(Writable value) {
    return part(value, false);
  }

  /** Leaves what a step fills in that nothing else reads. */
  void within(Writable step, int first) {
    Writing inside = within(first, asking);
    inside.left = left;
    inside.value(step);
    left = inside.left;
  }

  Writing write(Writable part) {
    part.write(this);
    return this;
  }

  private Writing part(Writable part, boolean isTruth) {
    int size = part.size();
    if (isTruth && size >= WORTH_KEEPING && code.shares(this, part, before)) {
      return this;
    }
    // What is too large for any method takes one of its own, and its parts as many as they need.
    if (size <= left) {
      left -= size;
      code.grow(size);
      part.write(this);
    } else {
      code.grow(1);
      code.call(this, part, isTruth, before);
    }
    return this;
  }

  /** Leaves a truth that is not written. */
  public Writing seldom(Seldom asked, int number) {
    return constant(asked, Seldom.class).number(number).seldom();
  }

  Writing seldom() {
    // What that asks, nobody can foresee.
    code.waits(this);
    to.aload(0).aload(1);
    return ask(Seldom.class, "truth", int.class, int.class, long[].class, long[].class);
  }

  void untold() {
    code.waits(this);
    to.aload(0).aload(1);
    ask(
        Untold.class,
        "truth",
        int.class,
        long[].class,
        int.class,
        long.class,
        long[].class,
        long[].class);
  }

  /** Leaves the least or the greatest of some truths. */
  public Writing least(List<? extends Writable> parts) {
    return joined(parts, Row.FALSE);
  }

  /** Leaves the greatest of some truths. */
  public Writing greatest(List<? extends Writable> parts) {
    return joined(parts, Row.TRUE);
  }

  Writing joined(List<? extends Writable> parts, int strongest) {
    if (parts.isEmpty()) {
      return number(Row.TRUE - strongest);
    }
    if (parts.size() > MANY) {
      int each = Math.max(MANY, (parts.size() + MANY - 1) / MANY);
      List<Joined> some = new ArrayList<>();
      for (int i = 0; i < parts.size(); i += each) {
        List<? extends Writable> next = parts.subList(i, Math.min(i + each, parts.size()));
        some.add(new Joined(next, strongest));
      }
      return joined(some, strongest);
    }
    String joining = strongest == Row.FALSE ? "min" : "max";
    int truth = to.allocateLocal(TypeKind.INT);
    Label end = to.newLabel();
    truth(parts.getFirst()).to.istore(truth);
    for (Writable each : parts.subList(1, parts.size())) {
      to.iload(truth).loadConstant(strongest).if_icmpeq(end);
      to.iload(truth);
      truth(each).call(Math.class, joining, int.class, int.class, int.class);
      to.istore(truth);
    }
    to.labelBinding(end).iload(truth);
    return this;
  }

  /** Leaves {@code TRUE} less what was left before, which is the denial of a truth. */
  public Writing denied() {
    int truth = to.allocateLocal(TypeKind.INT);
    to.istore(truth);
    to.loadConstant(Row.TRUE).iload(truth).isub();
    return this;
  }

  /** Leaves what stands in a slot, a {@code long}. */
  public Writing slot(int slot) {
    code.slot(this, slot, before);
    return this;
  }

  /** Equal for slots in which the same stands. */
  public Object key(int slot) {
    return List.of(slot, isStated(slot));
  }

  /** Leaves what the flow states, a {@code long} for each slot. */
  public Writing stated() {
    to.aload(0);
    return this;
  }

  /** Leaves what the flow states in a slot, whatever fills it in. */
  public Writing stated(int slot) {
    to.aload(0).loadConstant(slot).laload();
    return this;
  }

  /** Is what stands in the slot no more than what the flow states? */
  public boolean isStated(int slot) {
    return code.isStated(slot, before);
  }

  public Writing number(int number) {
    to.loadConstant(number);
    return this;
  }

  public Writing number(long number) {
    to.loadConstant(number);
    return this;
  }

  public Writing number(boolean holds) {
    to.loadConstant(holds ? 1 : 0);
    return this;
  }

  /** Makes a {@code long} of an {@code int}. */
  public Writing widened() {
    to.i2l();
    return this;
  }

  /** Makes an {@code int} of a {@code long}. */
  public Writing narrowed() {
    to.l2i();
    return this;
  }

  /** Leaves something that is made already. */
  public <T> Writing constant(@Nullable T object, Class<? super T> type) {
    if (object == null) {
      to.aconst_null();
      return this;
    }
    to.loadConstant(
        DynamicConstantDesc.ofNamed(
            DATA, ConstantDescs.DEFAULT_NAME, Pass.desc(type), code.constant(object)));
    return this;
  }

  /** Calls a public static method of a public class with what is left. */
  public Writing call(Class<?> owner, String name, Class<?> result, Class<?>... taken) {
    to.invokestatic(Pass.desc(owner), name, Pass.type(result, taken));
    return this;
  }

  /** Calls a public method of an object that is left, with what is left behind it. */
  public Writing ask(Class<?> owner, String name, Class<?> result, Class<?>... taken) {
    if (owner.isInterface()) {
      to.invokeinterface(Pass.desc(owner), name, Pass.type(result, taken));
    } else {
      to.invokevirtual(Pass.desc(owner), name, Pass.type(result, taken));
    }
    return this;
  }

  /** Puts what is left into one of the numbers of {@link Written#look}. */
  public Writing found(int at, Runnable number) {
    to.aload(2).loadConstant(at);
    number.run();
    to.iastore();
    return this;
  }

  /** Keeps an {@code int} that is left, for this method; its number. */
  public int keep() {
    int kept = to.allocateLocal(TypeKind.INT);
    to.istore(kept);
    return kept;
  }

  /** Leaves what has been kept. */
  public Writing kept(int number) {
    to.iload(number);
    return this;
  }

  /** Leaves of numbers that are left the one at a place that is left, too. */
  public Writing element() {
    to.laload();
    return this;
  }

  /**
   * Rows of bits, to be intersected.
   *
   * @param words how many words a row has
   * @param at where it has been put which these are
   * @param selective so many, from the first on, are read before it is worth reading the others
   */
  public Intersection intersection(long[][] rows, int words, int[] at, int selective) {
    return new Intersection(this, rows, words, at, selective);
  }

  /** Looks for bits, in a block that is found when it runs. */
  public Search search() {
    return new Search(this);
  }

  /** Leaves the bits that both of two {@code long}s have. */
  public Writing both() {
    to.land();
    return this;
  }

  /** Leaves the bits that one of two {@code long}s has. */
  public Writing either() {
    to.lor();
    return this;
  }

  /** Does one thing where some bit is left, and else another. */
  public Writing unlessNone(Consumer<Writing> some, Consumer<Writing> none) {
    Label isNone = to.newLabel();
    Label end = to.newLabel();
    to.loadConstant(0L).lcmp().ifeq(isNone);
    some.accept(this);
    to.goto_(end).labelBinding(isNone);
    none.accept(this);
    to.labelBinding(end);
    return this;
  }

  /** Puts a {@code long} that is left into a place. */
  public Writing put(int place) {
    int value = to.allocateLocal(TypeKind.LONG);
    to.lstore(value).aload(1).loadConstant(place).lload(value).lastore();
    return this;
  }

  /** Leaves what has been put into a place. */
  public Writing place(int place) {
    to.aload(1).loadConstant(place).laload();
    return this;
  }

  /** Leaves one truth where what is left has a bit in common with some, and else another. */
  public Writing either(long bits, Writable one, Writable other) {
    int truth = to.allocateLocal(TypeKind.INT);
    Label none = to.newLabel();
    Label end = to.newLabel();
    to.loadConstant(bits).land().loadConstant(0L).lcmp().ifeq(none);
    truth(one).to.istore(truth).goto_(end);
    to.labelBinding(none);
    truth(other).to.istore(truth);
    to.labelBinding(end).iload(truth);
    return this;
  }

  /** Leaves what is left, unless it is this: then what comes of it. */
  public Writing orElse(long unless, Consumer<Writing> other) {
    int value = to.allocateLocal(TypeKind.LONG);
    Label end = to.newLabel();
    to.lstore(value).lload(value).loadConstant(unless).lcmp().ifne(end);
    other.accept(this);
    to.lstore(value);
    to.labelBinding(end).lload(value);
    return this;
  }

  /** The same of a truth. */
  public Writing orElse(int unless, Consumer<Writing> other) {
    int truth = to.allocateLocal(TypeKind.INT);
    Label end = to.newLabel();
    to.istore(truth).iload(truth).loadConstant(unless).if_icmpne(end);
    other.accept(this);
    to.istore(truth);
    to.labelBinding(end).iload(truth);
    return this;
  }

  /**
   * Leaves what a method makes of what is left, of a truth and of another; but only what is left
   * where the truth is false.
   */
  public Writing next(Writable condition, Writable other, Class<?> owner, String name) {
    int before = to.allocateLocal(TypeKind.INT);
    int truth = to.allocateLocal(TypeKind.INT);
    Label end = to.newLabel();
    to.istore(before);
    truth(condition).to.istore(truth).iload(truth).ifeq(end);
    to.iload(before).iload(truth);
    truth(other).call(owner, name, int.class, int.class, int.class, int.class);
    to.istore(before);
    to.labelBinding(end).iload(before);
    return this;
  }

  /** Puts a truth among the guards of {@link Written#standing}. */
  void guard(Code.Guard each) {
    int truth = to.allocateLocal(TypeKind.INT);
    truth(each.truth()).to.istore(truth);
    to.aload(3).loadConstant(each.at()).iload(truth).bastore();
  }

  /** Has a method add some numbers of {@link Written#standing} to as many as are left. */
  void standings(String method, MethodTypeDesc type) {
    int count = keep();
    to.aload(0).aload(1).aload(2).iload(count);
    Pass.invoke(to, method, type);
  }

  /** Leaves how many numbers there are behind those of these that hold, or may. */
  void standings(List<Code.Standing> some) {
    for (Code.Standing each : some) {
      int holds = to.allocateLocal(TypeKind.INT);
      int counts = to.allocateLocal(TypeKind.INT);
      int met = to.allocateLocal(TypeKind.INT);
      Label end = to.newLabel();
      truth(each.holds()).to.istore(holds).iload(holds).ifeq(end);
      truth(each.counts()).to.istore(counts);
      truth(each.met()).to.istore(met);
      to.aload(2).iload(3).loadConstant(each.number()).iload(holds).iload(counts).iload(met);
      call(Standing.class, "of", int.class, int.class, int.class, int.class, int.class);
      to.iastore().iinc(3, 1).labelBinding(end);
    }
    to.iload(3);
  }

  /** This cannot be written, and so nothing is. */
  public void refuse() {
    code.refuse();
  }

  /** Would so many parts, one after the other, be too long a method? Then nothing is written. */
  public boolean refuses(int parts) {
    if (parts > MOST) {
      code.refuse();
    }
    return parts > MOST;
  }

  public Writing plus() {
    to.iadd();
    return this;
  }
}
