package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.model.Policy;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Path;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** Predicates that are called, and what is passed to them. */
final class Calls {
  private final World world;
  private final Scope scope;
  private final Definitions definitions;
  private final Terms terms;
  private final Variables variables;

  Calls(World world, Scope scope, Definitions definitions, Environment environment, Terms terms) {
    this.world = world;
    this.scope = scope;
    this.definitions = definitions;
    this.terms = terms;
    this.variables = new Variables(world, environment);
  }

  /** What a predicate comes to with these arguments. */
  Term call(Expr.Call expr) {
    Optional<Scope.Found> found = scope.find(Symbol.Space.VALUES, expr.name(), world.problems);
    if (found.isEmpty()) {
      return terms.paths().unknown(expr.name());
    }
    if (!(found.get().symbol() instanceof Symbol.OfDefinition symbol)
        || symbol.syntax.parameters().isEmpty()) {
      world.report(Problem.of(Code.NOT_A_PREDICATE, expr.name().span(), expr.name()));
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    List<Declaration.Parameter> parameters = symbol.syntax.parameters();
    if (parameters.size() != expr.arguments().size()) {
      world.report(
          Problem.of(
              Code.WRONG_ARGUMENTS,
              expr.span(),
              expr.name(),
              parameters.size(),
              expr.arguments().size()));
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    Map<String, Environment.Argument> arguments = new HashMap<>();
    List<String> key = new ArrayList<>();
    List<String> said = new ArrayList<>();
    boolean abstractly = false;
    for (int i = 0; i < parameters.size(); i++) {
      Environment.Argument argument =
          argument(parameters.get(i), symbol.scope, expr.arguments().get(i));
      if (argument == null) {
        return new Term.Faulty(expr.span(), Type.TRUTH);
      }
      arguments.put(parameters.get(i).name().text(), argument);
      key.add(key(argument, expr.arguments().get(i)));
      said.add(said(argument, expr.arguments().get(i)));
      abstractly |= standsForAny(argument);
    }
    if (abstractly) {
      definitions.any(symbol);
      // Inside a predicate that is checked for any argument: its type is what matters.
      return new Term.Stated(
          expr.span(),
          new Fact(-1, List.of(symbol.names), Type.TRUTH, false, Bilingual.NONE, expr.span()));
    }
    if (expr.arguments().stream().anyMatch(variables::isOne)) {
      // One definition for each row of a list would be too many.
      Map<String, Span> places = new HashMap<>();
      for (int i = 0; i < parameters.size(); i++) {
        if (variables.isOne(expr.arguments().get(i))) {
          places.put(parameters.get(i).name().text(), parameters.get(i).name().span());
        }
      }
      return definitions.written(
          symbol, new Environment(arguments, places, Map.of(), new HashSet<>()));
    }
    return definitions
        .definition(
            symbol, new Environment(arguments), String.join(", ", key), String.join(", ", said))
        .<Term>map(d -> new Term.Derived(expr.span(), d))
        .orElse(new Term.Faulty(expr.span(), Type.TRUTH));
  }

  /** Does it stand for any argument, while a predicate is checked? */
  static boolean standsForAny(Environment.Argument argument) {
    return switch (argument) {
      case Environment.Argument.Row(_, var number) -> number == Environment.Argument.Row.ANY;
      case Environment.Argument.Value(Term.Stated(_, var fact)) -> fact.slot() < 0;
      case Environment.Argument.Value _ -> false;
      case Environment.Argument.Group(var field) -> {
        Policy.Field at = field;
        while (at.fact().isEmpty() && !at.fields().isEmpty()) {
          at = at.fields().getFirst();
        }
        yield at.fact().isPresent() && at.fact().get().slot() < 0;
      }
    };
  }

  /** What tells an argument from every other: two modules may have definitions of one name. */
  private static String key(Environment.Argument argument, Path written) {
    return switch (argument) {
      case Environment.Argument.Value(Term.Derived(_, var definition)) -> "#" + definition.slot();
      case Environment.Argument.Value(Term.Constant(_, _, var value)) -> "=" + value;
      default -> said(argument, written);
    };
  }

  private static String said(Environment.Argument argument, Path written) {
    return switch (argument) {
      case Environment.Argument.Value(Term.Stated(_, var fact)) -> fact.name();
      case Environment.Argument.Value(Term.Derived(_, var definition)) -> definition.names().name();
      case Environment.Argument.Value _, Environment.Argument.Row _ -> written.toString();
      case Environment.Argument.Group(var field) -> {
        Policy.Field at = field;
        while (at.fact().isEmpty() && !at.fields().isEmpty()) {
          at = at.fields().getFirst();
        }
        yield at.fact().map(Fact::name).orElse(written.toString());
      }
    };
  }

  private Environment.@Nullable Argument argument(
      Declaration.Parameter parameter, Scope home, Path path) {
    Types types = new Types(world);
    Optional<Symbol.OfRecord> record = types.record(parameter.type(), home);
    if (record.isPresent()) {
      if (variables.isOne(path)) {
        return variables.row(path, record.get());
      }
      Optional<Policy.Field> field = terms.paths().field(path);
      if (field.isEmpty() || field.get().fact().isPresent()) {
        terms.paths().unknown(path);
        return null;
      }
      return new Environment.Argument.Group(field.get());
    }
    Optional<Type> type = types.type(parameter.type(), home);
    if (type.isEmpty()) {
      return null;
    }
    Term term = terms.paths().named(path, type.get());
    if (term instanceof Term.Faulty) {
      return null;
    }
    if (!term.type().equals(type.get())) {
      new Fit(world).wrong(path.span(), type.get(), term.type());
      return null;
    }
    return new Environment.Argument.Value(term);
  }
}
