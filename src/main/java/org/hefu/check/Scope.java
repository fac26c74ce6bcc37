package org.hefu.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hefu.model.Instrument;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Module;
import org.hefu.syntax.Name;
import org.hefu.syntax.Path;
import org.hefu.text.Span;

/** The names that a module declares, and the modules whose names it uses. */
final class Scope {
  final String name;
  final Module module;
  private final Map<Symbol.Space, Map<String, Symbol>> own = new EnumMap<>(Symbol.Space.class);
  final List<Scope> uses = new ArrayList<>();

  /** Its texts, one after the other; a single one unless it was amended. */
  final List<Instrument> texts = new ArrayList<>();

  Scope(String name, Module module) {
    this.name = name;
    this.module = module;
  }

  /** Declares a name; one that is taken is reported, and the first stays. */
  void declare(String word, Symbol symbol, Span place, List<Problem> problems) {
    Symbol first = own(symbol.space()).putIfAbsent(word, symbol);
    if (first != null && first != symbol) {
      problems.add(
          Problem.of(Code.NAME_TWICE, place, word).related(first.declared(), "first-here"));
    }
  }

  /** What this module itself declares, by every name it has. */
  Map<String, Symbol> own(Symbol.Space space) {
    return own.computeIfAbsent(space, _ -> new LinkedHashMap<>());
  }

  /** What the word stands for here: the module's own declaration, or that of a module it uses. */
  Optional<Symbol> find(Symbol.Space space, Name word, List<Problem> problems) {
    Symbol mine = own(space).get(word.text());
    if (mine != null) {
      return Optional.of(mine);
    }
    Set<Symbol> found = new LinkedHashSet<>();
    for (Scope used : uses) {
      Symbol theirs = used.own(space).get(word.text());
      if (theirs != null) {
        found.add(theirs);
      }
    }
    if (found.size() > 1) {
      Problem problem = Problem.of(Code.AMBIGUOUS_NAME, word.span(), word.text());
      for (Symbol each : found) {
        problem = problem.related(each.declared(), "stands-here");
      }
      problems.add(problem);
    }
    return found.stream().findFirst();
  }

  /**
   * What the first name, or a module's name and the next, stands for; and how many names that took.
   */
  Optional<Found> find(Symbol.Space space, Path path, List<Problem> problems) {
    Optional<Symbol> plain = find(space, path.names().getFirst(), problems);
    if (plain.isPresent()) {
      return Optional.of(new Found(plain.get(), 1));
    }
    for (int taken = path.names().size() - 1; taken > 0; taken--) {
      Name next = path.names().get(taken);
      String called = new Path(path.span(), path.names().subList(0, taken)).toString();
      Symbol symbol = scope(called).map(s -> s.own(space).get(next.text())).orElse(null);
      if (symbol != null) {
        return Optional.of(new Found(symbol, taken + 1));
      }
    }
    return Optional.empty();
  }

  /** This module or one that it uses, by name. */
  Optional<Scope> scope(String called) {
    if (name.equals(called)) {
      return Optional.of(this);
    }
    return uses.stream().filter(s -> s.name.equals(called)).findFirst();
  }

  /** Every word that stands for something here. */
  Collection<String> words(Symbol.Space space) {
    Set<String> words = new LinkedHashSet<>(own(space).keySet());
    uses.forEach(u -> words.addAll(u.own(space).keySet()));
    return words;
  }

  /** A symbol, and how many names of a path stood for it. */
  record Found(Symbol symbol, int taken) {}
}
