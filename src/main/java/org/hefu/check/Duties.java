package org.hefu.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hefu.model.Definition;
import org.hefu.model.Effect;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Procedure;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Clause;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Expr;
import org.hefu.syntax.Path;
import org.hefu.syntax.Text;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/** Duties: from when they run, until when, and when they are overdue. */
final class Duties {
  private final World world;
  private final Scope scope;
  private final Definitions definitions;

  Duties(World world, Scope scope, Definitions definitions) {
    this.world = world;
    this.scope = scope;
    this.definitions = definitions;
  }

  /** The duty of the clause; empty, and reported, if something in it has problems. */
  Optional<Effect> of(Clause.Oblige clause, Terms terms) {
    Optional<Procedure> done = clause.procedure().flatMap(p -> definitions.required(p, scope));
    Bilingual duty =
        done.map(p -> p.names().label())
            .orElse(clause.text().map(Text::value).orElse(Bilingual.NONE));
    Optional<Term> within = within(clause, terms);
    OptionalLong time =
        within.orElse(null) instanceof Term.Constant(_, _, var coded)
            ? OptionalLong.of(coded)
            : OptionalLong.empty();
    Optional<Term> event = event(clause, terms);
    if (event.isPresent()) {
      Term due = within.<Term>map(w -> moved(clause.span(), event.get(), w)).orElse(event.get());
      return Optional.of(new Effect.Oblige(duty, time, List.of(), Optional.of(due), done));
    }
    Optional<List<Kind.Member>> acts =
        world.request != null && world.request.act().type() instanceof Type.Of(var kind)
            ? terms.paths().members(kind, clause.acts())
            : Optional.empty();
    Optional<Term> due =
        within.flatMap(w -> on(clause.span()).map(day -> moved(clause.span(), day, w)));
    return acts.map(a -> new Effect.Oblige(duty, time, a, due, done));
  }

  /** Does the duty start from a dated event? */
  boolean isDated(Clause.Oblige clause, Terms terms) {
    return event(clause, terms).isPresent();
  }

  /** A duty that starts from an event runs from the day on which it has happened. */
  Optional<Term> begun(Clause.Oblige clause, Terms terms) {
    return event(clause, terms)
        .flatMap(e -> on(e.span()).map(day -> new Term.Less(e.span(), e, day, true)));
  }

  /** The day decided for. */
  private Optional<Term> on(Span span) {
    return world.request().map(r -> new Term.Stated(span, r.on()));
  }

  /** The dated event that the duty starts from; empty where it starts from acts. */
  private Optional<Term> event(Clause.Oblige clause, Terms terms) {
    if (world.request == null || clause.acts().size() != 1) {
      return Optional.empty();
    }
    Path path = clause.acts().getFirst();
    boolean isAct =
        world.request.act().type() instanceof Type.Of(var kind)
            && kind.member(path.toString()).isPresent();
    if (isAct || scope.find(Symbol.Space.VALUES, path, world.problems).isEmpty()) {
      return Optional.empty();
    }
    Term term = terms.term(new Expr.Fact(path.span(), path));
    if (!(term instanceof Term.Faulty) && !(term.type() instanceof Type.Date)) {
      world.report(
          Problem.of(
              Code.WRONG_TYPE,
              path.span(),
              new Problem.Phrase("act-or-date"),
              Types.said(term.type())));
    }
    return Optional.of(term);
  }

  private Term moved(Span span, Term from, Term by) {
    return new Term.Moved(span, from, false, by, Optional.ofNullable(world.calendar));
  }

  private Optional<Term> within(Clause.Oblige clause, Terms terms) {
    if (clause.within().isEmpty()) {
      return Optional.empty();
    }
    Term time = terms.term(clause.within().get());
    if (time instanceof Term.Constant(_, Type.Duration _, _)) {
      return Optional.of(time);
    }
    if (!(time instanceof Term.Faulty)) {
      world.report(
          Problem.of(
              Code.WRONG_TYPE,
              time.span(),
              new Problem.Phrase("duration"),
              Types.said(time.type())));
    }
    return Optional.empty();
  }

  /**
   * Whether the duty of a rule is overdue: the rule applies, the last day is past and it is not
   * fulfilled.
   */
  Term overdue(Path named, Declaration.Rule rule, Terms terms) {
    Clause.Oblige clause =
        rule.clauses().stream()
            .filter(Clause.Oblige.class::isInstance)
            .map(Clause.Oblige.class::cast)
            .findFirst()
            .orElse(null);
    Optional<Effect> duty = clause == null ? Optional.empty() : of(clause, terms);
    if (world.request == null
        || !(duty.orElse(null) instanceof Effect.Oblige(_, _, var acts, var due, var done))
        || !acts.isEmpty()
        || due.isEmpty()
        || done.isEmpty()) {
      world.report(Problem.of(Code.NO_DEADLINE, named.span(), named));
      return new Term.Faulty(named.span(), Type.TRUTH);
    }
    Span span = named.span();
    List<Term> parts = new ArrayList<>();
    List<Term> texts = new ArrayList<>();
    for (Instrument text : scope.texts) {
      texts.add(new Term.InForce(span, text));
    }
    parts.add(new Term.Or(span, texts));
    for (Clause each : rule.clauses()) {
      switch (each) {
        case Clause.When(_, var condition) -> parts.add(terms.condition(condition));
        case Clause.Unless(_, var condition) ->
            parts.add(new Term.Not(condition.span(), terms.condition(condition)));
        default -> {}
      }
    }
    parts.add(new Term.Less(span, due.get(), new Term.Stated(span, world.request.on()), false));
    Definition met = done.get().met();
    parts.add(new Term.Not(span, new Term.Derived(span, met)));
    return new Term.And(span, parts);
  }
}
