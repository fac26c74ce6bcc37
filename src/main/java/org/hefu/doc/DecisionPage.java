package org.hefu.doc;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hefu.model.Effect;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Outcome;
import org.hefu.model.Procedure;
import org.hefu.model.Rule;
import org.hefu.model.Type;
import org.hefu.text.Bilingual;

/**
 * How a flow is decided, as a tree: the bans, then what must be done first and what frees from it.
 */
final class DecisionPage {
  /** So many rules are told one by one; more are folded by their texts. */
  private static final int SHOWN = 12;

  private final Book book;
  private final Html page;
  private final Kind.Member act;

  private DecisionPage(Book book, Html page, Kind.Member act) {
    this.book = book;
    this.page = page;
    this.act = act;
  }

  /** Of exports, where the policy knows them, or else of any act. */
  static String of(Book book) {
    Optional<Kind.Member> act =
        book.policy().request().act().type() instanceof Type.Of(var kind)
            ? kind.member("export").or(() -> kind.members().stream().findFirst())
            : Optional.empty();
    Bilingual title =
        act.map(a -> Words.say("decision-of", a.names().label())).orElse(Words.say("decision"));
    Html page = Frame.open(title);
    act.ifPresent(a -> new DecisionPage(book, page, a).steps());
    return Frame.close(page);
  }

  private void steps() {
    page.element("p", Words.say("decision-lead"), "class", "lead").open("div", "class", "tree");
    step("step.ban", Outcome.PROHIBITED, () -> rules(of(Effect.Forbid.class)));
    step("step.require", Outcome.CONDITIONAL, this::requirements);
    step("step.governed", Outcome.UNREGULATED, () -> {});
    page.open("div", "class", "step last");
    outcome(Outcome.PERMITTED);
    page.element("p", Words.say("step.duties"));
    rules(of(Effect.Oblige.class));
    page.close().close();
    page.element("p", Words.say("step.unknown"), "class", "lead");
  }

  private void step(String question, Outcome outcome, Runnable content) {
    page.open("div", "class", "step").open("div", "class", "ask");
    page.element("h2", Words.say(question));
    content.run();
    page.close().open("div", "class", "then");
    page.element("span", Words.say("yes-then"), "class", "arrow");
    outcome(outcome);
    page.close().element("div", Words.say("else-then"), "class", "else").close().line();
  }

  private void outcome(Outcome outcome) {
    page.element("span", outcome.label(), "class", "outcome " + outcome.word());
  }

  private List<Rule> of(Class<? extends Effect> effect) {
    return book.policy().rules().stream()
        .filter(r -> effect.isInstance(r.effect()) && !r.instrument().isDraft() && speaks(r))
        .sorted(Comparator.comparing(r -> r.instrument().rank()))
        .toList();
  }

  private boolean speaks(Rule rule) {
    return rule.effect().spokenOf().stream().anyMatch(a -> a.holds(act) || act.holds(a));
  }

  private void rules(List<Rule> rules) {
    Map<Instrument, Set<Rule>> by = new LinkedHashMap<>();
    Set<String> told = new LinkedHashSet<>();
    for (Rule rule : rules) {
      if (told.add(Book.key(rule))) {
        by.computeIfAbsent(rule.instrument(), _ -> new LinkedHashSet<>()).add(rule);
      }
    }
    boolean isMany = by.values().stream().mapToInt(Set::size).sum() > SHOWN;
    page.open("ul", "class", "rules");
    by.forEach((instrument, each) -> {
      page.open("li");
      if (isMany) {
        page.open("details").open("summary");
      }
      page.element("span", place(instrument), "class", "cite");
      if (isMany) {
        page.text(" · " + each.size()).close();
      }
      page.open("ul");
      each.forEach(this::rule);
      page.close();
      if (isMany) {
        page.close();
      }
      page.close();
    });
    page.close();
  }

  /** A text of one place only is told with it. */
  private static Bilingual place(Instrument instrument) {
    Bilingual title = Places.title(instrument);
    return instrument
        .territory()
        .filter(t -> t.place().parent() >= 0)
        .map(t -> Words.say("title-in", title, t.place().names().label()))
        .orElse(title);
  }

  private void rule(Rule rule) {
    page.open("li").link(Places.rule(rule), rule.names().label()).text(" ");
    page.element("span", Places.articles(rule.citations()), "class", "cite").close();
  }

  private void requirements() {
    Map<List<Procedure>, Set<Rule>> by = new LinkedHashMap<>();
    for (Rule rule : of(Effect.Require.class)) {
      if (rule.effect() instanceof Effect.Require(var procedures, _)) {
        by.computeIfAbsent(procedures, _ -> new LinkedHashSet<>()).add(rule);
      }
    }
    by.forEach((procedures, rules) -> {
      Bilingual steps = Words.listed(procedures.stream().map(p -> p.names().label()).toList());
      Set<Rule> freeing = new LinkedHashSet<>();
      rules.forEach(r -> freeing.addAll(book.defeatedBy(r)));
      page.open("details", "class", "branch").open("summary");
      page.both(procedures.size() == 1 ? steps : Words.say("one-of", steps)).close();
      rules(List.copyOf(rules));
      if (!freeing.isEmpty()) {
        page.element("h4", Words.say("freed-by"));
        rules(freeing.stream().filter(r -> !r.instrument().isDraft()).toList());
      }
      page.close();
    });
  }
}
