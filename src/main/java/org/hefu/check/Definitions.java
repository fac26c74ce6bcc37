package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import org.hefu.text.Nearest;
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

  /** What is being worked out, and what it is called. */
  private final LinkedHashMap<Symbol, String> open = new LinkedHashMap<>();

  private final Set<Symbol> checked = new HashSet<>();

  Definitions(World world) {
    this.world = world;
  }

  void run() {
    for (Scope scope : world.scopes.values()) {
      for (Symbol symbol : new LinkedHashSet<>(scope.own(Symbol.Space.VALUES).values())) {
        switch (symbol) {
          case Symbol.OfDefinition it -> all(it);
          case Symbol.OfProcedure it -> procedure(it);
          default -> {}
        }
      }
    }
  }

  private void all(Symbol.OfDefinition symbol) {
    if (symbol.syntax.parameters().isEmpty()) {
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
        List<Policy.Field> fields =
            new Requests(world)
                .fields(
                    record.get().syntax(),
                    record.get().scope(),
                    List.of(names),
                    new LinkedHashSet<>(),
                    _ -> -1);
        any = new Environment.Argument.Group(new Policy.Field(names, Optional.empty(), fields));
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
    new Terms(world, symbol.scope, this, new Environment(arguments)).term(symbol.syntax.body());
    open.remove(symbol);
    checked.add(symbol);
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
    if (!enter(symbol, symbol.names.name(), symbol.declared())) {
      return Optional.empty();
    }
    Term body = new Terms(world, symbol.scope, this, environment).term(symbol.syntax.body());
    open.remove(symbol);
    Names names = key.isEmpty() ? symbol.names : applied(symbol.names, said);
    Definition definition = new Definition(world.slots(1), names, body, symbol.declared());
    symbol.worked.put(key, definition);
    world.definitions.add(definition);
    return Optional.of(definition);
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
            : new Terms(world, symbol.scope, this, Environment.NONE)
                .condition(symbol.syntax.met().getFirst());
    open.remove(symbol);
    Map<String, Bilingual> notes = new LinkedHashMap<>();
    symbol.syntax.properties().forEach(p -> note(p, notes));
    Definition definition = new Definition(world.slots(1), symbol.names, met, symbol.declared());
    world.definitions.add(definition);
    symbol.worked = new Procedure(symbol.names, definition, notes);
    world.procedures.add(symbol.worked);
    return Optional.of(symbol.worked);
  }

  private void note(Property property, Map<String, Bilingual> notes) {
    String key = NOTES.get(property.key().text());
    if (key == null) {
      world.report(
          Problem.of(Code.UNKNOWN_PROPERTY, property.key().span(), property.key().text())
              .nearest(Nearest.to(property.key().text(), NOTES.keySet())));
    } else if (property.values().size() == 1
        && property.values().getFirst() instanceof Property.Value.Words(_, var text)) {
      notes.put(key, text.value());
    } else {
      world.report(
          Problem.of(
              Code.WRONG_PROPERTY,
              property.span(),
              property.key().text(),
              new Problem.Phrase("a-text")));
    }
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
    symbol.overdue = new Definition(world.slots(1), names, body, symbol.declared());
    world.definitions.add(symbol.overdue);
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
    for (Definition each : world.definitions) {
      if (each.body() instanceof Term.Stated(_, var same)
          && same.equals(fact)
          && each.names().name().equals(fact.name())) {
        return new Procedure(each.names(), each, Map.of());
      }
    }
    Names names =
        Names.of(
            fact.name(),
            List.of(),
            new Bilingual(fact.label(Language.ZH), fact.label(Language.EN)));
    Definition definition =
        new Definition(world.slots(1), names, new Term.Stated(path.span(), fact), path.span());
    world.definitions.add(definition);
    return new Procedure(names, definition, Map.of());
  }

  private boolean enter(Symbol symbol, String name, Span place) {
    if (open.putIfAbsent(symbol, name) == null) {
      return true;
    }
    List<Symbol> symbols = new ArrayList<>(open.keySet());
    List<String> names =
        new ArrayList<>(open.values()).subList(symbols.indexOf(symbol), symbols.size());
    world.report(
        Problem.of(Code.CYCLIC_DEFINITION, place, name, String.join(" → ", names) + " → " + name));
    return false;
  }
}
