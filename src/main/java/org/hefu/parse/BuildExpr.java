package org.hefu.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.hefu.parse.HefuParser.ComparisonContext;
import org.hefu.parse.HefuParser.PrimaryContext;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Name;
import org.hefu.syntax.Path;
import org.hefu.syntax.Text;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Makes conditions, paths and texts out of ANTLR's tree. Always: it is given only parts without
 * errors.
 */
final class BuildExpr {
  private final Places places;
  private final Literals literals;

  /** The same few names stand all over a text. */
  private final Map<String, String> names = new HashMap<>();

  BuildExpr(Places places, Literals literals) {
    this.places = places;
    this.literals = literals;
  }

  Span span(ParserRuleContext context) {
    return places.span(context);
  }

  Name name(ParserRuleContext context) {
    Span span = span(context);
    String text = span.text();
    String before = names.putIfAbsent(text, text);
    return new Name(span, before == null ? text : before);
  }

  Path path(HefuParser.PathContext context) {
    if (context.getChildCount() == 1) {
      Name name = name(context.name(0));
      return new Path(name.span(), List.of(name));
    }
    return new Path(span(context), each(context.name(), this::name));
  }

  List<Path> paths(List<HefuParser.PathContext> contexts) {
    return each(contexts, this::path);
  }

  /** What is made of each of them. */
  static <C, T> List<T> each(List<C> contexts, Function<? super C, T> make) {
    if (contexts.size() == 1) {
      return List.of(make.apply(contexts.getFirst()));
    }
    List<T> made = new ArrayList<>(contexts.size());
    for (C context : contexts) {
      made.add(make.apply(context));
    }
    return List.copyOf(made);
  }

  Text text(HefuParser.TextContext context) {
    return literals.text(
        span(context), context.TEXT().stream().map(t -> places.span(t.getSymbol())).toList());
  }

  Expr.Number number(Token token, HefuParser.@Nullable UnitNameContext unit, Span whole) {
    return new Expr.Number(
        whole, literals.number(places.span(token)), Optional.ofNullable(unit).map(this::name));
  }

  Expr condition(HefuParser.ConditionContext context) {
    return context.getChildCount() == 1
        ? conjunction(context.conjunction(0))
        : new Expr.Or(span(context), each(context.conjunction(), this::conjunction));
  }

  private Expr conjunction(HefuParser.ConjunctionContext context) {
    return context.getChildCount() == 1
        ? negation(context.negation(0))
        : new Expr.And(span(context), each(context.negation(), this::negation));
  }

  private Expr negation(HefuParser.NegationContext context) {
    return context.NOT() != null
        ? new Expr.Not(span(context), negation(context.negation()))
        : comparison(context.comparison());
  }

  private Expr comparison(ComparisonContext context) {
    Expr left = sum(context.sum(0));
    if (context.getChildCount() == 1) {
      return left;
    }
    Span span = span(context);
    boolean negated =
        context.NOT() != null
            || context.IS_NOT() != null
            || context.NOT_IN() != null
            || context.NOT_WITHIN() != null;
    Expr positive;
    if (context.comparator() != null) {
      return new Expr.Compare(span, order(context.comparator()), left, sum(context.sum(1)));
    } else if (context.sum(1) != null) {
      positive = new Expr.Is(span, left, sum(context.sum(1)));
    } else if (context.set() != null) {
      positive = new Expr.In(span, left, set(context.set()));
    } else if (context.text() != null) {
      positive = new Expr.Matches(span, left, text(context.text()));
    } else if (context.HAS() != null) {
      positive = new Expr.Has(span, left, path(context.path()));
    } else if (context.path() != null) {
      positive = new Expr.Within(span, left, path(context.path()));
    } else {
      return left;
    }
    return negated ? new Expr.Not(span, positive) : positive;
  }

  private static Expr.Order order(HefuParser.ComparatorContext context) {
    return switch (context.getStart().getType()) {
      case HefuLexer.LESS -> Expr.Order.LESS;
      case HefuLexer.LESS_OR_EQUAL -> Expr.Order.LESS_OR_EQUAL;
      case HefuLexer.GREATER -> Expr.Order.GREATER;
      default -> Expr.Order.GREATER_OR_EQUAL;
    };
  }

  Expr.SetOf set(HefuParser.SetContext context) {
    List<HefuParser.PathContext> members = new ArrayList<>();
    List<Text> texts = new ArrayList<>();
    for (var each : context.element()) {
      if (each.text() != null) {
        texts.add(text(each.text()));
      } else {
        members.add(each.path());
      }
    }
    return new Expr.SetOf(span(context), paths(members), texts);
  }

  Expr value(HefuParser.GivenValueContext context) {
    return context.set() != null ? set(context.set()) : sum(context.sum());
  }

  Expr sum(HefuParser.SumContext context) {
    if (context.getChildCount() == 1) {
      return primary(context.primary(0));
    }
    List<PrimaryContext> terms = context.primary();
    if (terms.size() > Parse.DEEPEST) {
      return literals.tooDeep(span(context));
    }
    Expr sum = primary(terms.getFirst());
    for (int i = 1; i < terms.size(); i++) {
      boolean minus =
          ((TerminalNode) context.getChild(2 * i - 1)).getSymbol().getType() == HefuLexer.MINUS;
      Expr right = primary(terms.get(i));
      sum = new Expr.Sum(sum.span().to(right.span()), sum, minus, right);
    }
    return sum;
  }

  private Expr primary(PrimaryContext context) {
    Span span = span(context);
    return switch (context) {
      case HefuParser.NumberValueContext number ->
          number(number.NUMBER().getSymbol(), number.unitName(), span);
      case HefuParser.DateValueContext _ -> new Expr.Date(span, literals.date(span));
      case HefuParser.TextValueContext words -> new Expr.Words(span, text(words.text()));
      case HefuParser.TrueValueContext _ -> new Expr.Truth(span, true);
      case HefuParser.FalseValueContext _ -> new Expr.Truth(span, false);
      case HefuParser.UnknownValueContext _ -> new Expr.Unknown(span);
      case HefuParser.KnownContext known -> new Expr.Known(span, path(known.path()));
      case HefuParser.OverdueContext overdue -> new Expr.Overdue(span, path(overdue.path()));
      case HefuParser.TalliedContext tallied ->
          new Expr.Tallied(
              span, path(tallied.path()), tallied.WITH() != null || tallied.WITH_FLOW() != null);
      case HefuParser.QuantifiedContext it ->
          new Expr.Quantified(
              span, quantifier(it), name(it.name()), path(it.path()), where(it.condition()));
      case HefuParser.SummedContext it ->
          new Expr.Summed(span, path(it.path(0)), path(it.path(1)), where(it.condition()));
      case HefuParser.CountedContext it -> new Expr.Size(span, path(it.path()));
      case HefuParser.CallContext call ->
          new Expr.Call(
              span, path(call.path(0)), paths(call.path().subList(1, call.path().size())));
      case HefuParser.FactContext fact -> {
        Path path = path(fact.path());
        yield new Expr.Fact(path.span(), path);
      }
      case HefuParser.GroupedContext grouped -> condition(grouped.condition());
      default ->
          throw new IllegalStateException("a primary of another form: " + context.getClass());
    };
  }

  private Optional<Expr> where(HefuParser.@Nullable ConditionContext condition) {
    return Optional.ofNullable(condition).map(this::condition);
  }

  private static Expr.Quantifier quantifier(HefuParser.QuantifiedContext context) {
    if (context.COUNT() != null) {
      return Expr.Quantifier.COUNT;
    }
    return context.ANY() != null || context.ANY_OF() != null
        ? Expr.Quantifier.ANY
        : Expr.Quantifier.ALL;
  }
}
