package org.hefu.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Name;
import org.hefu.syntax.Path;
import org.hefu.syntax.Text;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** Conditions and values of one module, typed and resolved. */
final class Terms {
  /** How deep conditions may nest, those of the predicates that they call included. */
  private static final int DEEPEST = 100_000;

  private final World world;
  private final Scope scope;
  private final Definitions definitions;
  private final Environment environment;
  private final Variables variables;
  private final Fit fit;

  Terms(World world, Scope scope, Definitions definitions, Environment environment) {
    this.world = world;
    this.scope = scope;
    this.definitions = definitions;
    this.environment = environment;
    this.variables = new Variables(world, environment);
    this.fit = new Fit(world);
  }

  Scope scope() {
    return scope;
  }

  /** A term that must be true or false. */
  Term condition(Expr expr) {
    Term term = term(expr, Type.TRUTH);
    if (term instanceof Term.Faulty || term.type() instanceof Type.Truth) {
      return term;
    }
    return fit.wrong(expr.span(), Type.TRUTH, term.type());
  }

  Term term(Expr expr) {
    return term(expr, null);
  }

  private List<Term> conditions(List<Expr> exprs) {
    List<Term> terms = new ArrayList<>(exprs.size());
    for (Expr each : exprs) {
      terms.add(condition(each));
    }
    return terms;
  }

  /** A term; where one of a kind is expected, the bare name of a member is enough. */
  Term term(Expr expr, @Nullable Type expected) {
    if (world.depth == DEEPEST) {
      world.report(Problem.of(Code.TOO_DEEP, expr.span(), DEEPEST));
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    world.depth++;
    Term term = made(expr, expected);
    world.depth--;
    return term;
  }

  private Term made(Expr expr, @Nullable Type expected) {
    return switch (expr) {
      case Expr.Or(var span, var parts) -> new Term.Or(span, conditions(parts));
      case Expr.And(var span, var parts) -> new Term.And(span, conditions(parts));
      case Expr.Not(var span, var part) -> new Term.Not(span, condition(part));
      case Expr.Compare it -> compare(it);
      case Expr.Is it -> same(it);
      case Expr.In(var span, var left, var set) -> in(span, left, set);
      case Expr.Within(var span, var left, var place) -> within(span, left, place);
      case Expr.Has(var span, var left, var member) -> has(span, left, member);
      case Expr.Known(var span, var path) ->
          fact(path)
              .<Term>map(f -> new Term.Known(span, f))
              .orElse(new Term.Faulty(span, Type.TRUTH));
      case Expr.Call it -> new Calls(world, scope, definitions, environment, this).call(it);
      case Expr.Fact(_, var path) -> named(path, expected);
      case Expr.Number it -> sums().number(it, expected);
      case Expr.Date(var span, var day) -> new Term.Constant(span, Type.DATE, day);
      case Expr.Words(var span, var text) ->
          new Term.Constant(span, Type.WORDS, world.word(text.value().zh()));
      case Expr.Truth(var span, var value) -> Term.truth(span, value);
      case Expr.Sum it -> sums().sum(it);
      case Expr.Unknown(var span) -> {
        world.report(
            Problem.of(
                Code.WRONG_TYPE,
                span,
                expected == null ? new Problem.Phrase("condition") : Types.said(expected),
                "`unknown`"));
        yield new Term.Faulty(span, expected == null ? Type.TRUTH : expected);
      }
      case Expr.SetOf(var span, _, _) -> {
        world.report(
            Problem.of(
                Code.WRONG_TYPE,
                span,
                expected == null ? new Problem.Phrase("condition") : Types.said(expected),
                new Problem.Phrase("a-set")));
        yield new Term.Faulty(span, expected == null ? Type.TRUTH : expected);
      }
      case Expr.Unread(var span) -> new Term.Faulty(span, Type.TRUTH);
      case Expr.Matches(var span, var left, var pattern) ->
          new Patterns(world).asked(span, term(left), left.span(), pattern);
      case Expr.Overdue(var span, var rule) -> overdue(span, rule);
      case Expr.Tallied it -> definitions.tallies.alone(it, scope);
      case Expr.Quantified it -> quantifiers().quantified(it);
      case Expr.Summed it -> quantifiers().summed(it);
      case Expr.Size it -> quantifiers().size(it);
    };
  }

  /** The two sides of a comparison; the bare name of a member has the kind of the other side. */
  private List<Term> sides(Expr left, Expr right) {
    if (left instanceof Expr.Fact(_, var path) && path.names().size() == 1 && !isValue(path)) {
      Term other = term(right);
      return List.of(term(left, other.type()), other);
    }
    Term one = term(left);
    return List.of(one, term(right, one.type()));
  }

  /** Does the path name anything that has a value of itself? */
  private boolean isValue(Path path) {
    Name first = path.names().getFirst();
    return environment.arguments().containsKey(first.text())
        || scope.find(Symbol.Space.VALUES, first, new ArrayList<>()).isPresent();
  }

  private Quantifiers quantifiers() {
    return new Quantifiers(world, scope, definitions, environment);
  }

  private Sums sums() {
    return new Sums(world, scope, this);
  }

  private Term compare(Expr.Compare expr) {
    Optional<Term> counted = definitions.tallies.compared(expr, scope, this);
    if (counted.isPresent()) {
      return counted.get();
    }
    List<Term> sides = sides(expr.left(), expr.right());
    Term left = sides.getFirst();
    Term right = sides.getLast();
    if (left instanceof Term.Faulty || right instanceof Term.Faulty) {
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    if (!isOrdered(left.type())) {
      world.report(Problem.of(Code.NOT_ORDERED, expr.left().span(), Types.said(left.type())));
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    if (!fit.fits(left, right, expr.right().span())) {
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    return switch (expr.order()) {
      case LESS -> new Term.Less(expr.span(), left, right, false);
      case LESS_OR_EQUAL -> new Term.Less(expr.span(), left, right, true);
      case GREATER -> new Term.Less(expr.span(), right, left, false);
      case GREATER_OR_EQUAL -> new Term.Less(expr.span(), right, left, true);
    };
  }

  private static boolean isOrdered(Type type) {
    return switch (type) {
      case Type.Number _, Type.Date _ -> true;
      case Type.Duration(var period) -> period.isPresent();
      case Type.Of(var kind) -> kind.shape() == Kind.Shape.ORDERED;
      default -> false;
    };
  }

  private Term same(Expr.Is expr) {
    List<Term> sides = sides(expr.left(), expr.right());
    Term left = sides.getFirst();
    Term right = sides.getLast();
    if (left instanceof Term.Faulty
        || right instanceof Term.Faulty
        || !fit.fits(left, right, expr.right().span())) {
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    if (left.type() instanceof Type.SetOf || left.type() instanceof Type.SetOfWords) {
      world.report(
          Problem.of(
              Code.WRONG_TYPE,
              expr.left().span(),
              new Problem.Phrase("condition"),
              new Problem.Phrase("a-set")));
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    if (left.type() instanceof Type.Of(var kind) && kind.shape() == Kind.Shape.TREE) {
      if (right instanceof Term.Constant(_, _, var index) && index != Row.UNKNOWN) {
        return exactly(expr.span(), left, kind, index);
      }
      if (left instanceof Term.Constant(_, _, var index) && index != Row.UNKNOWN) {
        return exactly(expr.span(), right, kind, index);
      }
    }
    if (left.type() instanceof Type.Duration(var one)
        && right.type() instanceof Type.Duration(var other)
        && (one.isEmpty() || other.isEmpty())) {
      // Whether twelve months are a year is for a calendar to say.
      world.report(
          Problem.of(
              Code.UNLIKE_UNITS,
              expr.right().span(),
              Types.said(left.type()),
              Types.said(right.type())));
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    return new Term.Same(expr.span(), left, right);
  }

  /** A value above the member may be it; one below it is another. */
  private static Term exactly(Span span, Term value, Kind kind, long index) {
    return new Term.Within(span, value, kind, List.of(kind.member((int) index).alone()));
  }

  private Term in(Span span, Expr leftExpr, Expr.SetOf set) {
    Term left = term(leftExpr);
    if (left.type() instanceof Type.Words) {
      return isOneOf(span, left, set);
    }
    if (!(left.type() instanceof Type.Of(var kind)) || left instanceof Term.Faulty) {
      if (!(left instanceof Term.Faulty)) {
        world.report(
            Problem.of(
                Code.WRONG_TYPE,
                leftExpr.span(),
                new Problem.Phrase("a-kind"),
                Types.said(left.type())));
      }
      return new Term.Faulty(span, Type.TRUTH);
    }
    set.texts().forEach(t -> fit.wrong(t.span(), left.type(), Type.WORDS));
    return variables.members(
        set.members(),
        span,
        paths -> members(kind, paths).map(m -> new Term.Within(span, left, kind, m)));
  }

  private Term isOneOf(Span span, Term left, Expr.SetOf set) {
    List<Term> same = new ArrayList<>();
    set.texts().forEach(t -> same.add(new Term.Same(span, left, words(t))));
    for (Path path : set.members()) {
      Term other = named(path, null);
      if (!(other instanceof Term.Faulty) && fit.fits(left, other, path.span())) {
        same.add(new Term.Same(span, left, other));
      }
    }
    return new Term.Or(span, same);
  }

  private Term words(Text text) {
    return new Term.Constant(text.span(), Type.WORDS, world.word(text.value().zh()));
  }

  /** The members that the paths name; empty, and reported, if one is none. */
  Optional<List<Kind.Member>> members(Kind kind, List<Path> paths) {
    List<Kind.Member> members = new ArrayList<>();
    boolean all = true;
    for (Path path : paths) {
      Optional<Kind.Member> member =
          variables.isOne(path) ? variables.member(kind, path) : member(kind, path);
      if (member.isEmpty()) {
        noMember(kind, path);
        all = false;
      }
      member.ifPresent(members::add);
    }
    return all ? Optional.of(members) : Optional.empty();
  }

  private void noMember(Kind kind, Path path) {
    boolean isFact =
        field(path).flatMap(Policy.Field::fact).isPresent()
            || environment.arguments().containsKey(path.toString());
    if (isFact) {
      world.report(
          Problem.of(Code.NOT_A_MEMBER, path.span(), "`" + kind + "`", path).help("one-member"));
      return;
    }
    world.report(
        new Glued(world, scope, environment)
            .help(
                Problem.of(Code.UNKNOWN_MEMBER, path.span(), "`" + kind + "`", path)
                    .nearest(world.nearest(path.toString(), () -> kind.words())),
                path));
  }

  /** By its bare name, or behind the name of its kind. */
  private Optional<Kind.Member> member(Kind kind, Path path) {
    List<Name> names = path.names();
    boolean bare =
        names.size() == 1 || (names.size() == 2 && kind.names().isCalled(names.getFirst().text()));
    Optional<Kind.Member> member = bare ? kind.member(names.getLast().text()) : Optional.empty();
    if (member.isPresent()) {
      scope.mentioned.add(kind);
      world.uses.note(names.getLast().span(), kind, member.get());
    }
    return member;
  }

  private Term within(Span span, Expr leftExpr, Path place) {
    Term left = term(leftExpr);
    if (left instanceof Term.Faulty) {
      return new Term.Faulty(span, Type.TRUTH);
    }
    if (!(left.type() instanceof Type.Of(var kind)) || kind.shape() != Kind.Shape.TREE) {
      world.report(Problem.of(Code.NOT_A_TREE, leftExpr.span(), Types.said(left.type())));
      return new Term.Faulty(span, Type.TRUTH);
    }
    return variables.members(
        List.of(place),
        span,
        paths -> members(kind, paths).map(m -> new Term.Within(span, left, kind, m)));
  }

  private Term has(Span span, Expr leftExpr, Path path) {
    Term left = term(leftExpr);
    if (left instanceof Term.Stated(_, var fact) && fact.type() instanceof Type.SetOf(var kind)) {
      return variables.members(
          List.of(path),
          span,
          paths ->
              members(kind, paths)
                  .map(m ->
                      m.isEmpty()
                          ? Term.truth(span, false)
                          : new Term.Has(span, fact, kind, m.getFirst())));
    }
    if (left.type() instanceof Type.SetOfWords) {
      return fit.wrong(path.span(), Type.WORDS, new Problem.Phrase("name"));
    }
    if (!(left instanceof Term.Faulty)) {
      world.report(Problem.of(Code.NOT_A_SET, leftExpr.span(), Types.said(left.type())));
    }
    return new Term.Faulty(span, Type.TRUTH);
  }

  /** What the name stands for, if it is a parameter. */
  private Environment.@Nullable Argument argument(Name name) {
    Span declared = environment.parameters().get(name.text());
    if (declared != null) {
      world.uses.note(name.span(), declared);
    }
    return environment.argument(name.text());
  }

  /** Does the name stand for an argument of the predicate whose body this is? */
  boolean isParameter(Name name) {
    return environment.arguments().containsKey(name.text());
  }

  /**
   * What a path names: a member where one is expected, a fact, a definition, a procedure, a
   * question.
   */
  Term named(Path path, @Nullable Type expected) {
    if (variables.isOne(path)) {
      return variables.term(path);
    }
    if (expected instanceof Type.Of(var kind)) {
      Optional<Kind.Member> member = member(kind, path);
      if (member.isPresent()) {
        return new Term.Constant(path.span(), expected, member.get().index());
      }
    }
    Environment.Argument argument = argument(path.names().getFirst());
    if (argument instanceof Environment.Argument.Value(var term) && path.names().size() == 1) {
      return at(term, path.span());
    }
    Optional<Policy.Field> field = field(path);
    if (field.isPresent()) {
      return field
          .get()
          .fact()
          .<Term>map(f -> new Term.Stated(path.span(), f))
          .orElseGet(() -> faulty(path, expected));
    }
    Optional<Scope.Found> found = scope.find(Symbol.Space.VALUES, path, world.problems);
    boolean whole = found.isPresent() && found.get().taken() == path.names().size();
    Symbol symbol = whole ? found.get().symbol() : null;
    if (symbol instanceof Symbol.OfTally
        || (symbol instanceof Symbol.OfDefinition alias && Tallies.isAlias(alias))) {
      world.report(
          Problem.of(
              symbol instanceof Symbol.OfTally ? Code.BARE_TALLY : Code.TALLY_NOT_COMPARED,
              path.span(),
              path));
      return new Term.Faulty(path.span(), Type.NUMBER);
    }
    if (symbol instanceof Symbol.OfDefinition definition) {
      if (!definition.syntax.parameters().isEmpty()) {
        world.report(
            Problem.of(
                Code.WRONG_ARGUMENTS, path.span(), path, definition.syntax.parameters().size(), 0));
        return new Term.Faulty(path.span(), Type.TRUTH);
      }
      return definitions
          .definition(definition, Environment.NONE, "", "")
          .<Term>map(d -> new Term.Derived(path.span(), d))
          .orElse(new Term.Faulty(path.span(), Type.TRUTH));
    }
    if (symbol instanceof Symbol.OfProcedure procedure) {
      return definitions
          .procedure(procedure)
          .<Term>map(p -> new Term.Derived(path.span(), p.met()))
          .orElse(new Term.Faulty(path.span(), Type.TRUTH));
    }
    if (symbol instanceof Symbol.OfQuestion(_, var question)) {
      return new Term.Open(path.span(), question);
    }
    if (symbol instanceof Symbol.OfList) {
      world.report(
          Problem.of(
              Code.WRONG_TYPE,
              path.span(),
              expected == null ? new Problem.Phrase("condition") : Types.said(expected),
              new Problem.Phrase("a-list")));
      return new Term.Faulty(path.span(), Type.TRUTH);
    }
    return ofKind(path)
        .or(() -> definitions.grants().named(path))
        .orElseGet(() -> faulty(path, expected));
  }

  /** A member behind the name of its kind. */
  private Optional<Term> ofKind(Path path) {
    if (path.names().size() != 2
        || !(scope.find(Symbol.Space.TYPES, path.names().getFirst(), world.problems).orElse(null)
            instanceof Symbol.OfKind(_, var kind))) {
      return Optional.empty();
    }
    return member(kind, path)
        .map(m -> new Term.Constant(path.span(), new Type.Of(kind), m.index()));
  }

  static Term at(Term term, Span span) {
    return switch (term) {
      // The place of an empty cell tells what is asked for.
      case Term.Constant _ when Fold.isVacant(term) -> term;
      case Term.Stated(_, var fact) -> new Term.Stated(span, fact);
      case Term.Constant(_, var type, var value) -> new Term.Constant(span, type, value);
      case Term.Derived(_, var definition) -> new Term.Derived(span, definition);
      default -> term;
    };
  }

  private Term faulty(Path path, @Nullable Type expected) {
    if (expected instanceof Type.Of(var kind) && path.names().size() == 1) {
      noMember(kind, path);
      return new Term.Faulty(path.span(), expected);
    }
    return unknown(path);
  }

  Term unknown(Path path) {
    List<Policy.Field> among = world.request().map(Policy.Request::fields).orElse(List.of());
    for (Name name : path.names()) {
      Environment.Argument argument = environment.argument(name.text());
      Optional<Policy.Field> next =
          name == path.names().getFirst()
                  && argument instanceof Environment.Argument.Group(var group)
              ? Optional.of(group)
              : Policy.Field.called(among, name.text());
      if (next.isPresent() && !next.get().fields().isEmpty() && name != path.names().getLast()) {
        among = next.get().fields();
        continue;
      }
      List<Policy.Field> here = among;
      boolean first = name == path.names().getFirst();
      boolean atEnd = next.isPresent();
      Problem problem =
          Problem.of(
              Code.UNKNOWN_NAME, atEnd ? path.span() : name.span(), atEnd ? path : name.text());
      problem =
          problem.nearest(
              world
                  .nearest(
                      name.text(), () -> first ? scope.words(Symbol.Space.VALUES) : words(here))
                  .filter(w -> !w.equals(name.text())));
      world.report(new Glued(world, scope, environment).help(problem, path));
      return new Term.Faulty(path.span(), Type.TRUTH);
    }
    return new Term.Faulty(path.span(), Type.TRUTH);
  }

  private static Collection<String> words(List<Policy.Field> fields) {
    List<String> words = new ArrayList<>();
    for (Policy.Field field : fields) {
      words.add(field.names().name());
      words.addAll(field.names().aliases());
    }
    return words;
  }

  /** The field that the path names, through a parameter or from the request. */
  Optional<Policy.Field> field(Path path) {
    Optional<Policy.Field> at = Optional.empty();
    for (Name name : path.names()) {
      boolean first = name == path.names().getFirst();
      Environment.Argument argument = first ? argument(name) : null;
      if (argument instanceof Environment.Argument.Group(var group)) {
        at = Optional.of(group);
      } else if (first) {
        at =
            scope
                .find(Symbol.Space.VALUES, name, world.problems)
                .filter(Symbol.OfField.class::isInstance)
                .map(s -> ((Symbol.OfField) s).field());
      } else {
        at = at.flatMap(f -> Policy.Field.called(f.fields(), name.text()));
        at.ifPresent(f -> world.uses.note(name.span(), f.declared()));
      }
    }
    return at;
  }

  private Term overdue(Span span, Path path) {
    Optional<Symbol.OfRule> rule =
        scope
            .find(Symbol.Space.RULES, path, world.problems)
            .filter(f -> f.taken() == path.names().size())
            .map(f -> (Symbol.OfRule) f.symbol());
    if (rule.isEmpty()) {
      world.report(
          Problem.of(Code.UNKNOWN_TARGET, path.span(), "`" + path + "`")
              .nearest(world.nearest(path.toString(), () -> scope.words(Symbol.Space.RULES))));
      return new Term.Faulty(span, Type.TRUTH);
    }
    return definitions
        .overdue(rule.get(), path)
        .<Term>map(d -> new Term.Derived(span, d))
        .orElse(new Term.Faulty(span, Type.TRUTH));
  }

  /** The fact that the path names; empty, and reported, if it names something else. */
  Optional<Fact> fact(Path path) {
    Term term = named(path, null);
    if (term instanceof Term.Stated(_, var fact)) {
      return Optional.of(fact);
    }
    if (!(term instanceof Term.Faulty)) {
      world.report(Problem.of(Code.NOT_A_FACT, path.span()));
    }
    return Optional.empty();
  }

  /** The value, by slot, that the expression states for the fact; unknown for {@code unknown}. */
  Optional<long[]> value(Fact fact, Expr expr) {
    return new Stating(world, this).value(fact, expr);
  }
}
