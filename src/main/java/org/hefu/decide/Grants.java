package org.hefu.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hefu.decide.Granted.Lack;
import org.hefu.decide.Page.Style;
import org.hefu.model.Grant;
import org.hefu.model.Kind;
import org.hefu.model.Pattern;

/** The grants that an answer relies on, and in what others fall short. */
final class Grants {
  private Grants() {}

  static void write(Decision decision, Page page) {
    if (decision.grants().isEmpty()) {
      return;
    }
    boolean relied = decision.grants().stream().allMatch(g -> g.covers() == Truth.TRUE);
    page.heading(relied ? "grants" : "grants-short");
    for (Granted granted : decision.grants()) {
      Grant grant = granted.grant();
      Truth covers = granted.covers();
      page.item(2, Condition.mark(covers), Condition.style(covers), Style.PLAIN, said(grant, page));
      for (Grant link : grant.chain().reversed().subList(1, grant.chain().size())) {
        page.text(4, Style.FAINT, page.say("grant.above", said(link, page)));
      }
      // Where it surely falls short, what it may lack besides is of no use.
      granted.lacks().stream()
          .filter(l -> l.certain() || covers != Truth.FALSE)
          .forEach(l -> page.text(4, lack(l, granted, decision, page)));
    }
  }

  /** {@code title · grantor → grantee · 2025-05-01 to 2028-04-30 · may be passed on once}. */
  private static String said(Grant grant, Page page) {
    List<String> said = new ArrayList<>();
    said.add(page.say("grant.title", grant.title()));
    said.add(
        page.say(
            "grant.parties",
            grant.grantor().name().in(page.language()),
            grant.grantee().name().in(page.language())));
    period(grant, page, said);
    if (grant.depth() > 0) {
      said.add(page.say("grant.depth", grant.depth()));
    }
    return String.join(page.say("dot"), said);
  }

  private static void period(Grant grant, Page page, List<String> said) {
    boolean begins = grant.from() != Long.MIN_VALUE;
    boolean ends = grant.to() != Long.MAX_VALUE;
    if (begins && ends) {
      said.add(page.say("grant.period", day(grant.from()), day(grant.to())));
    } else if (begins) {
      said.add(page.say("grant.from", day(grant.from())));
    } else if (ends) {
      said.add(page.say("grant.to", day(grant.to())));
    }
  }

  /** In what it falls short, and which grant of the chain does where it is another. */
  static String lack(Lack lack, Granted granted, Decision decision, Page page) {
    String said = lack(lack, decision, page);
    String whole = lack.certain() ? said : page.say("lack.perhaps", said);
    return lack.link().equals(granted.grant())
        ? whole
        : whole + page.say("lack.above", page.say("grant.title", lack.link().title()));
  }

  private static String lack(Lack lack, Decision decision, Page page) {
    Grant link = lack.link();
    long on = decision.on().toEpochDay();
    return switch (lack.aspect()) {
      case GRANTEE -> page.say("lack.grantee", link.grantee().name().in(page.language()));
      case DATA ->
          page.say("lack.data", joined(link.data().stream().map(Pattern::toString).toList(), page));
      case ACT -> page.say("lack.act", members(link.acts(), page));
      case PURPOSE -> page.say("lack.purpose", purposes(link, page));
      case TERRITORY ->
          page.say("lack.territory", members(link.territory().orElse(List.of()), page));
      case CONDITION -> page.say("lack.condition", Condition.folded(link.when()));
      case AUTHORITY -> page.say("lack.authority", link.grantor().name().in(page.language()));
      case PERIOD ->
          on < link.from()
              ? page.say("lack.not-yet", day(link.from()))
              : page.say("lack.expired", day(link.to()));
      case STOP -> link.stopped(on).map(s -> stop(s, page)).orElse("");
    };
  }

  private static String stop(Grant.Stop stop, Page page) {
    if (stop.forGood()) {
      return page.say("lack.revoked", day(stop.from()));
    }
    return stop.to().isEmpty()
        ? page.say("lack.suspended", day(stop.from()))
        : page.say("lack.suspended-until", day(stop.from()), day(stop.to().getAsLong()));
  }

  private static String purposes(Grant grant, Page page) {
    List<String> said = new ArrayList<>();
    grant
        .purposes()
        .ifPresent(p -> {
          p.members().forEach(m -> said.add(m.names().in(page.language())));
          said.addAll(p.texts());
        });
    return joined(said, page);
  }

  private static String members(List<Kind.Member> members, Page page) {
    return joined(members.stream().map(m -> m.names().in(page.language())).toList(), page);
  }

  private static String joined(List<String> said, Page page) {
    return String.join(page.say("comma"), said);
  }

  private static LocalDate day(long day) {
    return LocalDate.ofEpochDay(day);
  }
}
