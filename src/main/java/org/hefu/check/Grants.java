package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.hefu.check.RoleLines.Role;
import org.hefu.model.Authority;
import org.hefu.model.Covering;
import org.hefu.model.Definition;
import org.hefu.model.Grant;
import org.hefu.model.GrantStore;
import org.hefu.model.Names;
import org.hefu.model.Party;
import org.hefu.model.Pattern;
import org.hefu.model.Stored;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Path;
import org.hefu.syntax.Text;
import org.hefu.text.Bilingual;
import org.hefu.text.Nearest;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Pass: authorities, grants, what ends them, and the built-in {@code grant}: does some grant cover
 * the flow? Titles are known in all modules.
 */
final class Grants {
  private static final Names NAMES =
      new Names(
          "grant", List.of("授权"), new Bilingual("涵盖本次行为的有效授权", "a valid grant that covers this"));

  /** So many conditions in one, so that none grows too large to compile. */
  private static final int TOGETHER = 32;

  private final World world;
  private final Definitions definitions;
  private final Map<String, GrantDraft> drafts = new LinkedHashMap<>();
  private final Map<String, List<Authority>> authorities = new HashMap<>();
  private final Map<GrantDraft, List<Grant.Stop>> stops = new HashMap<>();
  private Symbol.@Nullable OfGrant symbol;

  Grants(World world, Definitions definitions) {
    this.world = world;
    this.definitions = definitions;
  }

  void run() {
    List<Span> grants = new ArrayList<>();
    for (Scope scope : world.scopes.values()) {
      for (Declaration declaration : scope.module.declarations()) {
        if (declaration instanceof Declaration.Grant
            || declaration instanceof Declaration.Authority
            || declaration instanceof Declaration.Stop) {
          grants.add(declaration.span());
        }
      }
    }
    if (!grants.isEmpty() && world.request != null) {
      granted(grants.getFirst());
    }
  }

  /** The built-in, where the path names it. */
  Optional<Term> named(Path path) {
    return path.names().size() == 1 && NAMES.isCalled(path.toString()) && world.request != null
        ? Optional.of(
            granted(path.span())
                .<Term>map(d -> new Term.Derived(path.span(), d))
                .orElse(new Term.Faulty(path.span(), Type.TRUTH)))
        : Optional.empty();
  }

  private Optional<Definition> granted(Span place) {
    if (world.granted != null) {
      return Optional.of(world.granted);
    }
    if (symbol == null) {
      symbol = new Symbol.OfGrant(place);
    }
    if (!definitions.enter(symbol, NAMES.name(), place)) {
      return Optional.empty();
    }
    roles(place);
    collect();
    List<Term> covering = new ArrayList<>();
    for (GrantDraft draft : new LinkedHashSet<>(drafts.values())) {
      grant(draft, new LinkedHashSet<>())
          .ifPresent(g -> covering.add(new Term.Derived(draft.place(), g.covers())));
    }
    definitions.leave(symbol);
    stored(place).ifPresent(covering::add);
    world.granted = definition(NAMES, anyOf(covering, place), place);
    return Optional.of(world.granted);
  }

  private void roles(Span place) {
    if (world.roles.grantee().isEmpty()) {
      world.report(Problem.of(Code.NO_ROLE, place, Role.GRANTEE.word()));
    }
    if (world.roles.data().isEmpty()) {
      world.report(Problem.of(Code.NO_ROLE, place, Role.DATA.word()));
    }
  }

  /** Whether a store that is given later has one. */
  private Optional<Term> stored(Span place) {
    if (world.roles.grantee().isEmpty() || world.roles.data().isEmpty() || world.request == null) {
      return Optional.empty();
    }
    int slots = world.slots(4);
    world.stored =
        new Stored(
            slots,
            slots + 1,
            slots + 2,
            slots + 3,
            world.roles.grantee().get(),
            world.roles.data().get(),
            world.request.act(),
            world.request.on(),
            world.roles.purpose(),
            world.roles.territory(),
            authorities.values().stream().flatMap(List::stream).distinct().toList(),
            GrantStore.EMPTY);
    return Optional.of(new Term.InStore(place, world.stored));
  }

  private Definition definition(Names names, Term body, Span place) {
    return world.define(names, new Cut(world).term(body), place);
  }

  private Term anyOf(List<Term> terms, Span place) {
    List<Term> parts = terms;
    while (parts.size() > TOGETHER) {
      List<Term> fewer = new ArrayList<>();
      for (int from = 0; from < parts.size(); from += TOGETHER) {
        List<Term> some = parts.subList(from, Math.min(parts.size(), from + TOGETHER));
        Definition one = definition(NAMES, new Term.Or(place, List.copyOf(some)), place);
        fewer.add(new Term.Derived(place, one));
      }
      parts = fewer;
    }
    return parts.isEmpty() ? Term.truth(place, false) : new Term.Or(place, parts);
  }

  private void collect() {
    for (Scope scope : world.scopes.values()) {
      for (Declaration declaration : scope.module.declarations()) {
        switch (declaration) {
          case Declaration.Grant it -> draft(scope, it);
          case Declaration.Authority it -> authority(it);
          default -> {}
        }
      }
    }
    for (Scope scope : world.scopes.values()) {
      for (Declaration declaration : scope.module.declarations()) {
        if (declaration instanceof Declaration.Stop it) {
          stop(it);
        }
      }
    }
  }

  private void draft(Scope scope, Declaration.Grant syntax) {
    GrantDraft draft = new GrantDraft(world, scope, definitions, syntax);
    Bilingual titles = syntax.title().value();
    world.uses.note(draft.place(), draft.place());
    for (String title : new LinkedHashSet<>(List.of(titles.zh(), titles.en()))) {
      GrantDraft first = drafts.putIfAbsent(title, draft);
      if (first != null) {
        world.report(
            Problem.of(Code.GRANT_TWICE, draft.place(), title)
                .related(first.place(), "first-here"));
      }
    }
  }

  private void authority(Declaration.Authority syntax) {
    Party party =
        syntax
            .party()
            .text()
            .map(t -> new Party(t.value()))
            .orElseGet(() -> GrantLines.party(syntax.party().path().orElseThrow()));
    new Patterns(world)
        .pattern(syntax.over())
        .ifPresent(over -> {
          for (String name : new LinkedHashSet<>(List.of(party.name().zh(), party.name().en()))) {
            authorities
                .computeIfAbsent(name, _ -> new ArrayList<>())
                .add(new Authority(party, over));
          }
        });
  }

  /** Over what of these data the party has original authority. */
  private List<Pattern> authority(Party party, List<Pattern> data) {
    Set<Authority> found = new LinkedHashSet<>();
    found.addAll(authorities.getOrDefault(party.name().zh(), List.of()));
    found.addAll(authorities.getOrDefault(party.name().en(), List.of()));
    return found.stream()
        .map(Authority::over)
        .filter(over -> data.stream().anyMatch(over::meets))
        .distinct()
        .toList();
  }

  private void stop(Declaration.Stop syntax) {
    Optional<GrantDraft> draft = titled(syntax.grant());
    boolean backwards = syntax.to().isPresent() && syntax.to().getAsLong() < syntax.from();
    if (syntax.forGood() && syntax.to().isPresent()) {
      world.report(Problem.of(Code.WRONG_STOP, syntax.span(), new Problem.Phrase("revoked-until")));
    } else if (backwards) {
      world.report(
          Problem.of(Code.WRONG_STOP, syntax.span(), new Problem.Phrase("ends-before-it-begins")));
    }
    OptionalLong to = syntax.to();
    draft.ifPresent(d ->
        stops
            .computeIfAbsent(d, _ -> new ArrayList<>())
            .add(new Grant.Stop(syntax.forGood(), syntax.from(), to)));
  }

  /** The grant of that title; empty, and reported, if there is none. */
  private Optional<GrantDraft> titled(Text title) {
    GrantDraft draft = drafts.get(title.value().zh());
    if (draft == null) {
      draft = drafts.get(title.value().en());
    }
    if (draft == null) {
      world.report(
          Problem.of(Code.UNKNOWN_GRANT, title.span(), title.value().zh())
              .nearest(Nearest.to(title.value().zh(), drafts.keySet())));
    }
    if (draft != null) {
      world.uses.note(title.span(), draft.place());
    }
    return Optional.ofNullable(draft);
  }

  /** The grant, worked out after its parent; empty if something is wrong with either. */
  private Optional<Covering> grant(GrantDraft draft, LinkedHashSet<GrantDraft> open) {
    if (draft.isWorked()) {
      return draft.worked();
    }
    if (!open.add(draft)) {
      List<String> titles = new ArrayList<>(open.stream().map(GrantDraft::title).toList());
      titles = titles.subList(titles.indexOf(draft.title()), titles.size());
      world.report(
          Problem.of(
              Code.CYCLIC_GRANT,
              draft.place(),
              String.join(" → ", titles) + " → " + draft.title()));
      return Optional.empty();
    }
    Optional<GrantDraft> above = draft.parentTitle().flatMap(this::titled);
    above.ifPresent(a -> grant(a, open));
    open.remove(draft);
    Optional<Covering> covering =
        draft.work(
            above.filter(a -> a.worked().isPresent()),
            stops.getOrDefault(draft, List.of()),
            this::authority);
    covering.ifPresent(world.coverings::add);
    return covering;
  }
}
