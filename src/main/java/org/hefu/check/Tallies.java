package org.hefu.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hefu.model.Definition;
import org.hefu.model.Fact;
import org.hefu.model.Names;
import org.hefu.model.Tally;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.model.Unit;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Path;
import org.hefu.text.Bilingual;
import org.hefu.text.Nearest;
import org.hefu.text.Span;

/** Tallies, each worked out when first needed, and what conditions say of them. */
final class Tallies {
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("counts", "counts"),
          Map.entry("计数", "counts"),
          Map.entry("per", "per"),
          Map.entry("主体", "per"),
          Map.entry("window", "window"),
          Map.entry("期间", "window"),
          Map.entry("so_far", "so_far"),
          Map.entry("此前", "so_far"),
          Map.entry("flow", "flow"),
          Map.entry("本次", "flow"),
          Map.entry("together", "together"),
          Map.entry("合计", "together"));

  private static final List<String> NEEDED = List.of("counts", "per", "window", "so_far", "flow");
  private static final List<String> YEAR = List.of("calendar_year", "自然年");

  private final World world;
  private final Definitions definitions;

  Tallies(World world, Definitions definitions) {
    this.world = world;
    this.definitions = definitions;
  }

  /** The tallies of all modules, with every comparison that was met. */
  static List<Tally> all(World world) {
    List<Tally> all = new ArrayList<>();
    for (Symbol.OfTally symbol : world.tallies) {
      Tally tally = symbol.worked;
      if (tally != null) {
        all.add(
            new Tally(
                tally.names(),
                tally.unit(),
                tally.per(),
                tally.window(),
                tally.before(),
                tally.flow(),
                tally.together(),
                tally.statable(),
                tally.counts(),
                tally.othersLeast(),
                tally.othersMost(),
                List.copyOf(symbol.comparisons.values()),
                tally.declared()));
      }
    }
    return all;
  }

  /** Is the definition just another name for a tally with the flow? */
  static boolean isAlias(Symbol.OfDefinition definition) {
    return definition.syntax.parameters().isEmpty()
        && definition.syntax.body() instanceof Expr.Tallied(_, _, var withFlow)
        && withFlow;
  }

  /** A tally that is not compared: so far it is a number like others; with the flow it is none. */
  Term alone(Expr.Tallied expr, Scope scope) {
    Optional<Symbol.OfTally> symbol = tally(expr.tally(), scope);
    Optional<Tally> tally = symbol.flatMap(this::tally);
    if (tally.isPresent() && !expr.withFlow()) {
      return new Term.Stated(expr.span(), tally.get().before());
    }
    if (symbol.isPresent() && expr.withFlow()) {
      world.report(Problem.of(Code.TALLY_NOT_COMPARED, expr.span(), expr.tally()));
    }
    return new Term.Faulty(expr.span(), Type.NUMBER);
  }

  /** What comparing a tally with the flow comes to; empty where neither side is one. */
  Optional<Term> compared(Expr.Compare expr, Scope scope, Terms terms) {
    Optional<Symbol.OfTally> left = side(expr.left(), scope, terms);
    Optional<Symbol.OfTally> right =
        left.isPresent() ? Optional.empty() : side(expr.right(), scope, terms);
    if (left.isEmpty() && right.isEmpty()) {
      return Optional.empty();
    }
    Symbol.OfTally symbol = left.or(() -> right).orElseThrow();
    Expr other = left.isPresent() ? expr.right() : expr.left();
    Term limit = terms.term(other);
    Optional<Tally> tally = tally(symbol);
    if (tally.isEmpty()
        || limit instanceof Term.Faulty
        || !new Fit(world)
            .fits(new Term.Stated(expr.span(), tally.get().before()), limit, other.span())) {
      return Optional.of(new Term.Faulty(expr.span(), Type.TRUTH));
    }
    if (standsForAny(limit)) {
      // Inside a predicate that is checked for any argument: its type is what matters.
      return Optional.of(
          new Term.Stated(
              expr.span(),
              new Fact(-1, List.of(symbol.names), Type.TRUTH, false, Bilingual.NONE, expr.span())));
    }
    Expr.Order order = left.isPresent() ? expr.order() : mirrored(expr.order());
    return Optional.of(new Term.Derived(expr.span(), comparison(symbol, order, limit)));
  }

  private static boolean standsForAny(Term limit) {
    return switch (limit) {
      case Term.Stated(_, var fact) -> fact.slot() < 0;
      case Term.Sum(_, _, var left, _, var right) -> standsForAny(left) || standsForAny(right);
      default -> false;
    };
  }

  private static Expr.Order mirrored(Expr.Order order) {
    return switch (order) {
      case LESS -> Expr.Order.GREATER;
      case LESS_OR_EQUAL -> Expr.Order.GREATER_OR_EQUAL;
      case GREATER -> Expr.Order.LESS;
      case GREATER_OR_EQUAL -> Expr.Order.LESS_OR_EQUAL;
    };
  }

  /** The tally that a side of a comparison is, by itself or by a definition's name. */
  private Optional<Symbol.OfTally> side(Expr expr, Scope scope, Terms terms) {
    return switch (expr) {
      case Expr.Tallied(_, var path, var withFlow) when withFlow -> tally(path, scope);
      case Expr.Fact(_, var path) when !terms.paths().isParameter(path.names().getFirst()) ->
          scope
              .find(Symbol.Space.VALUES, path, world.problems)
              .filter(f -> f.taken() == path.names().size())
              .map(Scope.Found::symbol)
              .flatMap(s ->
                  s instanceof Symbol.OfDefinition it
                          && isAlias(it)
                          && it.syntax.body() instanceof Expr.Tallied(_, var named, _)
                      ? tally(named, it.scope)
                      : Optional.empty());
      default -> Optional.empty();
    };
  }

  /** The tally of that name; empty, and reported, if it names something else. */
  Optional<Symbol.OfTally> tally(Path path, Scope scope) {
    Optional<Symbol> found =
        scope
            .find(Symbol.Space.VALUES, path, world.problems)
            .filter(f -> f.taken() == path.names().size())
            .map(Scope.Found::symbol);
    if (found.orElse(null) instanceof Symbol.OfTally tally) {
      return Optional.of(tally);
    }
    world.report(
        found.isPresent()
            ? Problem.of(Code.NOT_A_TALLY, path.span(), path)
            : Problem.of(Code.UNKNOWN_NAME, path.span(), path)
                .nearest(Nearest.to(path.toString(), scope.words(Symbol.Space.VALUES))));
    return Optional.empty();
  }

  private Definition comparison(Symbol.OfTally symbol, Expr.Order order, Term limit) {
    String key =
        limit instanceof Term.Constant(_, _, var value) ? order + " " + value : "" + limit.span();
    Tally.Comparison known = symbol.comparisons.get(key);
    if (known != null) {
      return known.definition();
    }
    boolean orEqual = order == Expr.Order.LESS_OR_EQUAL || order == Expr.Order.GREATER;
    boolean reaches = order == Expr.Order.GREATER_OR_EQUAL || order == Expr.Order.GREATER;
    Tally tally = Objects.requireNonNull(symbol.worked);
    Term below = new TallyBelow(tally, limit, orEqual).term();
    Definition definition =
        world.define(
            names(tally, order, limit),
            reaches ? new Term.Not(limit.span(), below) : below,
            tally.declared());
    symbol.comparisons.put(key, new Tally.Comparison(definition, limit, orEqual, reaches));
    return definition;
  }

  private static Names names(Tally tally, Expr.Order order, Term limit) {
    Bilingual word =
        switch (order) {
          case LESS -> new Bilingual("不满", "below");
          case LESS_OR_EQUAL -> new Bilingual("不超过", "at most");
          case GREATER -> new Bilingual("超过", "above");
          case GREATER_OR_EQUAL -> new Bilingual("达到", "at least");
        };
    String written = limit.span().text();
    Bilingual label = tally.names().label();
    return new Names(
        tally.names().name() + " with flow " + word.en() + " " + written,
        List.of(),
        new Bilingual(
            label.zh() + "（含本次）" + word.zh() + written,
            label.en() + " with this flow " + word.en() + " " + written));
  }

  /** What the tally is; empty, and reported, if it is not whole or needs itself. */
  Optional<Tally> tally(Symbol.OfTally symbol) {
    Tally known = symbol.worked;
    if (known != null) {
      return Optional.of(known);
    }
    if (!definitions.enter(symbol, symbol.names.name(), symbol.declared())) {
      return Optional.empty();
    }
    Optional<Tally> tally = work(symbol);
    definitions.leave(symbol);
    symbol.worked = tally.orElse(null);
    return tally;
  }

  private Optional<Tally> work(Symbol.OfTally symbol) {
    Span place = symbol.declared();
    Lines lines = Lines.of(world, symbol.syntax.properties(), KEYS);
    for (String key : NEEDED) {
      if (!lines.has(key)) {
        lines.missing(key, place);
      }
    }
    Optional<Unit> unit =
        lines
            .path("counts", new Phrase("a-unit"))
            .flatMap(p -> new Types(world).unit(p.names().getFirst(), symbol.scope));
    lines
        .path("window", new Phrase("a-window"))
        .filter(p -> !YEAR.contains(p.toString()))
        .ifPresent(_ -> lines.wrong("window", new Phrase("a-window")));
    Terms terms = new Terms(world, symbol.scope, definitions, Environment.NONE);
    Optional<Fact> per = lines.path("per", new Phrase("a-fact")).flatMap(terms.paths()::fact);
    Optional<Fact> before = count(lines, "so_far", unit, terms);
    Optional<Fact> flow = count(lines, "flow", unit, terms);
    Optional<Fact> together = count(lines, "together", unit, terms);
    Term counted = new TallyCounts(world, definitions).term(symbol);
    if (unit.isEmpty() || per.isEmpty() || before.isEmpty() || flow.isEmpty()) {
      return Optional.empty();
    }
    Definition counts = world.define(counting(symbol.names), new Cut(world).term(counted), place);
    Type type = before.get().type();
    Bilingual label = symbol.names.label();
    return Optional.of(
        new Tally(
            symbol.names,
            unit,
            per.get(),
            Tally.Window.CALENDAR_YEAR,
            before.get(),
            flow.get(),
            together.orElseGet(() ->
                unstated(
                    symbol.names,
                    type,
                    new Bilingual(
                        "去除重复后，“" + label.zh() + "”含本次是多少？",
                        "How many is “" + label.en() + "” with this flow, each counted once?"),
                    place)),
            lines.has("together"),
            counts,
            unstated(others(symbol.names), type, Bilingual.NONE, place),
            unstated(others(symbol.names), type, Bilingual.NONE, place),
            List.of(),
            place));
  }

  private Fact unstated(Names names, Type type, Bilingual question, Span place) {
    return new Fact(world.slots(1), List.of(names), type, false, question, place);
  }

  private static Names counting(Names names) {
    Bilingual label = names.label();
    return new Names(
        names.name() + " counts this flow",
        List.of(),
        new Bilingual("本次计入" + label.zh(), "this flow counts: " + label.en()));
  }

  private static Names others(Names names) {
    Bilingual label = names.label();
    return new Names(
        names.name() + " in other parts",
        List.of(),
        new Bilingual(label.zh() + "·本次其他部分", label.en() + ": other parts of this flow"));
  }

  /** A fact that counts in the tally's unit. */
  private Optional<Fact> count(Lines lines, String key, Optional<Unit> unit, Terms terms) {
    Optional<Path> path = lines.path(key, new Phrase("a-fact"));
    Optional<Fact> fact = path.flatMap(terms.paths()::fact);
    if (fact.isPresent() && unit.isPresent() && !fact.get().type().equals(new Type.Number(unit))) {
      world.report(
          Problem.of(
              Code.WRONG_TYPE,
              path.orElseThrow().span(),
              Types.said(new Type.Number(unit)),
              Types.said(fact.get().type())));
      return Optional.empty();
    }
    return fact;
  }
}
