package org.hefu.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hefu.check.Environment.Argument;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Names;
import org.hefu.model.Row;
import org.hefu.model.Term;
import org.hefu.model.Term.Total.Counted;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Name;
import org.hefu.syntax.Path;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What {@code any}, {@code all}, {@code count} and {@code sum} come to: the condition once for each
 * row of a list, or each member that a set may have.
 */
final class Quantifiers {
  /** How many times conditions are written out for one expression. */
  private static final int MOST = 250_000;

  private static final long ONE = 10_000;

  private final World world;
  private final Scope scope;
  private final Definitions definitions;
  private final Environment environment;

  Quantifiers(World world, Scope scope, Definitions definitions, Environment environment) {
    this.world = world;
    this.scope = scope;
    this.definitions = definitions;
    this.environment = environment;
  }

  /** What is gone through. */
  private sealed interface Range {
    record OfList(Listing list) implements Range {}

    record OfSet(Fact set, Kind kind) implements Range {}
  }

  /**
   * One row or member: whether it is there, and what the variable then stands for.
   *
   * @param isBroad may it stand for several, or for one that is there besides?
   */
  private record Item(Term there, Argument argument, boolean isBroad) {}

  /** What became of an item: whether it is there, is such, and as how much it counts. */
  private record Part(Term there, Term condition, Term value, boolean isBroad) {}

  Term quantified(Expr.Quantified expr) {
    Type type = expr.quantifier() == Expr.Quantifier.COUNT ? Type.NUMBER : Type.TRUTH;
    Term faulty = new Term.Faulty(expr.span(), type);
    Optional<Range> range = range(expr.range());
    if (expr.quantifier() == Expr.Quantifier.ALL && expr.where().isEmpty()) {
      world.report(Problem.of(Code.ALL_WITHOUT_WHERE, expr.span(), expr.variable()));
      return faulty;
    }
    if (range.isEmpty() || !isSound(expr.variable(), range.get(), expr.where())) {
      return faulty;
    }
    if (isAbstract()) {
      return any(expr.span(), type);
    }
    Optional<List<Part>> parts =
        parts(expr.span(), expr.variable(), range.get(), expr.where(), null);
    if (parts.isEmpty()) {
      return faulty;
    }
    Term body =
        switch (expr.quantifier()) {
          case ANY -> joined(expr.span(), parts.get(), range.get(), true);
          case ALL -> joined(expr.span(), parts.get(), range.get(), false);
          case COUNT -> total(expr.span(), type, parts.get(), range.get());
        };
    return named(expr.span(), body, range.get(), expr.quantifier());
  }

  Term summed(Expr.Summed expr) {
    Term faulty = new Term.Faulty(expr.span(), Type.NUMBER);
    Optional<Range> range = range(expr.range());
    Name variable = expr.value().names().getFirst();
    if (range.isPresent() && range.get() instanceof Range.OfSet) {
      world.report(
          Problem.of(
              Code.WRONG_TYPE, expr.range().span(), new Phrase("a-list"), new Phrase("a-set")));
      return faulty;
    }
    if (range.isEmpty() || !isSound(variable, range.get(), expr.where())) {
      return faulty;
    }
    Environment any = environment.with(variable.text(), variable.span(), any(range.get()));
    Term value = terms(any).term(new Expr.Fact(expr.value().span(), expr.value()));
    if (value instanceof Term.Faulty) {
      return faulty;
    }
    if (!(value.type() instanceof Type.Number)) {
      world.report(
          Problem.of(
              Code.WRONG_TYPE,
              expr.value().span(),
              Types.said(Type.NUMBER),
              Types.said(value.type())));
      return faulty;
    }
    if (isAbstract()) {
      return any(expr.span(), value.type());
    }
    return parts(expr.span(), variable, range.get(), expr.where(), expr.value())
        .map(p -> total(expr.span(), value.type(), p, range.get()))
        .map(t -> named(expr.span(), t, range.get(), Expr.Quantifier.COUNT))
        .orElse(faulty);
  }

  Term size(Expr.Size expr) {
    Optional<Range> range = range(expr.set());
    if (range.isEmpty()) {
      return new Term.Faulty(expr.span(), Type.NUMBER);
    }
    if (isAbstract()) {
      return any(expr.span(), Type.NUMBER);
    }
    Name none = new Name(expr.span(), "");
    return parts(expr.span(), none, range.get(), Optional.empty(), null)
        .map(p -> total(expr.span(), Type.NUMBER, p, range.get()))
        .map(t ->
            range.get() instanceof Range.OfSet(var set, _)
                ? named(expr.span(), t, many(set))
                : named(expr.span(), t, range.get(), Expr.Quantifier.COUNT))
        .orElse(new Term.Faulty(expr.span(), Type.NUMBER));
  }

  private static Bilingual many(Fact set) {
    return new Bilingual(set.label(Language.ZH) + "的数目", "the number of " + set.label(Language.EN));
  }

  /** What the path says is gone through; empty, and reported, if it is nothing such. */
  private Optional<Range> range(Path path) {
    Optional<Scope.Found> found = scope.find(Symbol.Space.VALUES, path, world.problems);
    if (found.isPresent()
        && found.get().taken() == path.names().size()
        && found.get().symbol() instanceof Symbol.OfList list) {
      return Optional.ofNullable(list.worked).map(Range.OfList::new);
    }
    Term term = terms(environment).term(new Expr.Fact(path.span(), path));
    if (term instanceof Term.Stated(_, var fact) && fact.type() instanceof Type.SetOf(var kind)) {
      return Optional.of(new Range.OfSet(fact, kind));
    }
    if (!(term instanceof Term.Faulty)) {
      world.report(Problem.of(Code.NOT_A_RANGE, path.span(), Types.said(term.type())));
    }
    return Optional.empty();
  }

  /** Is the variable's name free, and the condition one, whatever the variable stands for? */
  private boolean isSound(Name variable, Range range, Optional<Expr> where) {
    if (!environment.variables().isEmpty() && !isAbstract()) {
      return true; // It was looked at when that around it was checked for any row.
    }
    Optional<Symbol> taken = scope.find(Symbol.Space.VALUES, variable, new ArrayList<>());
    boolean isMember =
        range instanceof Range.OfSet(_, var kind) && kind.member(variable.text()).isPresent();
    if (taken.isPresent() || isMember || environment.arguments().containsKey(variable.text())) {
      Problem problem = Problem.of(Code.NAME_TWICE, variable.span(), variable.text());
      Span first = taken.map(Symbol::declared).orElse(environment.variables().get(variable.text()));
      world.report(first == null ? problem : problem.related(first, "first-here"));
      return false;
    }
    if (where.isEmpty()) {
      return true;
    }
    int before = world.problems.size();
    Environment any = environment.with(variable.text(), variable.span(), any(range));
    Term condition = terms(any).condition(where.get());
    return !(condition instanceof Term.Faulty) && world.problems.size() == before;
  }

  private static Argument any(Range range) {
    return switch (range) {
      case Range.OfList(var list) -> new Argument.Row(list, Argument.Row.ANY);
      case Range.OfSet(var set, var kind) ->
          new Argument.Value(any(set.declared(), new Type.Of(kind)));
    };
  }

  /** A fact that stands for any value of the type. */
  private static Term any(Span span, Type type) {
    Names names = Names.of("", List.of(), Bilingual.NONE);
    return new Term.Stated(span, new Fact(-1, List.of(names), type, false, Bilingual.NONE, span));
  }

  /** Is this checked for any argument or row, rather than for some? */
  private boolean isAbstract() {
    return environment.arguments().values().stream().anyMatch(Calls::standsForAny);
  }

  private Terms terms(Environment within) {
    return new Terms(world, scope, definitions, within);
  }

  /**
   * For each row or member, whether it counts, and as how much. Empty, and reported, where there
   * would be too many.
   */
  private Optional<List<Part>> parts(
      Span span, Name variable, Range range, Optional<Expr> where, @Nullable Path value) {
    boolean isOutermost = environment.variables().isEmpty();
    int before = world.writtenOut;
    world.writtenOut = isOutermost ? 0 : before;
    Optional<List<Part>> parts = writtenOut(span, variable, range, where, value);
    // Of several within each other the outermost tells.
    if (parts.isEmpty() && isOutermost) {
      world.report(Problem.of(Code.TOO_MANY_ROWS, span, "%,d".formatted(MOST)));
    }
    world.writtenOut = isOutermost ? before : world.writtenOut;
    return parts;
  }

  private Optional<List<Part>> writtenOut(
      Span span, Name variable, Range range, Optional<Expr> where, @Nullable Path value) {
    Fold fold = new Fold(world, range instanceof Range.OfList(var list) ? list.empty() : null);
    List<Part> parts = new ArrayList<>();
    for (Item item : items(span, range)) {
      if (world.writtenOut++ >= MOST) {
        return Optional.empty();
      }
      Environment here = environment.with(variable.text(), variable.span(), item.argument());
      Term condition =
          where.map(w -> fold.term(terms(here).condition(w))).orElse(Term.truth(span, true));
      Term counted = new Term.Constant(span, Type.NUMBER, ONE);
      if (value != null && range instanceof Range.OfList(var list)) {
        counted = terms(here).term(new Expr.Fact(value.span(), value));
        if (Fold.isVacant(counted)) {
          condition =
              fold.term(new Term.And(span, List.of(condition, new Term.Open(span, list.empty()))));
          counted = new Term.Constant(span, counted.type(), 0);
        }
      }
      parts.add(new Part(item.there(), condition, counted, item.isBroad()));
    }
    return world.writtenOut > MOST ? Optional.empty() : Optional.of(parts);
  }

  private static List<Item> items(Span span, Range range) {
    return switch (range) {
      case Range.OfList(var list) ->
          IntStream.range(0, list.rows().size())
              .mapToObj(row -> new Item(Term.truth(span, true), new Argument.Row(list, row), false))
              .toList();
      case Range.OfSet(var set, var kind) ->
          kind.members().stream()
              .map(member ->
                  new Item(
                      new Term.Has(span, set, kind, member.alone()),
                      new Argument.Value(
                          new Term.Constant(span, new Type.Of(kind), member.index())),
                      member.last() > member.index()))
              .toList();
    };
  }

  private Term joined(Span span, List<Part> parts, Range range, boolean any) {
    Fold fold = new Fold(world, null);
    List<Term> each = new ArrayList<>();
    for (Part part : parts) {
      Term not = new Term.Not(span, part.there());
      Term one =
          any
              ? new Term.And(span, List.of(part.there(), part.condition()))
              : new Term.Or(span, List.of(not, part.condition()));
      each.add(fold.term(one));
    }
    Term all =
        fold.term(
            any
                ? new Term.Or(span, Merge.any(span, each))
                : new Term.And(span, Merge.all(span, each)));
    if (!(range instanceof Range.OfList(var list))) {
      return all;
    }
    Term says = new Term.And(span, List.of(list.usable(), all));
    return fold.term(new Term.Or(span, List.of(says, absent(span, list))));
  }

  /** Unknown where the list says nothing, and false where it does. */
  private static Term absent(Span span, Listing list) {
    Term not = new Term.Not(span, list.usable());
    return new Term.And(span, List.of(not, new Term.Open(span, list.absent())));
  }

  private Term total(Span span, Type type, List<Part> parts, Range range) {
    Fold fold = new Fold(world, null);
    List<Counted> counted = new ArrayList<>();
    long certain = 0;
    Term says = range instanceof Range.OfList(var list) ? list.usable() : Term.truth(span, true);
    for (Part part : parts) {
      // How many a broad member stands for is not known.
      Term one = new Term.Constant(span, Type.TRUTH, part.isBroad() ? Row.MAYBE : Row.TRUE);
      Term condition = fold.term(new Term.And(span, List.of(part.there(), part.condition(), one)));
      if (Fold.isTruth(condition, Row.TRUE)
          && part.value() instanceof Term.Constant(_, _, var value)) {
        certain += value;
      } else if (!Fold.isTruth(condition, Row.FALSE)) {
        // What no list says on this day leaves nothing open.
        Term there = fold.term(new Term.And(span, List.of(says, condition)));
        counted.add(new Counted(there, part.value()));
      }
    }
    if (range instanceof Range.OfList(var list)) {
      Term absent = fold.term(absent(span, list));
      if (!Fold.isTruth(absent, Row.FALSE)) {
        counted.add(new Counted(absent, new Term.Constant(span, type, 0)));
      }
    }
    counted.add(new Counted(Term.truth(span, true), new Term.Constant(span, type, certain)));
    return new Term.Total(span, type, counted);
  }

  /** Under a name that explanations can say; within another quantifier, the term itself. */
  private Term named(Span span, Term body, Range range, Expr.Quantifier quantifier) {
    String plain = written(span).replace('_', ' ');
    Bilingual label =
        range instanceof Range.OfList(var list)
            ? label(list.names().label(), quantifier)
            : new Bilingual(plain, plain);
    return named(span, body, label);
  }

  private Term named(Span span, Term body, Bilingual label) {
    if (!environment.variables().isEmpty()) {
      return body;
    }
    Names names = new Names(written(span), List.of(), label);
    return new Term.Derived(span, world.define(names, new Cut(world).term(body), span));
  }

  private static String written(Span span) {
    return span.text().replaceAll("--[^\\r\\n]*", "").replaceAll("\\s+", " ").strip();
  }

  private static Bilingual label(Bilingual list, Expr.Quantifier quantifier) {
    String zh = "清单“" + list.zh() + "”";
    String en = "the list “" + list.en() + "”";
    return switch (quantifier) {
      case ANY -> new Bilingual("在" + zh + "上", "on " + en);
      case ALL -> new Bilingual(zh + "的每一项", "all of " + en);
      case COUNT -> new Bilingual("据" + zh, "by " + en);
    };
  }
}
