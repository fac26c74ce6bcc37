package org.hefu.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hefu.check.Environment.Argument;
import org.hefu.model.Kind;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.syntax.Name;
import org.hefu.syntax.Path;
import org.hefu.text.Nearest;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** What the variables of quantifiers stand for: a row's columns, a member of a set. */
final class Variables {
  private final World world;
  private final Environment environment;

  Variables(World world, Environment environment) {
    this.world = world;
    this.environment = environment;
  }

  /** Does the path begin with a variable? */
  boolean isOne(Path path) {
    return environment.variables().containsKey(path.names().getFirst().text());
  }

  private @Nullable Argument argument(Path path) {
    Name first = path.names().getFirst();
    Span bound = environment.variables().get(first.text());
    if (bound != null) {
      world.uses.note(first.span(), bound);
    }
    return environment.arguments().get(path.names().getFirst().text());
  }

  /** What the path, which begins with a variable, comes to. */
  Term term(Path path) {
    Term faulty = new Term.Faulty(path.span(), Type.TRUTH);
    List<Name> names = path.names();
    switch (argument(path)) {
      case Argument.Row(var list, var row) -> {
        if (names.size() != 2) {
          world.report(
              Problem.of(
                  Code.WRONG_TYPE, path.span(), new Phrase("a-rows-value"), new Phrase("a-row")));
          return faulty;
        }
        Name column = names.getLast();
        Optional<Integer> number = list.column(column.text());
        if (number.isEmpty()) {
          world.report(
              Problem.of(Code.UNKNOWN_NAME, column.span(), column.text())
                  .nearest(Nearest.to(column.text(), list.words())));
          return faulty;
        }
        list.record().fields().stream()
            .map(f -> f.called())
            .filter(c -> World.names(c).isCalled(column.text()))
            .findFirst()
            .ifPresent(c -> world.uses.note(column.span(), c.name().span()));
        return list.value(row, number.get(), path.span(), world);
      }
      case Argument.Value(var term) when names.size() == 1 -> {
        return Paths.at(term, path.span());
      }
      case null, default -> {}
    }
    Name at = names.getLast();
    world.report(Problem.of(Code.UNKNOWN_NAME, at.span(), at.text()));
    return faulty;
  }

  /** The row that a variable stands for, where it is of the record; reported otherwise. */
  @Nullable Argument row(Path path, Symbol.OfRecord record) {
    Argument argument = argument(path);
    boolean fits =
        path.names().size() == 1
            && argument instanceof Argument.Row(var list, _)
            && list.record() == record.syntax();
    if (fits) {
      return argument;
    }
    world.report(
        Problem.of(
            Code.WRONG_TYPE,
            path.span(),
            "`" + record.syntax().called().name().text() + "`",
            argument instanceof Argument.Row ? new Phrase("a-row") : new Phrase("other")));
    return null;
  }

  /** The member that a variable stands for; any, where the variable stands for any. */
  Optional<Kind.Member> member(Kind kind, Path path) {
    return switch (term(path)) {
      case Term.Constant(_, Type.Of(var its), var index) when its == kind ->
          Optional.of(kind.member((int) index));
      case Term.Stated(_, var any) when any.type().equals(new Type.Of(kind)) ->
          kind.members().stream().findFirst();
      default -> Optional.empty();
    };
  }

  /**
   * What the known ones of the members come to, and unknown for each that a row leaves empty.
   *
   * @param known of members that paths name; empty where one names none
   */
  Term members(List<Path> paths, Span span, Function<List<Path>, Optional<Term>> known) {
    if (environment.variables().isEmpty()) {
      return known.apply(paths).orElseGet(() -> new Term.Faulty(span, Type.TRUTH));
    }
    List<Path> there = new ArrayList<>();
    List<Term> parts = new ArrayList<>();
    for (Path path : paths) {
      if (isOne(path)
          && argument(path) instanceof Argument.Row(var list, var row)
          && row != Argument.Row.ANY
          && Fold.isVacant(term(path))) {
        parts.add(new Term.Open(span, list.empty()));
      } else {
        there.add(path);
      }
    }
    Term rest = known.apply(there).orElse(new Term.Faulty(span, Type.TRUTH));
    if (parts.isEmpty()) {
      return rest;
    }
    parts.add(rest);
    return new Term.Or(span, parts);
  }
}
