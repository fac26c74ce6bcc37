package org.hefu.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hefu.model.Definition;
import org.hefu.model.Fact;
import org.hefu.model.Names;
import org.hefu.model.Policy;
import org.hefu.model.Procedure;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Path;
import org.hefu.syntax.Property;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;
import org.hefu.text.Span;

/**
 * Pass: definitions and procedures, each worked out when first needed, so that their order does not
 * matter.
 */
final class Definitions {
  private static final Map<String, String> NOTES =
      Map.ofEntries(
          Map.entry("authority", "authority"),
          Map.entry("主管机关", "authority"),
          Map.entry("form", "form"),
          Map.entry("形式", "form"),
          Map.entry("deadline", "deadline"),
          Map.entry("期限", "deadline"),
          Map.entry("note", "note"),
          Map.entry("备注", "note"),
          Map.entry("source", "source"),
          Map.entry("出处", "source"));

  private final World world;
  private final Cut cut;

  /** The facts that rules require, as procedures. */
  private final Map<Fact, Procedure> stated = new HashMap<>();

  /** Facts that stand for any group, by its record and the parameter's name. */
  private final IdentityHashMap<Declaration.Record, Map<String, Environment.Argument>> groups =
      new IdentityHashMap<>();

  /** What is being worked out, and what it is called. */
  private final LinkedHashMap<Symbol, String> open = new LinkedHashMap<>();

  private final Set<Symbol> checked = new HashSet<>();
  final Tallies tallies;

  /** What is or was waiting for its needs; by identity, since a fact's fields may be many. */
  private final Set<Symbol> met = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Grants grants;

  Definitions(World world) {
    this.world = world;
    this.cut = new Cut(world);
    this.grants = new Grants(world, this);
    this.tallies = new Tallies(world, this);
  }

  Grants grants() {
    return grants;
  }

  void run() {
    for (Scope scope : world.scopes.values()) {
      // By every name it has; the second time it has been worked out.
      for (Symbol symbol : List.copyOf(scope.own(Symbol.Space.VALUES).values())) {
        World.goOn();
        work(symbol);
      }
    }
  }

  /** A symbol whose needs are being worked out before it. */
  private record Waiting(Symbol symbol, Iterator<Symbol> needs) {}

  /**
   * Works out what the symbol needs first, and then the symbol, so that a chain of definitions may
   * be long in whatever order it is written.
   */
  private void work(Symbol first) {
    Deque<Waiting> waiting = new ArrayDeque<>();
    enqueue(first, waiting);
    while (!waiting.isEmpty()) {
      Waiting last = waiting.peek();
      if (last.needs().hasNext()) {
        enqueue(last.needs().next(), waiting);
        continue;
      }
      waiting.pop();
      switch (last.symbol()) {
        case Symbol.OfDefinition it -> all(it);
        case Symbol.OfProcedure it -> procedure(it);
        case Symbol.OfTally it -> tallies.tally(it);
        default -> {}
      }
    }
  }

  private void enqueue(Symbol symbol, Deque<Waiting> waiting) {
    if (met.add(symbol)) {
      waiting.push(new Waiting(symbol, needs(symbol).iterator()));
    }
  }

  private List<Symbol> needs(Symbol symbol) {
    return switch (symbol) {
      case Symbol.OfDefinition it -> needs(it.scope, Mentions.of(it.syntax.body()));
      case Symbol.OfProcedure it ->
          needs(it.scope, it.syntax.met().stream().flatMap(m -> Mentions.of(m).stream()).toList());
      default -> List.of();
    };
  }

  private static List<Symbol> needs(Scope scope, List<Path> paths) {
    // What is ambiguous is told when it is worked out.
    List<Problem> untold = new ArrayList<>();
    return paths.stream()
        .flatMap(p -> scope.find(Symbol.Space.VALUES, p, untold).stream())
        .map(Scope.Found::symbol)
        .toList();
  }

  private void all(Symbol.OfDefinition symbol) {
    if (Tallies.isAlias(symbol) && symbol.syntax.body() instanceof Expr.Tallied(_, var path, _)) {
      // Another name for a tally: what it comes to is settled where it is compared.
      tallies.tally(path, symbol.scope);
    } else if (symbol.syntax.parameters().isEmpty()) {
      definition(symbol, Environment.NONE, "", "");
    } else {
      any(symbol);
    }
  }

  /**
   * Checks a predicate once with facts that stand for any argument, so that its problems are told
   * even where it is not used.
   */
  void any(Symbol.OfDefinition symbol) {
    if (checked.contains(symbol) || !enter(symbol, symbol.names.name(), symbol.declared())) {
      return;
    }
    Types types = new Types(world);
    Map<String, Environment.Argument> arguments = new HashMap<>();
    for (Declaration.Parameter parameter : symbol.syntax.parameters()) {
      Names names = Names.of(parameter.name().text(), List.of(), Bilingual.NONE);
      Optional<Symbol.OfRecord> record = types.record(parameter.type(), symbol.scope);
      Environment.Argument any;
      if (record.isPresent()) {
        any =
            groups
                .computeIfAbsent(record.get().syntax(), _ -> new HashMap<>())
                .computeIfAbsent(parameter.name().text(), _ -> group(record.get(), names));
      } else {
        Optional<Type> type = types.type(parameter.type(), symbol.scope);
        Span place = parameter.name().span();
        any =
            new Environment.Argument.Value(
                type.<Term>map(t ->
                        new Term.Stated(
                            place, new Fact(-1, List.of(names), t, false, Bilingual.NONE, place)))
                    .orElse(new Term.Faulty(place, Type.TRUTH)));
      }
      arguments.put(parameter.name().text(), any);
    }
    Map<String, Span> places = new HashMap<>();
    symbol
        .syntax
        .parameters()
        .forEach(p -> {
          places.put(p.name().text(), p.name().span());
          world.uses.note(p.name().span(), p.name().span());
        });
    Environment environment = new Environment(arguments, Map.of(), places, symbol.read);
    new Terms(world, symbol.scope, this, environment).term(symbol.syntax.body());
    open.remove(symbol);
    checked.add(symbol);
  }

  private Environment.Argument.Group group(Symbol.OfRecord record, Names names) {
    List<Policy.Field> fields =
        new Requests(world)
            .fields(
                record.syntax(),
                record.scope(),
                List.of(names),
                Collections.newSetFromMap(new IdentityHashMap<>()),
                () -> -1);
    return new Environment.Argument.Group(
        new Policy.Field(names, record.declared(), Optional.empty(), fields));
  }

  /**
   * The definition for these arguments, which {@code key} tells apart and {@code said} shows;
   * empty, and reported, if it needs itself.
   */
  Optional<Definition> definition(
      Symbol.OfDefinition symbol, Environment environment, String key, String said) {
    Definition known = symbol.worked.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    if (!world.admits(symbol.declared())
        || !enter(symbol, symbol.names.name(), symbol.declared())) {
      return Optional.empty();
    }
    Term body =
        cut.term(new Terms(world, symbol.scope, this, environment).term(symbol.syntax.body()));
    open.remove(symbol);
    Names names = key.isEmpty() ? symbol.names : applied(symbol.names, said);
    Definition definition = world.define(names, body, symbol.declared());
    symbol.worked.put(key, definition);
    return Optional.of(definition);
  }

  /** What the definition comes to for these arguments, in its place. */
  Term written(Symbol.OfDefinition symbol, Environment environment) {
    if (!enter(symbol, symbol.names.name(), symbol.declared())) {
      return new Term.Faulty(symbol.declared(), Type.TRUTH);
    }
    Term body = new Terms(world, symbol.scope, this, environment).term(symbol.syntax.body());
    open.remove(symbol);
    return body;
  }

  private static Names applied(Names names, String key) {
    Bilingual label = names.label();
    return new Names(
        names.name() + "(" + key + ")",
        List.of(),
        new Bilingual(label.zh() + "（" + key + "）", label.en() + " (" + key + ")"));
  }

  /** The procedure; empty, and reported, if its condition needs itself. */
  Optional<Procedure> procedure(Symbol.OfProcedure symbol) {
    if (symbol.worked != null) {
      return Optional.of(symbol.worked);
    }
    if (!enter(symbol, symbol.names.name(), symbol.declared())) {
      return Optional.empty();
    }
    if (symbol.syntax.met().size() != 1) {
      world.report(Problem.of(Code.NOT_MET, symbol.declared()));
    }
    Term met =
        symbol.syntax.met().isEmpty()
            ? new Term.Faulty(symbol.declared(), Type.TRUTH)
            : cut.term(
                new Terms(world, symbol.scope, this, Environment.NONE)
                    .condition(symbol.syntax.met().getFirst()));
    open.remove(symbol);
    Lines lines = Lines.of(world, symbol.syntax.properties(), NOTES);
    Map<String, Bilingual> notes = new LinkedHashMap<>();
    for (Property each : symbol.syntax.properties()) {
      String key = NOTES.get(each.key().text());
      if (key != null && !notes.containsKey(key)) {
        notes.put(key, lines.words(key));
      }
    }
    Definition definition = world.define(symbol.names, met, symbol.declared());
    symbol.worked = new Procedure(symbol.names, definition, notes);
    world.procedures.add(symbol.worked);
    return Optional.of(symbol.worked);
  }

  /** Whether the rule's duty is overdue; empty, and reported, if that needs itself. */
  Optional<Definition> overdue(Symbol.OfRule symbol, Path named) {
    if (symbol.overdue != null) {
      return Optional.of(symbol.overdue);
    }
    if (!enter(symbol, symbol.names.name(), symbol.declared())) {
      return Optional.empty();
    }
    Terms terms = new Terms(world, symbol.scope, this, Environment.NONE);
    Term body = new Duties(world, symbol.scope, this).overdue(named, symbol.syntax, terms);
    open.remove(symbol);
    Bilingual label = symbol.names.label();
    Names names =
        new Names(
            "overdue " + symbol.names.name(),
            List.of(),
            new Bilingual("逾期未履行：" + label.zh(), "overdue: " + label.en()));
    symbol.overdue = world.define(names, body, symbol.declared());
    return Optional.of(symbol.overdue);
  }

  /** What a rule may require: a procedure, or any definition or fact that is true or false. */
  Optional<Procedure> required(Path path, Scope scope) {
    Optional<Scope.Found> found = scope.find(Symbol.Space.VALUES, path, world.problems);
    if (found.isPresent()
        && found.get().symbol() instanceof Symbol.OfProcedure procedure
        && found.get().taken() == path.names().size()) {
      return procedure(procedure);
    }
    Term term =
        new Terms(world, scope, this, Environment.NONE).condition(new Expr.Fact(path.span(), path));
    return switch (term) {
      case Term.Derived(_, var definition) ->
          Optional.of(new Procedure(definition.names(), definition, Map.of()));
      case Term.Stated(_, var fact) -> Optional.of(stated(fact, path));
      default -> Optional.empty();
    };
  }

  private Procedure stated(Fact fact, Path path) {
    Procedure known = stated.get(fact);
    if (known != null) {
      return known;
    }
    Names names =
        Names.of(
            fact.name(),
            List.of(),
            new Bilingual(fact.label(Language.ZH), fact.label(Language.EN)));
    Definition definition = world.define(names, new Term.Stated(path.span(), fact), path.span());
    Procedure procedure = new Procedure(names, definition, Map.of());
    stated.put(fact, procedure);
    return procedure;
  }

  void leave(Symbol symbol) {
    open.remove(symbol);
  }

  /** Begins to work something out; false, and reported, if that needs itself. */
  boolean enter(Symbol symbol, String name, Span place) {
    if (open.putIfAbsent(symbol, name) == null) {
      return true;
    }
    List<Symbol> symbols = new ArrayList<>(open.keySet());
    List<String> names =
        new ArrayList<>(open.values()).subList(symbols.indexOf(symbol), symbols.size());
    world.report(Problem.of(Code.CYCLIC_DEFINITION, place, name, World.circle(names)));
    return false;
  }
}
