package org.hefu.code;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.hefu.model.Row;
import org.jspecify.annotations.Nullable;

/** Writes the class once. */
final class Pass {
  private static final ClassDesc SELF = ClassDesc.of("org.hefu.code.Policy");
  private static final ClassDesc ROW = ConstantDescs.CD_long.arrayType();
  private static final ClassDesc PLACES = ConstantDescs.CD_int.arrayType();
  static final MethodTypeDesc TRUTH = MethodTypeDesc.of(ConstantDescs.CD_int, ROW, ROW);
  private static final MethodTypeDesc VALUE = MethodTypeDesc.of(ConstantDescs.CD_long, ROW, ROW);
  private static final ClassDesc SMALL = ConstantDescs.CD_byte.arrayType();
  static final MethodTypeDesc TREE = MethodTypeDesc.of(ConstantDescs.CD_int, ROW, ROW, SMALL);
  private static final MethodTypeDesc TREES =
      MethodTypeDesc.of(ConstantDescs.CD_long, ROW, ROW, SMALL);
  private static final MethodTypeDesc LOOK =
      MethodTypeDesc.of(ConstantDescs.CD_void, ROW, ROW, PLACES);

  private static final MethodTypeDesc FILL = MethodTypeDesc.of(ConstantDescs.CD_void, ROW, ROW);

  private static final MethodTypeDesc STAND =
      MethodTypeDesc.of(ConstantDescs.CD_int, ROW, ROW, PLACES, ConstantDescs.CD_byte.arrayType());

  /** The same of some, behind as many numbers as there are. */
  private static final MethodTypeDesc STAND_SOME =
      MethodTypeDesc.of(ConstantDescs.CD_int, ROW, ROW, PLACES, ConstantDescs.CD_int);

  private static final MethodTypeDesc CHOOSE =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int, ROW, ROW);

  /** In place of a step's number: all come before. */
  private static final int ALL = Integer.MAX_VALUE;

  /** So many standings are one method. */
  private static final int STANDINGS = 16;

  /** So many conditions are chosen from at once. */
  private static final int CHOICE_BITS = 6;

  private final Code code;
  private final boolean isFirst;

  /** Steps and conditions that are asked in several places; the others need not be kept. */
  private final Set<Object> several;

  /** Stands for what looks before all else. */
  private final Object looking = new Object();

  /** How much of its method each that is kept takes. */
  private final Map<Object, Integer> sizes = new HashMap<>();

  private final Early early;

  private final Set<Object> seen = new HashSet<>();
  private final Map<Object, Kept> kept = new LinkedHashMap<>();
  private final Map<Integer, Integer> placeOf = new HashMap<>();

  /** For each that is kept, those that it asks. */
  private final Map<Object, Set<Object>> asks = new HashMap<>();

  /** What is kept and must wait until somebody asks, as it is dear or asks what is not written. */
  private final Set<Object> waiting = new HashSet<>();

  private final Deque<Consumer<ClassBuilder>> open = new ArrayDeque<>();
  private final List<Object> constants = new ArrayList<>();
  private int places;
  private int methods;
  private int size;
  private boolean isRefused;

  /**
   * To see what is asked in several places.
   *
   * @param several to be filled in
   */
  Pass(Code code, Set<Object> several) {
    this(code, true, several, Early.NOTHING);
  }

  /**
   * @param several what is asked in several places
   */
  Pass(Code code, Set<Object> several, Early early) {
    this(code, false, several, early);
  }

  private Pass(Code code, boolean isFirst, Set<Object> several, Early early) {
    this.code = code;
    this.isFirst = isFirst;
    this.several = several;
    this.early = early;
    this.places = code.looked + early.kept().size();
  }

  /** The class; none where it is too large. */
  byte @Nullable [] written() {
    byte[] bytes = ClassFile.of().build(SELF, this::write);
    return isTooMuch() ? null : bytes;
  }

  /** The class that these are, ready to be asked. */
  Code.Made made(byte[] bytes) {
    try {
      MethodHandles.Lookup own =
          MethodHandles.lookup().defineHiddenClassWithClassData(bytes, constants, true);
      Object made =
          own.findConstructor(own.lookupClass(), MethodType.methodType(void.class)).invoke();
      int pending = code.looked + early.kept().size();
      return new Code.Made((Written) made, places, pending, Map.copyOf(placeOf));
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Of what is kept, that which is better worked out before all else: what most flows ask for,
   * unless it must wait.
   */
  Early early(IntPredicate isAsked) {
    Sorting sorting = new Sorting(isAsked);
    asks.getOrDefault(looking, Set.of()).forEach(sorting::add);
    int looked = sorting.sorted.size();
    kept.keySet().forEach(sorting::add);
    return new Early(sorting.sorted, sizes, looked);
  }

  /** Puts what comes early behind what it asks. */
  private final class Sorting {
    private final IntPredicate isAsked;
    private final Set<Object> done = new HashSet<>();
    private final Map<Object, Kept> sorted = new LinkedHashMap<>();

    private Sorting(IntPredicate isAsked) {
      this.isAsked = isAsked;
    }

    private void add(Object what) {
      if (!done.add(what)) {
        return;
      }
      boolean waits = waiting.contains(what);
      for (Object each : asks.getOrDefault(what, Set.of())) {
        add(each);
        waits |= waiting.contains(each);
      }
      Kept each = kept.get(what);
      if (waits) {
        waiting.add(what);
      } else if (each != null && isAsked.test(each.place())) {
        sorted.put(what, each.at(code.looked + sorted.size()));
      }
    }
  }

  private boolean isTooMuch() {
    return size > code.most() || isRefused;
  }

  private void write(ClassBuilder type) {
    type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
    type.withSuperclass(desc(Written.class));
    type.withMethodBody(
        ConstantDescs.INIT_NAME,
        ConstantDescs.MTD_void,
        0,
        c ->
            c.aload(0)
                .invokespecial(desc(Written.class), "<init>", ConstantDescs.MTD_void)
                .return_());
    List<String> names = code.truths.stream().map(t -> method(TRUTH, ALL, t::write)).toList();
    List<String> choices = new ArrayList<>();
    for (int first = 0; first < names.size(); first += 1 << CHOICE_BITS) {
      String choice = "choice" + choices.size();
      int from = first;
      type.withMethodBody(
          choice,
          CHOOSE,
          ClassFile.ACC_STATIC,
          c ->
              choice(
                  c, from, names.subList(from, Math.min(from + (1 << CHOICE_BITS), names.size()))));
      choices.add(choice);
    }
    type.withMethodBody("truth", CHOOSE, ClassFile.ACC_PUBLIC, c -> choices(c, choices));
    shown(type, "forbidden", TRUTH, this::decide);
    shown(type, "trees", TREES, this::trees);
    shown(type, "due", TRUTH, code.due::write);
    shown(type, "governed", TRUTH, code.governed::write);
    shown(type, "standing", STAND, this::stand);
    shown(type, "look", LOOK, code.decides() ? _ -> {} : this::look);
    // What is written may ask for methods that are not.
    while (!open.isEmpty() && !isTooMuch()) {
      open.remove().accept(type);
    }
  }

  private void trees(Writing to) {
    CodeBuilder c = to.to;
    if (code.trees.isEmpty()) {
      c.loadConstant((long) Tree.NONE);
      return;
    }
    Label none = c.newLabel();
    Label end = c.newLabel();
    int number = c.allocateLocal(TypeKind.INT);
    int all = c.allocateLocal(TypeKind.LONG);
    c.lconst_0().lstore(all);
    for (Code.Numbered each : code.trees) {
      to.tree(treeFrom(each.tree()));
      c.istore(number).iload(number).iflt(none);
      c.lload(all).loadConstant((long) each.numbers()).lmul();
      c.iload(number).i2l().ladd().lstore(all);
    }
    c.lload(all).goto_(end);
    c.labelBinding(none).loadConstant((long) Tree.NONE);
    c.labelBinding(end);
  }

  private String treeFrom(Tree.Fork fork) {
    return method(TREE, ALL, in -> new TreeMethod(in, this::treeFrom).write(fork));
  }

  private void stand(Writing to) {
    code.guards.forEach(to::guard);
    to.number(0);
    for (int from = 0; from < code.standings.size(); from += STANDINGS) {
      int end = Math.min(from + STANDINGS, code.standings.size());
      List<Code.Standing> some = code.standings.subList(from, end);
      to.standings(method(STAND_SOME, ALL, in -> in.standings(some)), STAND_SOME);
    }
  }

  /** What begins a decision: it looks first, so that what it finds need not be read again. */
  private void decide(Writing to) {
    if (code.decides()) {
      look(to);
    }
    code.forbidden.write(to);
  }

  private void look(Writing to) {
    List<Map.Entry<Object, Kept>> all = List.copyOf(early.kept().entrySet());
    early(to, all.subList(0, early.looked()));
    code.look.accept(to.within(ALL, looking));
    early(to, all.subList(early.looked(), all.size()));
  }

  /** Works out what comes early, in as many parts as methods have room for. */
  private void early(Writing to, List<Map.Entry<Object, Kept>> all) {
    int from = 0;
    int size = 0;
    for (int i = 0; i < all.size(); i++) {
      int next = early.sizes().getOrDefault(all.get(i).getKey(), Writing.MOST);
      if (i > from && size + next > Writing.MOST) {
        stretch(to, all.subList(from, i));
        from = i;
        size = 0;
      }
      size += next;
    }
    if (from < all.size()) {
      stretch(to, all.subList(from, all.size()));
    }
  }

  private void stretch(Writing to, List<Map.Entry<Object, Kept>> some) {
    String method =
        method(
            FILL,
            ALL,
            in -> {
              for (Map.Entry<Object, Kept> each : some) {
                Kept kept = each.getValue();
                keep(in.within(kept.before(), each.getKey()), kept.place(), kept.body());
                in.know(each.getKey());
              }
            });
    to.call(method, FILL);
  }

  /** A method that others may call. */
  private void shown(ClassBuilder type, String name, MethodTypeDesc of, Consumer<Writing> body) {
    String own = method(of, ALL, body);
    type.withMethodBody(
        name,
        of,
        ClassFile.ACC_PUBLIC,
        c -> {
          for (int i = 1; i <= of.parameterCount(); i++) {
            c.aload(i);
          }
          c.invokestatic(SELF, own, of).return_(TypeKind.from(of.returnType()));
        });
  }

  /** One of some methods, by their numbers from one on. */
  private static void choice(CodeBuilder code, int first, List<String> names) {
    Label none = code.newLabel();
    List<SwitchCase> cases = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      cases.add(SwitchCase.of(first + i, code.newLabel()));
    }
    code.iload(0).tableswitch(none, cases);
    for (int i = 0; i < names.size(); i++) {
      code.labelBinding(cases.get(i).target());
      code.aload(1).aload(2).invokestatic(SELF, names.get(i), TRUTH).ireturn();
    }
    code.labelBinding(none).iconst_0().ireturn();
  }

  /** One of some choices: all in one would be too long to be compiled. */
  private static void choices(CodeBuilder code, List<String> names) {
    if (names.isEmpty()) {
      code.iconst_0().ireturn();
      return;
    }
    Label none = code.newLabel();
    List<SwitchCase> cases = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      cases.add(SwitchCase.of(i, code.newLabel()));
    }
    code.iload(1).loadConstant(CHOICE_BITS).ishr().tableswitch(none, cases);
    for (int i = 0; i < names.size(); i++) {
      code.labelBinding(cases.get(i).target());
      code.iload(1).aload(2).aload(3).invokestatic(SELF, names.get(i), CHOOSE).ireturn();
    }
    code.labelBinding(none).iconst_0().ireturn();
  }

  /**
   * A method of the class, to be written later.
   *
   * @param before the number of a step before which all steps count
   * @param body leaves what the method returns
   */
  private String method(MethodTypeDesc type, int before, Consumer<Writing> body) {
    return method(type, before, null, body);
  }

  private String method(
      MethodTypeDesc type, int before, @Nullable Object asking, Consumer<Writing> body) {
    String name = "m" + methods++;
    open.add(c ->
        c.withMethodBody(
            name,
            type,
            ClassFile.ACC_STATIC,
            to -> {
              body.accept(new Writing(this, to, before, asking));
              to.return_(TypeKind.from(type.returnType()));
            }));
    return name;
  }

  /** Calls a method for a part of another. */
  void call(Writing from, Writable part, boolean isTruth, int before) {
    MethodTypeDesc type = isTruth ? TRUTH : VALUE;
    from.call(method(type, before, from.asking, part::write), type);
  }

  private boolean isAskedTwice(Object what) {
    if (isFirst && !seen.add(what)) {
      several.add(what);
    }
    return several.contains(what);
  }

  /** Leaves the truth of a condition that is asked in several places; not of one asked in one. */
  boolean shares(Writing to, Writable condition, int before) {
    Object key = condition.key(to);
    if (!isAskedTwice(key)) {
      return false;
    }
    if (isFirst) {
      // What it asks has been seen.
      to.number(Row.FALSE);
    } else {
      kept(to, key, before, c -> c.write(condition).widened());
      to.narrowed();
    }
    return true;
  }

  boolean isStated(int slot, int before) {
    return code.filling.getOrDefault(slot, before) >= before;
  }

  /** Leaves what stands in a slot before a step. */
  void slot(Writing to, int slot, int before) {
    if (code.isLeftOut.test(slot)) {
      to.number((long) Row.FALSE);
      return;
    }
    if (isStated(slot, before)) {
      to.stated(slot);
      return;
    }
    int step = code.filling.getOrDefault(slot, before);
    Filling filled = code.steps.get(step);
    if (filled.isDear()) {
      waiting.add(filled);
      waits(to);
    }
    if (isAskedTwice(filled) || isFirst) {
      placeOf.put(slot, kept(to, filled, before(step), c -> c.write(filled)));
    } else {
      to.within(filled, before(step));
    }
  }

  /** Leaves what is worked out when it is asked first, and then kept in a place; which that is. */
  private int kept(Writing to, Object what, int before, Consumer<Writing> body) {
    if (to.asking != null) {
      asks.computeIfAbsent(to.asking, _ -> new LinkedHashSet<>()).add(what);
    }
    Kept each = early.kept().get(what);
    if (each != null) {
      to.known(what, each.place());
      return each.place();
    }
    each = kept.get(what);
    if (each == null) {
      int place = places++;
      String method =
          method(
              VALUE,
              before,
              what,
              c -> {
                keep(c, place, body);
                sizes.put(what, c.taken());
              });
      each = new Kept(place, method, before, body);
      kept.put(what, each);
    }
    // A look at the place stands wherever somebody asks; the call, once for a flow.
    String method = each.method();
    to.place(each.place()).orElse(Row.PENDING, c -> c.call(method, VALUE));
    return each.place();
  }

  /** What is written here must wait until somebody asks for it. */
  void waits(Writing to) {
    if (to.asking != null) {
      waiting.add(to.asking);
    }
  }

  /** Before which step those lie that a step reads. */
  private int before(int step) {
    return step < code.first ? step : ALL;
  }

  /** Works something out, keeps it in a place and leaves it. */
  private static void keep(Writing code, int place, Consumer<Writing> body) {
    CodeBuilder to = code.to;
    int value = to.allocateLocal(TypeKind.LONG);
    body.accept(code);
    to.lstore(value);
    to.aload(1).loadConstant(place).lload(value).lastore();
    to.lload(value);
  }

  /** Calls a method of the class. */
  static void call(CodeBuilder from, String method, MethodTypeDesc type) {
    from.aload(0).aload(1);
    invoke(from, method, type);
  }

  /** The same, with what is left. */
  static void invoke(CodeBuilder from, String method, MethodTypeDesc type) {
    from.invokestatic(SELF, method, type);
  }

  int constant(Object each) {
    constants.add(each);
    return constants.size() - 1;
  }

  void refuse() {
    isRefused = true;
  }

  void grow(int by) {
    size += by;
  }

  static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  static MethodTypeDesc type(Class<?> result, Class<?>... taken) {
    return MethodTypeDesc.of(desc(result), Stream.of(taken).map(Pass::desc).toList());
  }
}
