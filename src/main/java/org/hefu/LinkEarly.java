package org.hefu;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes out, in compiled classes, what the JVM would otherwise make at each start: the choice
 * among the types of a {@code switch}, and the {@code equals} and {@code hashCode} of records. No
 * start-up cache can keep those, and making them takes longer than a decision.
 *
 * <p>Classes that it has been through are left as they are.
 */
final class LinkEarly {
  private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final MethodTypeDesc CHOICE =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object, ConstantDescs.CD_int);
  private static final MethodTypeDesc HASH =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object);
  private static final MethodTypeDesc EQUAL =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
  private static final int HIDDEN =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  /** A method to be added, and what it is made of. */
  private record Added(MethodTypeDesc type, List<? extends ConstantDesc> of) {}

  private final ClassFile files;

  private LinkEarly(ClassLoader classes) {
    this.files =
        ClassFile.of(
            ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(classes)));
  }

  /** Goes through the classes of a folder, which this program runs from. */
  static void classes(Path folder) throws IOException {
    LinkEarly link = new LinkEarly(LinkEarly.class.getClassLoader());
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(f -> f.toString().endsWith(".class")).toList()) {
        link.file(each);
      }
    }
  }

  private void file(Path file) throws IOException {
    ClassModel before = files.parse(file);
    if (!mayHave(before)) {
      return;
    }
    ClassDesc self = before.thisClass().asSymbol();
    boolean isInterface = before.flags().has(AccessFlag.INTERFACE);
    Map<String, Added> added = new TreeMap<>();
    ClassTransform calls =
        ClassTransform.transformingMethodBodies((code, element) -> {
          Added method = element instanceof InvokeDynamicInstruction call ? early(call) : null;
          if (method == null) {
            code.with(element);
          } else {
            String name = "early$" + added.size();
            added.put(name, method);
            code.invokestatic(self, name, method.type(), isInterface);
          }
        });
    ClassTransform methods =
        ClassTransform.endHandler(type ->
            added.forEach((name, method) ->
                type.withMethodBody(
                    name, method.type(), HIDDEN, code -> body(code, self, method))));
    byte[] after = files.transformClass(before, calls.andThen(methods));
    if (!added.isEmpty()) {
      Files.write(file, after);
    }
  }

  private static boolean mayHave(ClassModel type) {
    for (PoolEntry entry : type.constantPool()) {
      if (entry instanceof InvokeDynamicEntry call
          && (call.bootstrap().bootstrapMethod().asSymbol().owner().equals(SWITCHES)
              || (call.bootstrap().bootstrapMethod().asSymbol().owner().equals(RECORDS)
                  && !call.name().equalsString("toString")))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Added early(InvokeDynamicInstruction call) {
    ClassDesc by = call.bootstrapMethod().owner();
    List<ConstantDesc> of = call.bootstrapArgs();
    if (by.equals(SWITCHES)
        && call.name().equalsString("typeSwitch")
        && of.stream().allMatch(ClassDesc.class::isInstance)) {
      return new Added(CHOICE, of);
    }
    if (by.equals(RECORDS) && call.name().equalsString("equals")) {
      return new Added(EQUAL, of.subList(2, of.size()));
    }
    if (by.equals(RECORDS) && call.name().equalsString("hashCode")) {
      return new Added(HASH, of.subList(2, of.size()));
    }
    return null;
  }

  private static void body(CodeBuilder code, ClassDesc self, Added method) {
    if (method.type() == CHOICE) {
      choice(code, method.of());
    } else if (method.type() == EQUAL) {
      equal(code, self, fields(method));
    } else {
      hash(code, self, fields(method));
    }
  }

  private static List<DirectMethodHandleDesc> fields(Added method) {
    return method.of().stream().map(DirectMethodHandleDesc.class::cast).toList();
  }

  /** The number of the first type, from one on, that the value has; -1 for null. */
  private static void choice(CodeBuilder code, List<? extends ConstantDesc> types) {
    code.aload(0).ifThen(Opcode.IFNULL, b -> b.iconst_m1().ireturn());
    for (int i = 0; i < types.size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf((ClassDesc) types.get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(types.size()).ireturn();
  }

  private static void equal(CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> fields) {
    Label unequal = code.newLabel();
    Label same = code.newLabel();
    code.aload(0).aload(1).if_acmpeq(same);
    code.aload(1).instanceOf(self).ifeq(unequal);
    for (DirectMethodHandleDesc field : fields) {
      ClassDesc type = field.invocationType().returnType();
      field(code, self, field, 0);
      field(code, self, field, 1);
      switch (TypeKind.from(type)) {
        case LONG -> code.lcmp().ifne(unequal);
        case REFERENCE -> code.invokestatic(OBJECTS, "equals", EQUAL).ifeq(unequal);
        case FLOAT, DOUBLE, VOID -> throw new IllegalStateException("no record has a " + type);
        default -> code.if_icmpne(unequal);
      }
    }
    code.labelBinding(same).iconst_1().ireturn();
    code.labelBinding(unequal).iconst_0().ireturn();
  }

  private static void hash(CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> fields) {
    code.iconst_0();
    for (DirectMethodHandleDesc field : fields) {
      ClassDesc type = field.invocationType().returnType();
      code.bipush(31).imul();
      field(code, self, field, 0);
      switch (TypeKind.from(type)) {
        case LONG ->
            code.invokestatic(
                ConstantDescs.CD_Long,
                "hashCode",
                MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_long));
        case BOOLEAN ->
            code.invokestatic(
                ConstantDescs.CD_Boolean,
                "hashCode",
                MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_boolean));
        case REFERENCE -> code.invokestatic(OBJECTS, "hashCode", HASH);
        case FLOAT, DOUBLE, VOID -> throw new IllegalStateException("no record has a " + type);
        default -> {}
      }
      code.iadd();
    }
    code.ireturn();
  }

  private static void field(
      CodeBuilder code, ClassDesc self, DirectMethodHandleDesc field, int of) {
    code.aload(of).checkcast(self);
    code.getfield(self, field.methodName(), field.invocationType().returnType());
  }
}
