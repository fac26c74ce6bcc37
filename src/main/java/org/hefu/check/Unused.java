package org.hefu.check;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Path;

/**
 * Pass: what is declared and nothing uses, and modules of which no name is used. A module without
 * norms is a vocabulary: what it declares is for others, loaded or not.
 */
final class Unused {
  private final World world;
  private final List<Scope> scopes;

  Unused(World world, List<Scope> scopes) {
    this.world = world;
    this.scopes = scopes;
  }

  void run() {
    for (Scope scope : scopes) {
      // A module that merely gathers others uses none itself.
      if (!scope.module.declarations().isEmpty()) {
        modules(scope);
      }
      boolean states = scope.module.declarations().stream().anyMatch(Unused::isInstrument);
      for (Symbol symbol : scope.own()) {
        World.goOn();
        if (states && !isUsed(symbol)) {
          String name = symbol.declared().text();
          world.report(Problem.of(Code.UNUSED_NAME, symbol.declared(), name));
        }
        if (symbol instanceof Symbol.OfDefinition definition) {
          parameters(definition);
        }
      }
    }
  }

  private boolean isUsed(Symbol symbol) {
    return switch (symbol) {
      case Symbol.OfField _, Symbol.OfRule _, Symbol.OfGrant _ -> true;
      // A calendar is asked wherever working days are counted.
      case Symbol.OfList it ->
          isMentioned(symbol)
              || it.syntax.properties().stream().anyMatch(p -> p.key().text().matches("role|作用"));
      case Symbol.OfRecord(_, _, var syntax) when syntax.request() -> true;
      case Symbol.OfKind(_, var kind) -> isMentioned(symbol) || isMentioned(kind);
      default -> isMentioned(symbol);
    };
  }

  private boolean isMentioned(Object subject) {
    return world.scopes.values().stream().anyMatch(s -> s.mentioned.contains(subject));
  }

  private void parameters(Symbol.OfDefinition definition) {
    for (Declaration.Parameter parameter : definition.syntax.parameters()) {
      String name = parameter.name().text();
      if (!definition.read.contains(name)) {
        world.report(Problem.of(Code.UNUSED_PARAMETER, parameter.name().span(), name));
      }
    }
  }

  private void modules(Scope scope) {
    Map<String, Path> seen = new HashMap<>();
    for (Path use : scope.module.uses()) {
      Scope used = world.scopes.get(use.toString());
      Path first = seen.putIfAbsent(use.toString(), use);
      Problem problem = Problem.of(Code.UNUSED_MODULE, use.span(), use);
      if (first != null) {
        world.report(problem.related(first.span(), "first-here"));
      } else if (used != null && isIdle(scope, used)) {
        world.report(problem);
      }
    }
  }

  /**
   * Would nothing change if the scope did not use the other? What brings norms or the request to
   * bear does so without being named.
   */
  private boolean isIdle(Scope scope, Scope used) {
    Set<Scope> brought = new LinkedHashSet<>();
    brings(used, brought);
    if (brought.stream().flatMap(s -> s.module.declarations().stream()).anyMatch(Unused::bears)) {
      return false;
    }
    return brought.stream().noneMatch(s -> scope.mentioned.contains(s) || names(scope, s));
  }

  private void brings(Scope scope, Set<Scope> brought) {
    if (brought.add(scope)) {
      scope.module.uses().stream()
          .map(p -> Optional.ofNullable(world.scopes.get(p.toString())))
          .flatMap(Optional::stream)
          .forEach(s -> brings(s, brought));
    }
  }

  private static boolean names(Scope scope, Scope used) {
    for (Symbol symbol : used.own()) {
      boolean member =
          symbol instanceof Symbol.OfKind(_, var kind) && scope.mentioned.contains(kind);
      if (member || scope.mentioned.contains(symbol)) {
        return true;
      }
    }
    return false;
  }

  private static boolean bears(Declaration declaration) {
    return isInstrument(declaration)
        || (declaration instanceof Declaration.Record record && record.request());
  }

  private static boolean isInstrument(Declaration declaration) {
    return declaration instanceof Declaration.Instrument;
  }
}
