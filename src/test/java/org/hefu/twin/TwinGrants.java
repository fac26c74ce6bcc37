package org.hefu.twin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hefu.fact.Facts;
import org.hefu.model.Fact;
import org.hefu.model.Grant;
import org.hefu.model.Kind;
import org.hefu.model.Pattern;
import org.hefu.model.Policy;
import org.hefu.model.Term;
import org.hefu.model.Type;

/**
 * Whether some grant covers a flow, from what the grants say and not from what the checker made of
 * it: a chain has the force that all its links have together.
 */
final class TwinGrants {
  private final Policy policy;
  private final Facts facts;
  private final Function<Fact, Optional<Twin.Value>> value;
  private final Function<Term, Kleene> truth;

  TwinGrants(
      Policy policy,
      Facts facts,
      Function<Fact, Optional<Twin.Value>> value,
      Function<Term, Kleene> truth) {
    this.policy = policy;
    this.facts = facts;
    this.value = value;
    this.truth = truth;
  }

  Kleene granted() {
    Kleene granted = Kleene.FALSE;
    for (Grant grant : policy.grants()) {
      granted = granted.or(covers(grant));
    }
    return granted;
  }

  private Kleene covers(Grant grant) {
    Kleene covers =
        text(policy.roles().grantee().orElseThrow())
            .map(t -> Kleene.of(grant.grantee().isCalled(t)))
            .orElse(Kleene.UNKNOWN);
    Optional<Grant> link = Optional.of(grant);
    while (link.isPresent()) {
      covers = covers.and(allows(link.get())).and(Kleene.of(isInForce(link.get())));
      if (link.get().parent().isEmpty()) {
        covers = covers.and(data(link.get().authority()));
      }
      link = link.get().parent();
    }
    return covers;
  }

  private boolean isInForce(Grant grant) {
    LocalDate on = ((Twin.Value.Day) value.apply(policy.request().on()).orElseThrow()).date();
    long day = on.toEpochDay();
    boolean stopped =
        grant.stops().stream()
            .anyMatch(s -> s.from() <= day && (s.to().isEmpty() || day <= s.to().getAsLong()));
    return grant.from() <= day && day <= grant.to() && !stopped;
  }

  /** Does this link alone allow it? */
  private Kleene allows(Grant grant) {
    Kleene allows = data(grant.data());
    allows = allows.and(within(policy.request().act(), grant.acts()));
    if (grant.purposes().isPresent()) {
      allows = allows.and(purposes(grant.purposes().get()));
    }
    if (grant.territory().isPresent()) {
      allows =
          allows.and(within(policy.roles().territory().orElseThrow(), grant.territory().get()));
    }
    return allows.and(truth.apply(grant.when()));
  }

  private Kleene data(List<Pattern> patterns) {
    Optional<String> set = text(policy.roles().data().orElseThrow());
    return set.isEmpty()
        ? patterns.isEmpty() ? Kleene.FALSE : Kleene.UNKNOWN
        : patterns.stream().map(p -> matches(set.get(), p)).reduce(Kleene.FALSE, Kleene::or);
  }

  private Kleene purposes(Grant.Purposes purposes) {
    Fact fact = policy.roles().purpose().orElseThrow();
    if (fact.type() instanceof Type.SetOf(var kind)) {
      return facts.isKnown(fact)
          ? Facts.members(fact, kind, facts.row()).stream()
              .map(m -> within(m, purposes.members()))
              .reduce(Kleene.TRUE, Kleene::and)
          : Kleene.UNKNOWN;
    }
    return fact.type() instanceof Type.Words
        ? text(fact).map(t -> Kleene.of(purposes.texts().contains(t))).orElse(Kleene.UNKNOWN)
        : within(fact, purposes.members());
  }

  private Optional<String> text(Fact fact) {
    return value.apply(fact).map(v -> ((Twin.Value.Words) v).text());
  }

  private Kleene within(Fact fact, List<Kind.Member> members) {
    return value
        .apply(fact)
        .map(v -> within(((Twin.Value.Of) v).member(), members))
        .orElse(Kleene.UNKNOWN);
  }

  private static Kleene within(Kind.Member stated, List<Kind.Member> members) {
    return members.stream().map(m -> within(stated, m)).reduce(Kleene.FALSE, Kleene::or);
  }

  private static Kleene within(Kind.Member stated, Kind.Member member) {
    if (member.index() <= stated.index() && stated.index() <= member.last()) {
      return Kleene.TRUE;
    }
    return stated.index() <= member.index() && member.index() <= stated.last()
        ? Kleene.UNKNOWN
        : Kleene.FALSE;
  }

  /** Step by step along both names; a name that stops short of the pattern says too little. */
  static Kleene matches(String stated, Pattern pattern) {
    List<String> name = steps(stated);
    List<String> wanted = steps(pattern.toString());
    boolean all = stated.equals("*") || stated.endsWith("/*");
    int common = Math.min(name.size(), wanted.size());
    if (!name.subList(0, common).equals(wanted.subList(0, common))) {
      return Kleene.FALSE;
    }
    if (name.size() < wanted.size()) {
      return Kleene.UNKNOWN;
    }
    if (pattern.below()) {
      return Kleene.TRUE;
    }
    return name.size() > wanted.size() ? Kleene.FALSE : all ? Kleene.UNKNOWN : Kleene.TRUE;
  }

  private static List<String> steps(String text) {
    String name =
        text.equals("*") ? "" : text.endsWith("/*") ? text.substring(0, text.length() - 2) : text;
    return name.isEmpty() ? List.of() : List.of(name.split("/", -1));
  }
}
