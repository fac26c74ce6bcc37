package org.hefu;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Which room of the house sees which: an arrow that is not written here does not exist. */
class ArrowsTest {
  private static final String HOUSE = "org.hefu";

  /** The public API, in the root package. */
  private static final String DOOR = "";

  private static final Map<String, Set<String>> SEES =
      Map.ofEntries(
          Map.entry("text", Set.of()),
          Map.entry("problem", Set.of("text")),
          Map.entry("syntax", Set.of("text")),
          Map.entry("parse", Set.of("text", "problem", "syntax")),
          Map.entry("format", Set.of("text", "syntax")),
          Map.entry("model", Set.of("text")),
          Map.entry("store", Set.of("text", "model")),
          Map.entry("check", Set.of("text", "problem", "syntax", "model")),
          Map.entry("fact", Set.of("text", "problem", "model")),
          Map.entry("grant", Set.of("text", "problem", "model", "fact")),
          Map.entry("decide", Set.of("text", "model", "fact", "grant")),
          Map.entry("doc", Set.of("text", "model", "fact", "decide")),
          Map.entry("code", Set.of("model")),
          Map.entry("node", Set.of("model", "code")),
          Map.entry("index", Set.of("model", "code")),
          Map.entry(
              "engine",
              Set.of("text", "model", "fact", "grant", "code", "node", "index", "decide")),
          Map.entry("debug", Set.of("text", "model", "fact", "decide", "engine")),
          Map.entry("seek", Set.of("text", "model", "fact", "decide", "engine")),
          Map.entry("ledger", Set.of("model", "fact", "grant", "decide")));

  /** Faces see every room and the door, but never each other; no room sees a face. */
  private static final Set<String> FACES = Set.of("cli", "lsp", "polyglot", "serve");

  /** What only some rooms may know, by the start of its package's name. */
  private static final Map<String, Set<String>> SECRETS =
      Map.of(
          "org.antlr.",
          Set.of("parse"),
          "org.eclipse.lsp4j.",
          Set.of("lsp"),
          "com.oracle.truffle.",
          Set.of("node", "engine", "debug", "polyglot"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(HOUSE);

  @Test
  void everyRoomIsInTheTable() {
    assertFalse(CLASSES.isEmpty(), "no compiled class was found");
    Set<String> unknown = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      String room = room(type);
      if (!room.equals(DOOR) && !SEES.containsKey(room) && !FACES.contains(room)) {
        unknown.add(room);
      }
    }
    assertEquals(Set.of(), unknown);
  }

  @Test
  void everyArrowIsInTheTable() {
    none(arrow ->
        inTheHouse(arrow.getTargetClass())
            && !maySee(room(arrow.getOriginClass()), room(arrow.getTargetClass())));
  }

  @Test
  void parserAndEngineKeepTheirSecrets() {
    none(arrow ->
        SECRETS.entrySet().stream()
            .anyMatch(secret ->
                (arrow.getTargetClass().getPackageName() + ".").startsWith(secret.getKey())
                    && !secret.getValue().contains(room(arrow.getOriginClass()))));
  }

  @Test
  void theTableHasNoCircle() {
    Set<String> above = new TreeSet<>(SEES.keySet());
    while (above.removeIf(room -> SEES.get(room).stream().noneMatch(above::contains))) {}
    assertEquals(Set.of(), above);
  }

  private static boolean maySee(String from, String to) {
    if (from.equals(to)) {
      return true;
    }
    if (from.equals(DOOR) || FACES.contains(from)) {
      return !FACES.contains(to);
    }
    return SEES.getOrDefault(from, Set.of()).contains(to);
  }

  private static void none(Predicate<Dependency> forbidden) {
    String found =
        CLASSES.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(forbidden)
            .map(Dependency::getDescription)
            .distinct()
            .sorted()
            .collect(joining("\n"));
    assertEquals("", found);
  }

  private static boolean inTheHouse(JavaClass type) {
    return (type.getBaseComponentType().getPackageName() + ".").startsWith(HOUSE + ".");
  }

  private static String room(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    if (name.length() <= HOUSE.length()) {
      return DOOR;
    }
    String inside = name.substring(HOUSE.length() + 1);
    int dot = inside.indexOf('.');
    return dot < 0 ? inside : inside.substring(0, dot);
  }
}
