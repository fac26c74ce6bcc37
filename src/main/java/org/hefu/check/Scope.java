package org.hefu.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hefu.model.Instrument;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Module;
import org.hefu.syntax.Name;
import org.hefu.syntax.Path;
import org.hefu.text.Span;

/** The names that a module declares, and the modules whose names it uses. */
final class Scope {
  /** From so many used modules on, it pays to remember what was found in them. */
  private static final int FEW = 16;

  private final Map<Symbol.Space, Map<String, List<Symbol>>> looked =
      new EnumMap<>(Symbol.Space.class);

  final String name;
  final Module module;
  private final Map<Symbol.Space, Map<String, Symbol>> own = new EnumMap<>(Symbol.Space.class);
  final Map<String, Scope> uses = new LinkedHashMap<>();

  /** Its texts, one after the other; a single one unless it was amended. */
  final List<Instrument> texts = new ArrayList<>();

  /** What has been found by its name here, or by that of a member, and which modules were named. */
  final Set<Object> mentioned = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Does it use a module that is not there, so that names may well be declared in that? */
  boolean lacksModule;

  private final Uses noted;

  Scope(String name, Module module, Uses noted) {
    this.name = name;
    this.module = module;
    this.noted = noted;
  }

  /** Is an instrument written here, be it sound or not? */
  boolean hasInstrument() {
    return module.declarations().stream().anyMatch(Declaration.Instrument.class::isInstance);
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

  /** All that this module itself declares, each once. */
  Collection<Symbol> own() {
    Set<Symbol> all = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Symbol> symbols = new ArrayList<>();
    for (Symbol.Space space : Symbol.Space.values()) {
      own(space).values().stream().filter(all::add).forEach(symbols::add);
    }
    return symbols;
  }

  /** What the word stands for here: the module's own declaration, or that of a module it uses. */
  Optional<Symbol> find(Symbol.Space space, Name word, List<Problem> problems) {
    Symbol mine = own(space).get(word.text());
    if (mine != null) {
      mentioned.add(mine);
      noted.note(word.span(), mine.declared());
      return Optional.of(mine);
    }
    List<Symbol> found = used(space, word.text());
    if (found.size() > 1) {
      Problem problem = Problem.of(Code.AMBIGUOUS_NAME, word.span(), word.text());
      for (Symbol each : found) {
        problem = problem.related(each.declared(), "stands-here");
      }
      problems.add(problem);
    }
    mentioned.addAll(found);
    found.stream().findFirst().ifPresent(s -> noted.note(word.span(), s.declared()));
    return found.stream().findFirst();
  }

  /** What the modules that this one uses declare under the name, each thing once. */
  private List<Symbol> used(Symbol.Space space, String word) {
    if (uses.size() <= FEW) {
      return declared(space, word);
    }
    // Always: all names of a space are declared before the first is looked for.
    return looked
        .computeIfAbsent(space, _ -> new HashMap<>())
        .computeIfAbsent(word, _ -> declared(space, word));
  }

  private List<Symbol> declared(Symbol.Space space, String word) {
    List<Symbol> found = new ArrayList<>(1);
    for (Scope used : uses.values()) {
      Symbol theirs = used.own(space).get(word);
      // By identity: what is compared by its contents may be large.
      if (theirs != null && found.stream().noneMatch(s -> s == theirs)) {
        found.add(theirs);
      }
    }
    return found;
  }

  /**
   * What the first name, or a module's name and the next, stands for; and how many names that took.
   */
  Optional<Found> find(Symbol.Space space, Path path, List<Problem> problems) {
    Optional<Symbol> plain = find(space, path.names().getFirst(), problems);
    if (plain.isPresent()) {
      return Optional.of(new Found(plain.get(), 1));
    }
    Name first = path.names().getFirst();
    for (int taken = path.names().size() - 1; taken > 0; taken--) {
      int last = taken - 1;
      Name next = path.names().get(taken);
      String called = new Path(path.span(), path.names().subList(0, taken)).toString();
      Symbol symbol = scope(called).map(s -> s.own(space).get(next.text())).orElse(null);
      if (symbol != null) {
        mentioned.add(symbol);
        noted.note(next.span(), symbol.declared());
        scope(called)
            .flatMap(s -> s.module.name())
            .ifPresent(to -> noted.note(first.span().to(path.names().get(last).span()), to.span()));
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
    Scope found = uses.get(called);
    if (found != null) {
      mentioned.add(found);
    }
    return Optional.ofNullable(found);
  }

  /** Every word that stands for something here. */
  Collection<String> words(Symbol.Space space) {
    Set<String> words = new LinkedHashSet<>(own(space).keySet());
    uses.values().forEach(u -> words.addAll(u.own(space).keySet()));
    return words;
  }

  /** A symbol, and how many names of a path stood for it. */
  record Found(Symbol symbol, int taken) {}
}
