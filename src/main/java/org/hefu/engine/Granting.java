package org.hefu.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hefu.decide.Finding;
import org.hefu.decide.Granted;
import org.hefu.decide.Granted.Lack;
import org.hefu.decide.Requirement;
import org.hefu.decide.Truth;
import org.hefu.model.Covering;
import org.hefu.model.Covering.Aspect;
import org.hefu.model.Definition;
import org.hefu.model.Grant;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Term;

/** Which grants a decision relies on or, where none covers the flow, which come nearest. */
final class Granting {
  private static final int MOST = 5;

  private final Policy policy;
  private final Probe probe;
  private final Map<Definition, Boolean> speaks = new HashMap<>();
  private final Map<Grant, Covering> coverings = new HashMap<>();

  Granting(Policy policy, Probe probe) {
    this.policy = policy;
    this.probe = probe;
  }

  /** Those that bear on what was found and is required. */
  List<Granted> grants(List<Finding> findings, List<Requirement> requirements) {
    Optional<Definition> granted = policy.granted();
    boolean asked =
        granted.isPresent()
            && (requirements.stream()
                    .flatMap(r -> r.choices().stream())
                    .anyMatch(c -> speaks(c.procedure().met(), granted.get()))
                || findings.stream().map(Finding::rule).anyMatch(r -> speaks(r, granted.get())));
    if (!asked) {
      return List.of();
    }
    policy.coverings().forEach(c -> coverings.put(c.grant(), c));
    int covered = truth(granted.get());
    return Stream.concat(
            policy.coverings().stream()
                .filter(c -> truth(c.covers()) == covered && isTheirs(c))
                .map(this::granted),
            stored(covered))
        .sorted(Comparator.comparingLong(Granting::distance))
        .limit(MOST)
        .toList();
  }

  /** The same of the store. */
  private Stream<Granted> stored(int covered) {
    return policy.stored().stream()
        .flatMap(s -> s.store().near(probe.row(), MOST).stream())
        .filter(near -> near.covers() == covered)
        .map(near ->
            new Granted(
                near.grant(),
                Truth.of(near.covers()),
                near.lacks().stream()
                    .map(l -> new Lack(l.link(), l.aspect(), l.certain()))
                    .toList()));
  }

  /** Is it granted to the flow's party, as far as is known? */
  private boolean isTheirs(Covering covering) {
    return covering.parts().stream()
        .noneMatch(p -> p.aspect() == Aspect.GRANTEE && probe.truth(p.term()) == Row.FALSE);
  }

  private Granted granted(Covering covering) {
    Truth covers = Truth.of(truth(covering.covers()));
    List<Lack> lacks = new ArrayList<>();
    List<Grant> chain = covering.grant().chain().reversed();
    for (Grant link : chain) {
      Covering of = coverings.getOrDefault(link, covering);
      boolean isOwn = link == covering.grant();
      for (Covering.Part part : of.parts()) {
        boolean counts =
            isOwn || part.aspect() == Aspect.CONDITION || part.aspect() == Aspect.AUTHORITY;
        int truth = probe.truth(part.term());
        if (counts && truth != Row.TRUE) {
          lacks.add(new Lack(link, part.aspect(), truth == Row.FALSE));
        }
      }
      days(link, lacks);
    }
    return new Granted(covering.grant(), covers, List.copyOf(lacks));
  }

  private void days(Grant link, List<Lack> lacks) {
    long on = probe.row()[policy.request().on().slot()];
    if (!link.isWithinPeriod(on)) {
      lacks.add(new Lack(link, Aspect.PERIOD, true));
    }
    if (link.stopped(on).isPresent()) {
      lacks.add(new Lack(link, Aspect.STOP, true));
    }
  }

  private static long distance(Granted granted) {
    long certain = granted.lacks().stream().filter(Lack::certain).count();
    return certain * 1000 + granted.lacks().size();
  }

  private int truth(Definition definition) {
    return (int) probe.row()[definition.slot()];
  }

  private boolean speaks(Rule rule, Definition granted) {
    return speaks(rule.when(), granted)
        || speaks(rule.unless(), granted)
        || speaks(rule.act(), granted)
        || speaks(rule.instrument().applies(), granted);
  }

  private boolean speaks(Definition definition, Definition granted) {
    if (definition.equals(granted)) {
      return true;
    }
    Boolean known = speaks.get(definition);
    if (known == null) {
      known = speaks(definition.body(), granted);
      speaks.put(definition, known);
    }
    return known;
  }

  private boolean speaks(Term term, Definition granted) {
    return term instanceof Term.Derived(_, var definition)
        ? speaks(definition, granted)
        : term.parts().stream().anyMatch(p -> speaks(p, granted));
  }
}
