package org.hefu.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Period;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.model.Unit;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Name;
import org.hefu.syntax.Path;
import org.hefu.text.Bilingual;
import org.hefu.text.Nearest;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** Conditions and values of one module, typed and resolved. */
final class Terms {
  /** A number counts ten-thousandths. */
  private static final long SCALE = 10_000;

  private final World world;
  private final Scope scope;
  private final Definitions definitions;
  private final Environment environment;

  Terms(World world, Scope scope, Definitions definitions, Environment environment) {
    this.world = world;
    this.scope = scope;
    this.definitions = definitions;
    this.environment = environment;
  }

  /** A term that must be true or false. */
  Term condition(Expr expr) {
    Term term = term(expr, Type.TRUTH);
    if (term instanceof Term.Faulty || term.type() instanceof Type.Truth) {
      return term;
    }
    return wrong(expr.span(), Type.TRUTH, term.type());
  }

  Term term(Expr expr) {
    return term(expr, null);
  }

  /** A term; where one of a kind is expected, the bare name of a member is enough. */
  private Term term(Expr expr, @Nullable Type expected) {
    return switch (expr) {
      case Expr.Or(var span, var parts) ->
          new Term.Or(span, parts.stream().map(this::condition).toList());
      case Expr.And(var span, var parts) ->
          new Term.And(span, parts.stream().map(this::condition).toList());
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
      case Expr.Call it -> call(it);
      case Expr.Fact(_, var path) -> named(path, expected);
      case Expr.Number it -> number(it, expected);
      case Expr.Date(var span, var day) -> new Term.Constant(span, Type.DATE, day);
      case Expr.Words(var span, var text) ->
          new Term.Constant(span, Type.WORDS, world.word(text.value().zh()));
      case Expr.Truth(var span, var value) -> Term.truth(span, value);
      case Expr.Sum it -> sum(it);
      case Expr.Unknown(var span) -> {
        world.report(
            Problem.of(
                Code.WRONG_TYPE,
                span,
                expected == null ? new Problem.Phrase("condition") : Types.said(expected),
                "`unknown`"));
        yield new Term.Faulty(span, expected == null ? Type.TRUTH : expected);
      }
      case Expr.SetOf(var span, _) -> {
        world.report(
            Problem.of(
                Code.WRONG_TYPE,
                span,
                expected == null ? new Problem.Phrase("condition") : Types.said(expected),
                new Problem.Phrase("a-set")));
        yield new Term.Faulty(span, expected == null ? Type.TRUTH : expected);
      }
      case Expr.Unread(var span) -> new Term.Faulty(span, Type.TRUTH);
      case Expr.Matches(var span, _, _) -> new Term.Faulty(span, Type.TRUTH);
      case Expr.Overdue(var span, var rule) -> overdue(span, rule);
      case Expr.Tallied(var span, _, _) -> new Term.Faulty(span, Type.TRUTH);
      case Expr.Quantified it -> new Term.Faulty(it.span(), Type.TRUTH);
      case Expr.Summed it -> new Term.Faulty(it.span(), Type.TRUTH);
      case Expr.Size(var span, _) -> new Term.Faulty(span, Type.TRUTH);
    };
  }

  private Term compare(Expr.Compare expr) {
    Term left = term(expr.left());
    Term right = term(expr.right(), left.type());
    if (left instanceof Term.Faulty || right instanceof Term.Faulty) {
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    if (!isOrdered(left.type())) {
      world.report(Problem.of(Code.NOT_ORDERED, expr.left().span(), Types.said(left.type())));
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    if (!fits(left, right, expr.right().span())) {
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
    Term left = term(expr.left());
    Term right = term(expr.right(), left.type());
    if (left instanceof Term.Faulty
        || right instanceof Term.Faulty
        || !fits(left, right, expr.right().span())) {
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    if (left.type() instanceof Type.SetOf) {
      world.report(
          Problem.of(
              Code.WRONG_TYPE,
              expr.left().span(),
              new Problem.Phrase("condition"),
              new Problem.Phrase("a-set")));
      return new Term.Faulty(expr.span(), Type.TRUTH);
    }
    if (left.type() instanceof Type.Of(var kind) && kind.shape() == Kind.Shape.TREE) {
      if (right instanceof Term.Constant(_, _, var index)) {
        return exactly(expr.span(), left, kind, index);
      }
      if (left instanceof Term.Constant(_, _, var index)) {
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
    Kind.Member member = kind.member((int) index);
    Kind.Member alone =
        new Kind.Member(member.names(), member.index(), member.index(), member.parent());
    return new Term.Within(span, value, kind, List.of(alone));
  }

  private Term in(Span span, Expr leftExpr, Expr.SetOf set) {
    Term left = term(leftExpr);
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
    return members(kind, set.members())
        .<Term>map(m -> new Term.Within(span, left, kind, m))
        .orElse(new Term.Faulty(span, Type.TRUTH));
  }

  /** The members that the paths name; empty, and reported, if one is none. */
  Optional<List<Kind.Member>> members(Kind kind, List<Path> paths) {
    List<Kind.Member> members = new ArrayList<>();
    boolean all = true;
    for (Path path : paths) {
      Optional<Kind.Member> member = member(kind, path);
      if (member.isEmpty()) {
        world.report(
            Problem.of(Code.UNKNOWN_MEMBER, path.span(), "`" + kind + "`", path)
                .nearest(Nearest.to(path.toString(), kind.words())));
        all = false;
      }
      member.ifPresent(members::add);
    }
    return all ? Optional.of(members) : Optional.empty();
  }

  /** By its bare name, or behind the name of its kind. */
  private static Optional<Kind.Member> member(Kind kind, Path path) {
    List<Name> names = path.names();
    if (names.size() == 2 && kind.names().isCalled(names.getFirst().text())) {
      return kind.member(names.getLast().text());
    }
    return names.size() == 1 ? kind.member(names.getFirst().text()) : Optional.empty();
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
    return members(kind, List.of(place))
        .<Term>map(m -> new Term.Within(span, left, kind, m))
        .orElse(new Term.Faulty(span, Type.TRUTH));
  }

  private Term has(Span span, Expr leftExpr, Path path) {
    Term left = term(leftExpr);
    if (left instanceof Term.Stated(_, var fact) && fact.type() instanceof Type.SetOf(var kind)) {
      return members(kind, List.of(path))
          .<Term>map(m -> new Term.Has(span, fact, kind, m.getFirst()))
          .orElse(new Term.Faulty(span, Type.TRUTH));
    }
    if (!(left instanceof Term.Faulty)) {
      world.report(Problem.of(Code.NOT_A_SET, leftExpr.span(), Types.said(left.type())));
    }
    return new Term.Faulty(span, Type.TRUTH);
  }

  private Term number(Expr.Number expr, @Nullable Type expected) {
    Optional<Period> period = expr.unit().flatMap(Types::period);
    if (expr.unit().isEmpty() && expected instanceof Type.Duration(var counted)) {
      period = counted;
    }
    if (period.isPresent()) {
      if (expr.value() % SCALE != 0) {
        world.report(
            Problem.of(
                Code.WRONG_TYPE,
                expr.span(),
                new Problem.Phrase("duration"),
                new Problem.Phrase("number")));
      }
      return new Term.Constant(
          expr.span(), new Type.Duration(period), period.get().coded(expr.value() / SCALE));
    }
    Optional<Unit> unit = expr.unit().flatMap(u -> new Types(world).unit(u, scope));
    return expr.unit().isPresent() && unit.isEmpty()
        ? new Term.Faulty(expr.span(), Type.NUMBER)
        : new Term.Constant(expr.span(), new Type.Number(unit), expr.value());
  }

  private Term sum(Expr.Sum expr) {
    Term left = term(expr.left());
    Term right = term(expr.right(), left.type());
    if (left instanceof Term.Faulty || right instanceof Term.Faulty) {
      return new Term.Faulty(expr.span(), left.type());
    }
    if (left.type() instanceof Type.Date) {
      return right.type() instanceof Type.Duration
          ? new Term.Moved(expr.span(), left, expr.minus(), right)
          : wrong(expr.right().span(), Type.DURATION, right.type());
    }
    if (!(left.type() instanceof Type.Number)) {
      return wrong(expr.left().span(), Type.NUMBER, left.type());
    }
    if (!fits(left, right, expr.right().span())) {
      return new Term.Faulty(expr.span(), left.type());
    }
    Type type = left instanceof Term.Constant ? right.type() : left.type();
    return new Term.Sum(expr.span(), type, left, expr.minus(), right);
  }

  /** Are the two of one type? A number without a unit, standing in the text, is of any unit. */
  private boolean fits(Term left, Term right, Span place) {
    if (left.type().equals(right.type())) {
      return true;
    }
    if (left.type() instanceof Type.Number(var one)
        && right.type() instanceof Type.Number(var other)) {
      boolean bare =
          (left instanceof Term.Constant && one.isEmpty())
              || (right instanceof Term.Constant && other.isEmpty());
      if (!bare) {
        world.report(Problem.of(Code.UNLIKE_UNITS, place, unit(one), unit(other)));
      }
      return bare;
    }
    if (left.type() instanceof Type.Duration && right.type() instanceof Type.Duration) {
      world.report(
          Problem.of(Code.UNLIKE_UNITS, place, Types.said(left.type()), Types.said(right.type())));
      return false;
    }
    wrong(place, left.type(), right.type());
    return false;
  }

  private static Object unit(Optional<Unit> unit) {
    return unit.<Object>map(u -> "`" + u + "`").orElse(new Problem.Phrase("nothing"));
  }

  private Term wrong(Span span, Type expected, Type found) {
    world.report(Problem.of(Code.WRONG_TYPE, span, Types.said(expected), Types.said(found)));
    return new Term.Faulty(span, expected);
  }

  private Term call(Expr.Call expr) {
    Optional<Scope.Found> found = scope.find(Symbol.Space.VALUES, expr.name(), world.problems);
    if (found.isEmpty()) {
      return unknown(expr.name());
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
    return definitions
        .definition(
            symbol, new Environment(arguments), String.join(", ", key), String.join(", ", said))
        .<Term>map(d -> new Term.Derived(expr.span(), d))
        .orElse(new Term.Faulty(expr.span(), Type.TRUTH));
  }

  private static boolean standsForAny(Environment.Argument argument) {
    return switch (argument) {
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
    return argument instanceof Environment.Argument.Value(Term.Derived(_, var definition))
        ? "#" + definition.slot()
        : said(argument, written);
  }

  private static String said(Environment.Argument argument, Path written) {
    return switch (argument) {
      case Environment.Argument.Value(Term.Stated(_, var fact)) -> fact.name();
      case Environment.Argument.Value(Term.Derived(_, var definition)) -> definition.names().name();
      case Environment.Argument.Value _ -> written.toString();
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
    if (types.record(parameter.type(), home).isPresent()) {
      Optional<Policy.Field> field = field(path);
      if (field.isEmpty() || field.get().fact().isPresent()) {
        unknown(path);
        return null;
      }
      return new Environment.Argument.Group(field.get());
    }
    Optional<Type> type = types.type(parameter.type(), home);
    if (type.isEmpty()) {
      return null;
    }
    Term term = named(path, type.get());
    if (term instanceof Term.Faulty) {
      return null;
    }
    if (!term.type().equals(type.get())) {
      wrong(path.span(), type.get(), term.type());
      return null;
    }
    return new Environment.Argument.Value(term);
  }

  /**
   * What a path names: a member where one is expected, a fact, a definition, a procedure, a
   * question.
   */
  private Term named(Path path, @Nullable Type expected) {
    if (expected instanceof Type.Of(var kind)) {
      Optional<Kind.Member> member = member(kind, path);
      if (member.isPresent()) {
        return new Term.Constant(path.span(), expected, member.get().index());
      }
    }
    Environment.Argument argument = environment.arguments().get(path.names().getFirst().text());
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
    return ofKind(path).orElseGet(() -> faulty(path, expected));
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

  private static Term at(Term term, Span span) {
    return switch (term) {
      case Term.Stated(_, var fact) -> new Term.Stated(span, fact);
      case Term.Constant(_, var type, var value) -> new Term.Constant(span, type, value);
      case Term.Derived(_, var definition) -> new Term.Derived(span, definition);
      default -> term;
    };
  }

  private Term faulty(Path path, @Nullable Type expected) {
    if (expected instanceof Type.Of(var kind) && path.names().size() == 1) {
      world.report(
          Problem.of(Code.UNKNOWN_MEMBER, path.span(), "`" + kind + "`", path)
              .nearest(Nearest.to(path.toString(), kind.words())));
      return new Term.Faulty(path.span(), expected);
    }
    return unknown(path);
  }

  private Term unknown(Path path) {
    List<Policy.Field> among = world.request().map(Policy.Request::fields).orElse(List.of());
    for (Name name : path.names()) {
      Environment.Argument argument = environment.arguments().get(name.text());
      Optional<Policy.Field> next =
          name == path.names().getFirst()
                  && argument instanceof Environment.Argument.Group(var group)
              ? Optional.of(group)
              : Policy.Field.called(among, name.text());
      if (next.isPresent() && !next.get().fields().isEmpty() && name != path.names().getLast()) {
        among = next.get().fields();
        continue;
      }
      Collection<String> words =
          name == path.names().getFirst() ? scope.words(Symbol.Space.VALUES) : words(among);
      boolean atEnd = next.isPresent();
      Problem problem =
          Problem.of(
              Code.UNKNOWN_NAME, atEnd ? path.span() : name.span(), atEnd ? path : name.text());
      world.report(
          problem.nearest(Nearest.to(name.text(), words).filter(w -> !w.equals(name.text()))));
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
  private Optional<Policy.Field> field(Path path) {
    Optional<Policy.Field> at = Optional.empty();
    for (Name name : path.names()) {
      boolean first = name == path.names().getFirst();
      Environment.Argument argument = first ? environment.arguments().get(name.text()) : null;
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
              .nearest(Nearest.to(path.toString(), scope.words(Symbol.Space.RULES))));
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
    long[] values = new long[fact.width()];
    Arrays.fill(values, Row.unknown(fact.type()));
    if (expr instanceof Expr.Unknown) {
      return Optional.of(values);
    }
    if (fact.type() instanceof Type.SetOf(var kind)) {
      if (!(expr instanceof Expr.SetOf(_, var paths))) {
        world.report(
            Problem.of(
                Code.WRONG_TYPE,
                expr.span(),
                new Problem.Phrase("set"),
                new Problem.Phrase("other")));
        return Optional.empty();
      }
      return members(kind, paths).map(members -> mask(fact, members));
    }
    Term term = term(expr, fact.type());
    if (term instanceof Term.Faulty) {
      return Optional.empty();
    }
    if (!(term instanceof Term.Constant constant)) {
      wrong(expr.span(), fact.type(), term.type());
      return Optional.empty();
    }
    boolean anyLength = fact.type().equals(Type.DURATION) && term.type() instanceof Type.Duration;
    if (!anyLength && !fits(new Term.Stated(expr.span(), fact), term, expr.span())) {
      return Optional.empty();
    }
    values[0] = constant.value();
    return Optional.of(values);
  }

  private static long[] mask(Fact fact, List<Kind.Member> members) {
    long[] mask = new long[fact.width()];
    for (Kind.Member member : members) {
      mask[member.index() / Row.BITS] |= 1L << (member.index() % Row.BITS);
    }
    return mask;
  }
}
