package org.hefu.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Module;
import org.hefu.syntax.Path;
import org.hefu.text.Source;

/** Pass: which modules there are, and which uses which. */
final class Modules {
  /** What is said where something is not found that any module may declare. */
  private static final Set<Code> DECLARED_ELSEWHERE =
      EnumSet.of(
          Code.UNKNOWN_NAME,
          Code.UNKNOWN_TYPE,
          Code.UNKNOWN_UNIT,
          Code.UNKNOWN_ISSUER,
          Code.UNKNOWN_TARGET,
          Code.UNKNOWN_ROLE,
          Code.UNKNOWN_GRANT,
          Code.UNKNOWN_SCENARIO,
          Code.NO_REQUEST,
          Code.MISSING_FACT);

  private final World world;

  Modules(World world) {
    this.world = world;
  }

  void run(List<Module> modules) {
    for (Module module : modules) {
      String name = module.name().map(Path::toString).orElse("");
      if (name.isEmpty()) {
        world.report(
            Problem.of(Code.NO_MODULE_NAME, module.source().span(0, 0), suggested(module)));
        name = "?" + module.source().name();
      }
      Scope first = world.scopes.putIfAbsent(name, new Scope(name, module, world.uses));
      if (first != null) {
        world.report(
            Problem.of(Code.MODULE_TWICE, module.name().orElseThrow().span(), name)
                .related(first.module.name().orElseThrow().span(), "first-here"));
      }
    }
    world.scopes.values().forEach(this::uses);
    Set<Scope> done = new HashSet<>();
    world.scopes.values().forEach(s -> cycle(s, new LinkedHashSet<>(), done));
  }

  private void uses(Scope scope) {
    for (Path path : scope.module.uses()) {
      Scope used = world.scopes.get(path.toString());
      if (used == null) {
        scope.lacksModule = true;
        Problem unknown = Problem.of(Code.UNKNOWN_MODULE, path.span(), path);
        Optional<String> meant = world.nearest(path.toString(), () -> world.scopes.keySet());
        world.report(meant.isPresent() ? unknown.nearest(meant) : unknown.help("give-file"));
      } else {
        used.module.name().ifPresent(n -> world.uses.note(path.span(), n.span()));
        // A module that merely gathers others hands their names on.
        reach(scope, used, new HashSet<>());
      }
    }
  }

  private void reach(Scope scope, Scope used, Set<Scope> seen) {
    if (!seen.add(used) || used == scope) {
      return;
    }
    scope.uses.putIfAbsent(used.name, used);
    if (used.module.declarations().isEmpty()) {
      for (Path path : used.module.uses()) {
        Scope handedOn = world.scopes.get(path.toString());
        if (handedOn == null) {
          scope.lacksModule = true;
        } else {
          reach(scope, handedOn, seen);
        }
      }
    }
  }

  /** Without what only follows from a module's not being there, which has been told. */
  static List<Problem> withoutWhatFollows(World world) {
    Set<Source> lacking =
        world.scopes.values().stream()
            .filter(s -> s.lacksModule)
            .map(s -> s.module.source())
            .collect(Collectors.toSet());
    return world.problems.stream()
        .filter(
            p -> !(DECLARED_ELSEWHERE.contains(p.code()) && lacking.contains(p.span().source())))
        .toList();
  }

  private void cycle(Scope scope, LinkedHashSet<Scope> path, Set<Scope> done) {
    if (done.contains(scope)) {
      return;
    }
    if (!path.add(scope)) {
      List<String> names = new ArrayList<>(path.stream().map(s -> s.name).toList());
      names = names.subList(names.indexOf(scope.name), names.size());
      world.report(
          Problem.of(
              Code.CYCLIC_MODULES,
              scope.module.name().map(Path::span).orElse(scope.module.source().span(0, 0)),
              World.circle(names)));
      done.addAll(path);
      return;
    }
    for (Path used : scope.module.uses()) {
      Scope next = world.scopes.get(used.toString());
      if (next != null) {
        cycle(next, path, done);
      }
    }
    path.remove(scope);
    done.add(scope);
  }

  private static String suggested(Module module) {
    String file = module.source().name().replace('\\', '/');
    String last = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.hefu$", "");
    String name = last.replaceAll("[^\\p{L}\\p{N}_]", "_");
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "policy" : name;
  }
}
