package org.hefu.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Policy;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Name;
import org.hefu.syntax.Path;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** What the names and paths in a module's conditions stand for. */
final class Paths {
  private final World world;
  private final Scope scope;
  private final Definitions definitions;
  private final Environment environment;
  private final Variables variables;

  Paths(World world, Scope scope, Definitions definitions, Environment environment) {
    this.world = world;
    this.scope = scope;
    this.definitions = definitions;
    this.environment = environment;
    this.variables = new Variables(world, environment);
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

  Term overdue(Span span, Path path) {
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

  /** The members that the paths name; empty, and reported, if one is none. */
  Optional<List<Kind.Member>> members(Kind kind, List<Path> paths) {
    List<Kind.Member> members = new ArrayList<>(paths.size());
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
    return all ? Optional.of(List.copyOf(members)) : Optional.empty();
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
}
