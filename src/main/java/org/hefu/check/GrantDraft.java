package org.hefu.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.hefu.check.GrantLines.Line;
import org.hefu.model.Covering;
import org.hefu.model.Grant;
import org.hefu.model.Kind;
import org.hefu.model.Party;
import org.hefu.model.Pattern;
import org.hefu.model.Term;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Property.Value;
import org.hefu.syntax.Text;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** One grant on its way from what its author wrote to what it means. */
final class GrantDraft {
  private final World world;
  private final Declaration.Grant syntax;
  private final Terms terms;
  private final GrantLines lines;
  private final GrantTerms desugar;

  /** Where it, or the grant that it has this from, says so. */
  private final Map<Line, Span> places = new EnumMap<>(Line.class);

  private boolean isWorked;
  private @Nullable Covering worked;

  /** What its force takes: days, stops, its condition, and the force of the chain above. */
  private List<Term> force = List.of();

  private @Nullable Term inForce;

  GrantDraft(World world, Scope scope, Definitions definitions, Declaration.Grant syntax) {
    this.world = world;
    this.syntax = syntax;
    this.terms = new Terms(world, scope, definitions, Environment.NONE);
    this.lines = new GrantLines(world, terms, syntax);
    this.desugar = new GrantTerms(world);
    for (Line line : Line.values()) {
      lines.place(line).ifPresent(p -> places.put(line, p));
    }
  }

  Span place() {
    return syntax.title().span();
  }

  String title() {
    return syntax.title().value().zh();
  }

  boolean isWorked() {
    return isWorked;
  }

  Optional<Covering> worked() {
    return Optional.ofNullable(worked);
  }

  boolean has(Line line) {
    return lines.has(line);
  }

  Optional<Text> parentTitle() {
    return lines.parent();
  }

  /** Where it, or a grant above it, says so; its title where none does. */
  private Span place(Line line) {
    return places.getOrDefault(line, place());
  }

  /** The grant; empty, and reported, if something is wrong. */
  Optional<Covering> work(
      Optional<GrantDraft> above,
      List<Grant.Stop> stops,
      BiFunction<Party, List<Pattern>, List<Pattern>> authority) {
    isWorked = true;
    Optional<Grant> parent = above.flatMap(GrantDraft::worked).map(Covering::grant);
    above.ifPresent(a -> a.places.forEach(places::putIfAbsent));
    Optional<Party> grantor = lines.party(Line.GRANTOR);
    Optional<Party> grantee = lines.party(Line.GRANTEE);
    Optional<List<Pattern>> data = lines.data();
    Optional<List<Kind.Member>> acts = lines.acts();
    Optional<Value.Dates> period = lines.period();
    OptionalInt depth = lines.depth();
    Optional<Grant.Purposes> purposes = lines.purposes().or(() -> parent.flatMap(Grant::purposes));
    Optional<List<Kind.Member>> territory =
        lines.territory().or(() -> parent.flatMap(Grant::territory));
    Term when = when();
    if (grantor.isEmpty() || grantee.isEmpty() || data.isEmpty() || acts.isEmpty()) {
      return Optional.empty();
    }
    List<Pattern> over =
        lines.has(Line.PARENT) ? List.of() : authority.apply(grantor.get(), data.get());
    if (over.isEmpty() && !lines.has(Line.PARENT)) {
      world.report(Problem.of(Code.NO_AUTHORITY, place(Line.GRANTOR), grantor.get()));
    }
    // What is not written holds without limit; but whoever says nothing of passing on may not.
    int left = parent.map(p -> Math.max(0, p.depth() - 1)).orElse(0);
    Grant grant =
        new Grant(
            syntax.title().value(),
            grantor.get(),
            grantee.get(),
            data.get(),
            acts.get(),
            purposes,
            territory,
            period.map(Value.Dates::from).or(() -> parent.map(Grant::from)).orElse(Long.MIN_VALUE),
            period
                .map(p -> p.to().orElse(Long.MAX_VALUE))
                .or(() -> parent.map(Grant::to))
                .orElse(Long.MAX_VALUE),
            depth.orElse(left),
            parent,
            List.copyOf(stops),
            over,
            when,
            lines.note(),
            place());
    above.ifPresent(a -> new GrantWidth(world, grant, this::place, a::place).check());
    force = desugar.force(grant, place(), above.flatMap(GrantDraft::inForce));
    worked = desugar.covering(grant, this::place, force);
    return Optional.of(worked);
  }

  private Term when() {
    List<Term> parts = syntax.when().stream().map(terms::condition).toList();
    return parts.size() == 1 ? parts.getFirst() : new Term.And(place(), parts);
  }

  /** "The chain down to this grant is in force", worked out once however many rest on it. */
  private Optional<Term> inForce() {
    if (inForce == null && worked != null) {
      inForce = desugar.inForce(worked, force);
    }
    return Optional.ofNullable(inForce);
  }
}
