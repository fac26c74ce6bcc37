package org.hefu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hefu.model.Citation;
import org.hefu.model.Policy;
import org.hefu.text.Packed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build has checked the library once for all, and linked what each start would link again. */
class PackedLibraryTest {
  @Test
  void thePackedLibraryIsTheLibrary() {
    Policy packed = Library.policy().orElseThrow();
    Policy fresh = Load.paths(List.of(), true).policy().orElseThrow();
    assertEquals(fresh.sources().hash(), packed.sources().hash());
    assertEquals(fresh.rules(), packed.rules());
    assertEquals(fresh.slots(), packed.slots());
  }

  @Test
  void aModuleWithAnErrorStopsTheBuild(@TempDir Path classes) throws Exception {
    Path made = Packed.folder().orElseThrow();
    try (Stream<Path> all = Files.walk(made)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path copy = classes.resolve(made.relativize(file));
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.copy(file, copy);
      }
    }
    Files.writeString(
        classes.resolve("stdlib/cn/dsl.hefu"),
        "rule broken (art 1) { forbid nothing_known }\n",
        StandardOpenOption.APPEND);
    Process build =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                Library.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, build.waitFor(), said);
    assertTrue(said.contains("stdlib/cn/dsl.hefu:"), said);
    assertTrue(said.contains("[unknown-member]"), said);
  }

  @Test
  void nothingIsLeftToLinkAtEachStart() throws IOException {
    List<String> left = new ArrayList<>();
    try (Stream<Path> all = Files.walk(Packed.folder().orElseThrow())) {
      for (Path file : all.filter(f -> f.toString().endsWith(".class")).toList()) {
        for (MethodModel method : ClassFile.of().parse(file).methods()) {
          method
              .code()
              .ifPresent(code ->
                  code.forEach(element -> {
                    if (element instanceof InvokeDynamicInstruction call && isLate(call)) {
                      left.add(file + " " + method.methodName());
                    }
                  }));
        }
      }
    }
    assertEquals(List.of(), left);
  }

  private static boolean isLate(InvokeDynamicInstruction call) {
    String by = call.bootstrapMethod().owner().displayName();
    boolean isToString = call.name().equalsString("toString");
    return by.equals("SwitchBootstraps") || (by.equals("ObjectMethods") && !isToString);
  }

  @Test
  void recordsAreEqualAsBefore() {
    Citation one = new Citation(5, 1, 4, "");
    assertEquals(one, new Citation(5, 1, 4, new String("")));
    assertEquals(one.hashCode(), new Citation(5, 1, 4, new String("")).hashCode());
    assertFalse(one.equals(new Citation(5, 1, 3, "")));
    assertFalse(one.equals(new Citation(5, 1, 4, "x")));
    assertFalse(Objects.equals(one, null));
    assertFalse(one.equals((Object) "art 5.1(4)"));
  }
}
