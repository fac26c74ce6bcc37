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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.hefu.model.Row;

/**
 * Writes conditions, and the steps that fill in what they read, as a class. Each step is a method
 * that works its slot out when it is first asked for, and so is whatever would make a method too
 * long. What something comes to is said in one place all the same: what is written are calls to the
 * methods that work it out where there is no code.
 */
public final class Code {
  private static final ClassDesc SELF = ClassDesc.of("org.hefu.code.Policy");
  private static final ClassDesc ROW = ConstantDescs.CD_long.arrayType();
  private static final ClassDesc PLACES = ConstantDescs.CD_int.arrayType();
  private static final MethodTypeDesc TRUTH = MethodTypeDesc.of(ConstantDescs.CD_int, ROW, ROW);
  private static final MethodTypeDesc VALUE = MethodTypeDesc.of(ConstantDescs.CD_long, ROW, ROW);
  private static final MethodTypeDesc LOOK =
      MethodTypeDesc.of(ConstantDescs.CD_void, ROW, ROW, PLACES);

  private static final MethodTypeDesc CHOOSE =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int, ROW, ROW);

  /** In place of a step's number: all come before. */
  private static final int ALL = Integer.MAX_VALUE;

  /** So many conditions are chosen from at once. */
  private static final int CHOICE_BITS = 6;

  /** More than this is not worth writing, and a class would run out of constants. */
  private static final int MOST = 10_000;

  private static final Writable NEVER = Joined.greatest(List.of());

  private final List<Filling> steps;
  private final int first;
  private final IntPredicate isLeftOut;

  /** For each slot, the number of the step that fills it in. */
  private final Map<Integer, Integer> filling = new HashMap<>();

  private final List<Writable> truths = new ArrayList<>();
  private Writable forbidden = NEVER;
  private Writable due = NEVER;
  private Writable governed = NEVER;
  private Consumer<Writing> look = _ -> {};

  /** Steps and conditions that are asked in several places; the others need not be kept. */
  private final Set<Object> several = new HashSet<>();

  // What comes of writing, the first time and the second.
  private boolean isFirst = true;
  private final Set<Object> seen = new HashSet<>();
  private final Deque<Consumer<ClassBuilder>> open = new ArrayDeque<>();
  private final List<Object> constants = new ArrayList<>();
  private final Map<Object, Kept> kept = new HashMap<>();
  private final Map<Integer, Integer> placeOf = new HashMap<>();
  private int firstPlaces;
  private int places;
  private int methods;
  private int size;
  private boolean isRefused;

  /** Where something is kept, and the method that works it out. */
  private record Kept(int place, String method) {}

  /**
   * What was written.
   *
   * @param places how many numbers it keeps of what it works out for a flow; each {@link
   *     Row#PENDING} before
   * @param placeOf for each slot that it works out, where it keeps that
   */
  public record Made(Written written, int places, Map<Integer, Integer> placeOf) {}

  /**
   * @param steps in their order: each reads what those before it fill in, and of the rest what the
   *     flow states
   * @param isLeftOut of a slot: is it false whatever the flow says?
   */
  public Code(List<? extends Filling> steps, IntPredicate isLeftOut) {
    this.steps = new ArrayList<>(steps);
    this.first = steps.size();
    this.isLeftOut = isLeftOut;
    for (int i = 0; i < steps.size(); i++) {
      filling.put(steps.get(i).slot(), i);
    }
  }

  /** Has filled in what comes after the steps, in a slot of its own. Always: not in a circle. */
  public void fill(Filling last) {
    filling.put(last.slot(), steps.size());
    steps.add(last);
  }

  /** Has what stands in slots kept in any case, once it is asked. */
  public void keep(int... slots) {
    for (int slot : slots) {
      if (filling.containsKey(slot)) {
        several.add(steps.get(filling.get(slot)));
      }
    }
  }

  /** Has a condition written; its number. */
  public int truth(Writable condition) {
    truths.add(condition);
    return truths.size() - 1;
  }

  /** A place for a number that {@link Written#look} finds out before all else. */
  public int place() {
    firstPlaces++;
    return places++;
  }

  /** Has written what decides by itself. */
  public void decide(Writable isForbidden, Writable comesDue, Writable isGoverned) {
    forbidden = isForbidden;
    due = comesDue;
    governed = isGoverned;
  }

  /** Has written what {@link Written#look} does. */
  public void look(Consumer<Writing> body) {
    look = body;
  }

  /** The class; none where it would be too large. */
  public Optional<Made> made() {
    if (truths.stream().mapToInt(Writable::size).sum() > MOST) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      // Written once to see what is asked where.
      ClassFile.of().build(SELF, this::write);
      if (isTooMuch()) {
        return Optional.empty();
      }
      again();
      bytes = ClassFile.of().build(SELF, this::write);
      if (isTooMuch()) {
        return Optional.empty();
      }
    } catch (IllegalArgumentException e) {
      // More than a class, or one of its methods, can hold.
      return Optional.empty();
    }
    try {
      MethodHandles.Lookup own =
          MethodHandles.lookup().defineHiddenClassWithClassData(bytes, constants, true);
      Object made =
          own.findConstructor(own.lookupClass(), MethodType.methodType(void.class)).invoke();
      return Optional.of(new Made((Written) made, places, Map.copyOf(placeOf)));
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isTooMuch() {
    return size > MOST || isRefused;
  }

  private void again() {
    isFirst = false;
    open.clear();
    constants.clear();
    kept.clear();
    placeOf.clear();
    places = firstPlaces;
    methods = 0;
    size = 0;
  }

  private void write(ClassBuilder type) {
    type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
    type.withInterfaceSymbols(desc(Written.class));
    type.withMethodBody(
        ConstantDescs.INIT_NAME,
        ConstantDescs.MTD_void,
        0,
        c ->
            c.aload(0)
                .invokespecial(ConstantDescs.CD_Object, "<init>", ConstantDescs.MTD_void)
                .return_());
    List<String> names = truths.stream().map(t -> method(TRUTH, ALL, t::write)).toList();
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
    shown(type, "forbidden", TRUTH, forbidden::write);
    shown(type, "due", TRUTH, due::write);
    shown(type, "governed", TRUTH, governed::write);
    shown(type, "look", LOOK, look);
    // What is written may ask for methods that are not.
    while (!open.isEmpty() && !isTooMuch()) {
      open.remove().accept(type);
    }
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
    String name = "m" + methods++;
    open.add(c ->
        c.withMethodBody(
            name,
            type,
            ClassFile.ACC_STATIC,
            code -> {
              body.accept(new Writing(this, code, before));
              code.return_(TypeKind.from(type.returnType()));
            }));
    return name;
  }

  /** Calls a method for a part of another. */
  void call(CodeBuilder from, Writable part, boolean isTruth, int before) {
    MethodTypeDesc type = isTruth ? TRUTH : VALUE;
    from.aload(0).aload(1).invokestatic(SELF, method(type, before, part::write), type);
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
    return filling.getOrDefault(slot, before) >= before;
  }

  /** Leaves what stands in a slot before a step. */
  void slot(Writing to, int slot, int before) {
    if (isLeftOut.test(slot)) {
      to.number((long) Row.FALSE);
      return;
    }
    if (isStated(slot, before)) {
      to.stated(slot);
      return;
    }
    int step = filling.getOrDefault(slot, before);
    Filling filled = steps.get(step);
    if (isAskedTwice(filled) || isFirst) {
      placeOf.put(slot, kept(to, filled, before(step), c -> c.write(filled)));
    } else {
      to.within(filled, before(step));
    }
  }

  /** Leaves what is worked out when it is asked first, and then kept in a place; which that is. */
  private int kept(Writing to, Object what, int before, Consumer<Writing> body) {
    Kept each = kept.get(what);
    if (each == null) {
      int place = places++;
      each = new Kept(place, method(VALUE, before, c -> keep(c, place, body)));
      kept.put(what, each);
    }
    // A look at the place stands wherever somebody asks; the call, once for a flow.
    Label isKept = to.to.newLabel();
    int value = to.to.allocateLocal(TypeKind.LONG);
    to.to.aload(1).loadConstant(each.place()).laload().lstore(value);
    to.to.lload(value).loadConstant(Row.PENDING).lcmp().ifne(isKept);
    to.to.aload(0).aload(1).invokestatic(SELF, each.method(), VALUE).lstore(value);
    to.to.labelBinding(isKept).lload(value);
    return each.place();
  }

  /** Before which step those lie that a step reads. */
  private int before(int step) {
    return step < first ? step : ALL;
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
    return MethodTypeDesc.of(desc(result), Stream.of(taken).map(Code::desc).toList());
  }
}
