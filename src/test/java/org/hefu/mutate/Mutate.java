package org.hefu.mutate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hefu.syntax.Module;

/**
 * Shifts each number, date and comparison of the library's law by one, one at a time, and says
 * which of these mutants no scenario tells from the law: `./dev mutate` runs it.
 */
public final class Mutate {
  private Mutate() {}

  /**
   * @param arguments the modules to shift in, each with those below it; all without any
   */
  public static void main(String[] arguments) throws IOException {
    Tried tried = Tried.modules(files(Path.of("stdlib")));
    List<Mutant> mutants = new ArrayList<>();
    for (Module module : tried.modules()) {
      if (isShipped(module) && (arguments.length == 0 || isAmong(module, arguments))) {
        mutants.addAll(Mutants.of(module));
      }
    }
    for (String name : arguments) {
      if (mutants.stream().noneMatch(m -> isBelow(m.module(), name))) {
        System.err.println("nothing to shift in " + name);
        System.exit(64);
      }
    }
    Map<String, String> equivalents = Equivalents.all();
    ConcurrentLinkedQueue<Tried.Fate> fates = new ConcurrentLinkedQueue<>();
    AtomicInteger done = new AtomicInteger();
    mutants.parallelStream()
        .forEach(mutant -> {
          Tried.Fate fate = tried.fate(mutant);
          fates.add(fate);
          System.out.printf(
              "%4d/%d  %s  %s%n",
              done.incrementAndGet(), mutants.size(), line(mutant), said(fate, equivalents));
        });
    System.exit(report(List.copyOf(fates), equivalents) ? 0 : 1);
  }

  /** Did the scenarios tell all of them that can be told? */
  private static boolean report(List<Tried.Fate> fates, Map<String, String> equivalents) {
    Set<String> survived = new TreeSet<>();
    Set<String> told = new TreeSet<>();
    int equivalent = 0;
    int killed = 0;
    for (Tried.Fate fate : fates) {
      String name = fate.mutant().name();
      if (fate.toldBy().isPresent()) {
        killed++;
        if (equivalents.containsKey(name)) {
          told.add(line(fate.mutant()));
        }
      } else if (equivalents.containsKey(name)) {
        equivalent++;
      } else {
        survived.add(line(fate.mutant()));
      }
    }
    print("no scenario tells these:", survived);
    print(Equivalents.FILE + " calls these equivalent, and a scenario tells them:", told);
    System.out.printf(
        "%n%d mutants: %d killed, %d equivalent, %d survived%n",
        fates.size(), killed, equivalent, survived.size());
    return survived.isEmpty() && told.isEmpty();
  }

  private static void print(String heading, Set<String> lines) {
    if (!lines.isEmpty()) {
      System.out.println("\n" + heading);
      lines.forEach(l -> System.out.println("  " + l));
    }
  }

  private static String line(Mutant mutant) {
    return mutant.span() + "  " + mutant.name();
  }

  private static String said(Tried.Fate fate, Map<String, String> equivalents) {
    boolean isEquivalent = equivalents.containsKey(fate.mutant().name());
    return fate.toldBy()
        .map(by -> "killed by " + by)
        .orElse(isEquivalent ? "equivalent" : "survived");
  }

  /** A folder {@code scenarios} is what mutants are tried on. */
  private static boolean isShipped(Module module) {
    for (Path part : Path.of(module.source().name())) {
      if (part.toString().equals("scenarios")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAmong(Module module, String[] names) {
    String name = module.name().orElseThrow().toString();
    return Stream.of(names).anyMatch(n -> isBelow(name, n));
  }

  private static boolean isBelow(String module, String name) {
    return module.equals(name) || module.startsWith(name + ".");
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(f -> f.toString().endsWith(".hefu")).sorted().toList();
    }
  }
}
