package org.hefu.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.model.Pattern;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Text;
import org.hefu.text.Span;

/** Names and patterns of data sets, and what is asked of facts with them. */
final class Patterns {
  private final World world;

  Patterns(World world) {
    this.world = world;
  }

  /** The pattern that the text writes; empty, and reported, if it writes none. */
  Optional<Pattern> pattern(Text text) {
    boolean one = text.value().zh().equals(text.value().en());
    Optional<Pattern> pattern = one ? Pattern.of(text.value().zh()) : Optional.empty();
    if (pattern.isEmpty()) {
      world.report(
          Problem.of(
              Code.WRONG_PATTERN, text.span(), one ? text.value().zh() : text.span().text()));
    }
    return pattern;
  }

  /** {@code data.set within "a/*"}, {@code data.lineage has "a/*"}. */
  Term asked(Span span, Term left, Span place, Text text) {
    Optional<Pattern> pattern = pattern(text);
    if (left instanceof Term.Faulty) {
      return new Term.Faulty(span, Type.TRUTH);
    }
    if (!(left.type() instanceof Type.Words) && !(left.type() instanceof Type.SetOfWords)) {
      world.report(
          Problem.of(
              Code.WRONG_TYPE, place, new Problem.Phrase("data-sets"), Types.said(left.type())));
      return new Term.Faulty(span, Type.TRUTH);
    }
    Optional<Fact> fact = stated(left);
    if (fact.isEmpty()) {
      world.report(Problem.of(Code.NOT_A_FACT, place));
    }
    return pattern.isEmpty() || fact.isEmpty()
        ? new Term.Faulty(span, Type.TRUTH)
        : matches(span, fact.get(), pattern.get());
  }

  Term matches(Span span, Fact fact, Pattern pattern) {
    return new Term.Matches(span, world.match(fact, pattern));
  }

  /** Is the fact covered by one of the patterns? */
  Term anyMatches(Span span, Fact fact, List<Pattern> patterns) {
    return new Term.Or(span, patterns.stream().map(p -> matches(span, fact, p)).toList());
  }

  private static Optional<Fact> stated(Term term) {
    return switch (term) {
      case Term.Stated(_, var fact) -> Optional.of(fact);
      case Term.Derived(_, var definition) -> stated(definition.body());
      default -> Optional.empty();
    };
  }

  /** Reports a text that is no name, where the fact names data sets. */
  void name(Fact fact, Text text) {
    boolean namesData =
        world.roles.data().filter(fact::equals).isPresent()
            || world.roles.lineage().filter(fact::equals).isPresent();
    if (namesData) {
      pattern(text);
    }
  }

  /** The value of a set of texts: how many, and the index of each among the policy's words. */
  Optional<long[]> texts(Fact fact, Expr expr) {
    if (!(expr instanceof Expr.SetOf(_, var paths, var texts))) {
      world.report(
          Problem.of(
              Code.WRONG_TYPE,
              expr.span(),
              new Problem.Phrase("set"),
              new Problem.Phrase("other")));
      return Optional.empty();
    }
    paths.forEach(p ->
        world.report(
            Problem.of(
                Code.WRONG_TYPE, p.span(), Types.said(Type.WORDS), new Problem.Phrase("name"))));
    List<Long> values = new ArrayList<>();
    for (Text text : texts) {
      name(fact, text);
      values.add((long) world.word(text.value().zh()));
    }
    values.addFirst((long) texts.size());
    return paths.isEmpty()
        ? Optional.of(values.stream().mapToLong(v -> v).toArray())
        : Optional.empty();
  }
}
