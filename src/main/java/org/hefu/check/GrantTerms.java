package org.hefu.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hefu.check.GrantLines.Line;
import org.hefu.model.Covering;
import org.hefu.model.Covering.Aspect;
import org.hefu.model.Covering.Part;
import org.hefu.model.Definition;
import org.hefu.model.Fact;
import org.hefu.model.Grant;
import org.hefu.model.Kind;
import org.hefu.model.Names;
import org.hefu.model.Party;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/** Makes conditions of what grants say, so that nothing below the checker has to know of them. */
final class GrantTerms {
  private final World world;

  GrantTerms(World world) {
    this.world = world;
  }

  /** What it takes for the grant to cover a flow. */
  Covering covering(Grant grant, Function<Line, Span> places, List<Term> force) {
    List<Part> parts = new ArrayList<>();
    world
        .roles
        .grantee()
        .ifPresent(f ->
            parts.add(
                new Part(
                    Aspect.GRANTEE, isCalled(places.apply(Line.GRANTEE), f, grant.grantee()))));
    Patterns patterns = new Patterns(world);
    world
        .roles
        .data()
        .ifPresent(f ->
            parts.add(
                new Part(
                    Aspect.DATA, patterns.anyMatches(places.apply(Line.DATA), f, grant.data()))));
    Fact act = request().act();
    parts.add(new Part(Aspect.ACT, within(places.apply(Line.ACTS), act, grant.acts())));
    grant
        .purposes()
        .ifPresent(p ->
            parts.add(
                new Part(
                    Aspect.PURPOSE,
                    purposes(places.apply(Line.PURPOSES), world.roles.purpose(), p))));
    grant
        .territory()
        .ifPresent(t ->
            parts.add(
                new Part(
                    Aspect.TERRITORY,
                    within(
                        places.apply(Line.TERRITORY), world.roles.territory().orElseThrow(), t))));
    if (grant.parent().isEmpty()) {
      authority(grant).ifPresent(a -> parts.add(new Part(Aspect.AUTHORITY, a)));
    }
    if (!isTrue(grant.when())) {
      parts.add(new Part(Aspect.CONDITION, grant.when()));
    }
    List<Term> all = new ArrayList<>(parts.stream().map(Part::term).toList());
    all.addAll(force);
    Definition covers =
        definition(
            grant.title(),
            new Bilingual("授权“%s”涵盖本次行为", "the grant “%s” covers this"),
            new Term.And(grant.declared(), all),
            grant.declared());
    return new Covering(grant, List.copyOf(parts), covers);
  }

  /** What the grant's force takes on a day, and that of the chain above. */
  List<Term> force(Grant grant, Span place, Optional<Term> above) {
    List<Term> force = new ArrayList<>();
    Term on = new Term.Stated(place, request().on());
    if (grant.from() != Long.MIN_VALUE) {
      force.add(new Term.Less(place, day(place, grant.from()), on, true));
    }
    if (grant.to() != Long.MAX_VALUE) {
      force.add(new Term.Less(place, on, day(place, grant.to()), true));
    }
    for (Grant.Stop stop : grant.stops()) {
      Term before = new Term.Less(place, on, day(place, stop.from()), false);
      force.add(
          stop.to().isEmpty()
              ? before
              : new Term.Or(
                  place,
                  List.of(
                      before, new Term.Less(place, day(place, stop.to().getAsLong()), on, false))));
    }
    above.ifPresent(force::add);
    return force;
  }

  /** What else the chain below needs of this grant, as one condition. */
  Term inForce(Covering covering, List<Term> force) {
    Grant grant = covering.grant();
    List<Term> all = new ArrayList<>(force);
    covering.parts().stream()
        .filter(p -> p.aspect() == Aspect.CONDITION || p.aspect() == Aspect.AUTHORITY)
        .forEach(p -> all.add(p.term()));
    Span place = grant.declared();
    return new Term.Derived(
        place,
        definition(
            grant.title(),
            new Bilingual("授权“%s”有效", "the grant “%s” is in force"),
            new Term.And(place, all),
            place));
  }

  private Policy.Request request() {
    return world.request().orElseThrow();
  }

  private Definition definition(Bilingual title, Bilingual label, Term body, Span place) {
    Bilingual said =
        new Bilingual(label.zh().formatted(title.zh()), label.en().formatted(title.en()));
    return world.define(new Names(title.zh(), List.of(), said), new Cut(world).term(body), place);
  }

  private Term isCalled(Span place, Fact fact, Party party) {
    Term stated = new Term.Stated(place, fact);
    Bilingual name = party.name();
    Term zh = new Term.Same(place, stated, words(place, name.zh()));
    return name.zh().equals(name.en())
        ? zh
        : new Term.Or(place, List.of(zh, new Term.Same(place, stated, words(place, name.en()))));
  }

  private Term words(Span place, String text) {
    return new Term.Constant(place, Type.WORDS, world.word(text));
  }

  private static Term day(Span place, long day) {
    return new Term.Constant(place, Type.DATE, day);
  }

  private static Term within(Span place, Fact fact, List<Kind.Member> members) {
    Kind kind = ((Type.Of) fact.type()).kind();
    return new Term.Within(place, new Term.Stated(place, fact), kind, members);
  }

  private Term purposes(Span place, Optional<Fact> role, Grant.Purposes purposes) {
    Fact fact = role.orElseThrow();
    return switch (fact.type()) {
      case Type.Of _ -> within(place, fact, purposes.members());
      case Type.SetOf(var kind) -> onlyWithin(place, fact, kind, purposes.members());
      default -> {
        Term stated = new Term.Stated(place, fact);
        yield new Term.Or(
            place,
            purposes.texts().stream()
                .<Term>map(t -> new Term.Same(place, stated, words(place, t)))
                .toList());
      }
    };
  }

  /** Lies every member of the set within one of these? Unknown for one that lies above. */
  private static Term onlyWithin(Span place, Fact set, Kind kind, List<Kind.Member> within) {
    List<Term> outside = new ArrayList<>();
    // Even where no member lies outside, a set that is unknown leaves it open.
    Term any = new Term.Has(place, set, kind, alone(kind.member(0)));
    outside.add(new Term.And(place, List.of(any, new Term.Not(place, any))));
    for (Kind.Member each : kind.members()) {
      if (within.stream().anyMatch(w -> w.holds(each))) {
        continue;
      }
      Term has = new Term.Has(place, set, kind, alone(each));
      boolean tooBroad = within.stream().anyMatch(each::holds);
      outside.add(
          tooBroad
              ? new Term.And(place, List.of(has, new Term.Constant(place, Type.TRUTH, Row.MAYBE)))
              : has);
    }
    return new Term.Not(place, new Term.Or(place, outside));
  }

  /** The member without those below it. */
  private static Kind.Member alone(Kind.Member member) {
    return new Kind.Member(member.names(), member.index(), member.index(), member.parent());
  }

  /** Has the grantor original authority over the flow's data? Empty where it surely has. */
  private Optional<Term> authority(Grant grant) {
    boolean surely =
        grant.data().stream()
            .allMatch(data -> grant.authority().stream().anyMatch(a -> a.covers(data)));
    return surely
        ? Optional.empty()
        : world
            .roles
            .data()
            .map(f -> new Patterns(world).anyMatches(grant.declared(), f, grant.authority()));
  }

  private static boolean isTrue(Term term) {
    return term instanceof Term.And(_, var parts) && parts.isEmpty();
  }
}
