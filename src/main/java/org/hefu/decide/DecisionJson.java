package org.hefu.decide;

import static org.hefu.text.Json.object;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hefu.fact.Facts;
import org.hefu.model.Citation;
import org.hefu.model.Effect;
import org.hefu.model.Fact;
import org.hefu.model.Grant;
import org.hefu.model.Instrument;
import org.hefu.model.Names;
import org.hefu.model.Period;
import org.hefu.model.Procedure;
import org.hefu.model.Row;
import org.hefu.model.Rule;
import org.hefu.model.Term;
import org.hefu.text.Bilingual;
import org.hefu.text.Json;
import org.hefu.text.Language;

/**
 * A decision as JSON, as {@code docs/schema/decision.schema.json} describes it, or in brief, as
 * {@code brief.schema.json} does; what people read is in both languages.
 */
public final class DecisionJson {
  private final Page zh = new Page(Look.plain(Language.ZH));
  private final Page en = new Page(Look.plain(Language.EN));

  private DecisionJson() {}

  /**
   * @param flow what the flow is called, normally its file
   */
  public static String text(Decision decision, String flow) {
    return Json.text(new DecisionJson().decision(decision, flow));
  }

  /** The same on one line, for one decision after another. */
  public static String line(Decision decision, String flow) {
    return Json.line(new DecisionJson().decision(decision, flow));
  }

  /** Only the outcome, on which rules it rests, what to do first and what to find out. */
  public static String briefText(Decision decision, String flow) {
    return Json.text(new DecisionJson().brief(decision, flow));
  }

  /** The same on one line, for one decision after another. */
  public static String briefLine(Decision decision, String flow) {
    return Json.line(new DecisionJson().brief(decision, flow));
  }

  /** How it begins, in brief or not. */
  private Map<String, Object> head(Decision decision, String flow) {
    return object(
        "flow", flow,
        "outcome", decision.outcome().word(),
        "label", decision.outcome().label(),
        "exit_code", decision.outcome().exitCode(),
        "conclusion", inBoth(page -> Headline.conclusion(decision, page)),
        "on", decision.on(),
        "using", List.copyOf(decision.using()));
  }

  private static Map<String, Object> joined(Map<String, Object> one, Map<String, Object> other) {
    Map<String, Object> all = new LinkedHashMap<>(one);
    all.putAll(other);
    return all;
  }

  private Object brief(Decision decision, String flow) {
    return joined(
        head(decision, flow),
        object(
            "rules",
                decision.findings().stream()
                    .filter(Finding::operative)
                    .map(f -> basis(f.rule()))
                    .toList(),
            "requirements",
                decision.requirements().stream().map(DecisionJson::requirement).toList(),
            "missing", decision.missing().stream().map(DecisionJson::missing).toList(),
            "settling", decision.settling().map(SettlingJson::of),
            "deadlines", decision.deadlines().stream().map(DecisionJson::deadline).toList(),
            "conflicts", decision.conflicts().stream().map(this::conflict).toList(),
            "if_adopted", decision.ifAdopted().map(a -> adopted(decision, a)),
            "policy_hash", decision.hashes().policy(),
            "flow_hash", decision.hashes().flow(),
            "parts",
                decision.parts().isEmpty()
                    ? Optional.empty()
                    : decision.parts().stream().map(p -> brief(p.decision(), p.name())).toList(),
            "notice", inBoth(page -> page.say("not-legal-advice"))));
  }

  private static Object basis(Rule rule) {
    return object(
        "rule", rule.name(),
        "instrument", rule.instrument().module(),
        "citation", cited(rule.citations()));
  }

  private Object decision(Decision decision, String flow) {
    return joined(
        head(decision, flow),
        object(
            "instruments", decision.versions().stream().map(DecisionJson::instrument).toList(),
            "loaded",
                Texts.loaded(decision).isEmpty()
                    ? Optional.empty()
                    : Texts.loaded(decision).stream().map(DecisionJson::instrument).toList(),
            "drafts", decision.drafts().stream().map(DecisionJson::instrument).toList(),
            "findings", findings(decision.findings(), decision),
            "requirements",
                decision.requirements().stream().map(DecisionJson::requirement).toList(),
            "duties", findings(decision.duties(), decision),
            "advice", findings(decision.advice(), decision),
            "presumptions",
                decision.presumptions().stream().map(DecisionJson::presumption).toList(),
            "missing", decision.missing().stream().map(DecisionJson::missing).toList(),
            "settling", decision.settling().map(SettlingJson::of),
            "facts", facts(decision).stream().map(DecisionJson::fact).toList(),
            "deadlines", decision.deadlines().stream().map(DecisionJson::deadline).toList(),
            "states", decision.states().stream().map(DecisionJson::state).toList(),
            "policy_hash", decision.hashes().policy(),
            "flow_hash", decision.hashes().flow(),
            "grants", decision.grants().stream().map(g -> granted(g, decision)).toList(),
            "parts",
                decision.parts().isEmpty()
                    ? Optional.empty()
                    : decision.parts().stream().map(p -> decision(p.decision(), p.name())).toList(),
            "notice", inBoth(page -> page.say("not-legal-advice")),
            "conflicts", decision.conflicts().stream().map(this::conflict).toList(),
            "if_adopted", decision.ifAdopted().map(a -> adopted(decision, a))));
  }

  private Object conflict(Conflict conflict) {
    return object(
        "sides", List.of(side(conflict.one()), side(conflict.other())),
        "authority", inBoth(page -> Conflicts.decidedBy(conflict, page)),
        "safe", conflict.safe().instrument().module());
  }

  private static Object side(Conflict.Side side) {
    return object(
        "instrument", side.instrument().module(),
        "title", side.instrument().title(),
        "rank", side.instrument().rank().word(),
        "outcome", side.outcome().word(),
        "rules", names(side.rules()));
  }

  private Object adopted(Decision decision, IfAdopted adopted) {
    Decision counted = adopted.decision();
    Set<Rule> rules = Set.copyOf(adopted.rules());
    return object(
        "outcome", adopted.outcome().word(),
        "label", adopted.outcome().label(),
        "conclusion",
            inBoth(page ->
                adopted.drafts().isEmpty()
                    ? page.say("adopted.none")
                    : Adopted.sentence(decision, adopted, page)),
        "drafts", adopted.drafts().stream().map(DecisionJson::instrument).toList(),
        "findings",
            findings(
                counted.findings().stream().filter(f -> rules.contains(f.rule())).toList(),
                counted),
        "requirements", counted.requirements().stream().map(DecisionJson::requirement).toList(),
        "presumptions",
            counted.presumptions().stream()
                .filter(p -> rules.contains(p.rule()))
                .map(DecisionJson::presumption)
                .toList(),
        "missing", counted.missing().stream().map(DecisionJson::missing).toList(),
        "conflicts", counted.conflicts().stream().map(this::conflict).toList(),
        "settling", counted.settling().map(SettlingJson::of),
        "notice", inBoth(page -> page.say("adopted.caution")));
  }

  private Bilingual inBoth(Function<Page, String> said) {
    return new Bilingual(said.apply(zh), said.apply(en));
  }

  private static Object instrument(Instrument instrument) {
    return object(
        "module", instrument.module(),
        "title", instrument.title(),
        "version", instrument.version().map(Names::label),
        "issuer", instrument.issuer(),
        "rank", instrument.rank().word(),
        "status", instrument.status().name().toLowerCase(Locale.ROOT),
        "from", instrument.from() == Row.UNKNOWN ? Optional.empty() : Texts.date(instrument.from()),
        "to", instrument.to() == Long.MAX_VALUE ? Optional.empty() : Texts.date(instrument.to()),
        "source", instrument.source().isEmpty() ? Optional.empty() : instrument.source());
  }

  private List<Object> findings(List<Finding> findings, Decision decision) {
    return findings.stream().map(f -> finding(f, decision.elements(f))).toList();
  }

  private Object finding(Finding finding, List<Element> elements) {
    return joined(
        rule(finding.rule()),
        object(
            "standing", finding.standing().word(),
            "operative", finding.operative(),
            "elements", elements.stream().map(this::element).toList(),
            "defeated_by",
                finding.defeatedBy().stream()
                    .limit(Defeats.TOLD)
                    .map(by -> defeat(by, finding.rule()))
                    .toList(),
            "defeated_by_more", positive(finding.defeatedBy().size() - Defeats.TOLD)));
  }

  private static Map<String, Object> rule(Rule rule) {
    return object(
        "rule", rule.name(),
        "label", rule.names().label(),
        "instrument", rule.instrument().module(),
        "citation", cited(rule.citations()),
        "citations", rule.citations().stream().map(DecisionJson::citation).toList(),
        "effect", rule.effect().getClass().getSimpleName().toLowerCase(Locale.ROOT),
        "duty", duty(rule.effect()),
        "within", within(rule.effect()),
        "consequences",
            rule.consequences().stream()
                .map(c -> object("text", c.text(), "citation", cited(c.citations())))
                .toList(),
        "declared", rule.declared().toString());
  }

  private static Object deadline(Deadline deadline) {
    return object(
        "rule", deadline.rule().name(),
        "citation", cited(deadline.rule().citations()),
        "due", deadline.due(),
        "overdue", deadline.overdue().word(),
        "done", deadline.done().word());
  }

  private static Object state(State state) {
    return object(
        "fact", state.fact().name(),
        "since", state.since(),
        "rule", state.rule().name(),
        "citation", cited(state.rule().citations()));
  }

  private static Optional<Bilingual> duty(Effect effect) {
    return switch (effect) {
      case Effect.Oblige(var duty, _, _, _, _) -> Optional.of(duty);
      case Effect.Advise(var text) -> Optional.of(text);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> within(Effect effect) {
    if (!(effect instanceof Effect.Oblige(_, var coded, _, _, _)) || coded.isEmpty()) {
      return Optional.empty();
    }
    Period period = Period.of(coded.getAsLong());
    return Optional.of(
        object(
            "amount",
            Period.amount(coded.getAsLong()),
            "unit",
            period.name().toLowerCase(Locale.ROOT)));
  }

  private static Bilingual cited(List<Citation> citations) {
    return new Bilingual(
        Cite.articles(citations, Language.ZH), Cite.articles(citations, Language.EN));
  }

  private static Object citation(Citation citation) {
    return citation.heading().isEmpty()
        ? object(
            "article", citation.article(),
            "paragraph", positive(citation.paragraph()),
            "item", positive(citation.item()))
        : object("heading", citation.heading());
  }

  private static Optional<Integer> positive(int number) {
    return number <= 0 ? Optional.empty() : Optional.of(number);
  }

  private Object element(Element element) {
    return object(
        "part", element.part().name().toLowerCase(Locale.ROOT),
        "condition", inBoth(page -> Condition.written(element, page)),
        "label", label(element.term()),
        "met", element.speaksFor().word(),
        "facts", element.facts().stream().map(f -> f.fact().name()).toList(),
        "margin",
            element.margin().isPresent()
                ? new BigDecimal(Facts.number(element.margin().getAsLong()))
                : Optional.empty());
  }

  private static Optional<Bilingual> label(Term term) {
    return switch (term) {
      case Term.Derived(_, var definition) when !definition.isPart() ->
          Optional.of(definition.names().label());
      case Term.Open(_, var question) -> Optional.of(question.names().label());
      default -> Optional.empty();
    };
  }

  private static Object defeat(Rule by, Rule defeated) {
    String why = Defeats.why(by, defeated);
    return object(
        "rule", by.name(), "why", why.replace('-', '_'), "citation", cited(by.citations()));
  }

  private static Object requirement(Requirement requirement) {
    return object(
        "choices", requirement.choices().stream().map(DecisionJson::choice).toList(),
        "met", requirement.met().word(),
        "certain", requirement.certain(),
        "rules", names(requirement.rules()));
  }

  private static Object choice(Requirement.Choice choice) {
    Procedure procedure = choice.procedure();
    return object(
        "procedure", procedure.names().name(),
        "label", procedure.names().label(),
        "met", choice.met().word(),
        "notes", procedure.notes());
  }

  private static List<String> names(List<Rule> rules) {
    return rules.stream().map(Rule::name).distinct().toList();
  }

  private static Object presumption(Presumption presumption) {
    return object("fact", presumption.value().fact().name(), "rule", presumption.rule().name());
  }

  private static Object missing(Missing missing) {
    return switch (missing) {
      case Missing.OfFact(var fact, var tooBroad, var rules) ->
          object(
              "kind",
              "fact",
              "name",
              fact.name(),
              "label",
              new Bilingual(fact.label(Language.ZH), fact.label(Language.EN)),
              "question",
              fact.question().isEmpty() ? Optional.empty() : fact.question(),
              "known_to",
              fact.knower().isEmpty() ? Optional.empty() : fact.knower(),
              "too_broad",
              tooBroad,
              "rules",
              names(rules));
      case Missing.OfLaw(var question, var rules) ->
          object(
              "kind", question.ofLaw() ? "law" : "list",
              "name", question.names().name(),
              "label", question.names().label(),
              "authority", question.authority(),
              "source", question.source().isEmpty() ? Optional.empty() : question.source(),
              "rules", names(rules));
    };
  }

  private Object granted(Granted granted, Decision decision) {
    return object(
        "grant", granted.grant().title().zh(),
        "covers", granted.covers().word(),
        "chain", granted.grant().chain().stream().map(DecisionJson::link).toList(),
        "lacks",
            granted.lacks().stream()
                .map(l ->
                    object(
                        "grant", l.link().title().zh(),
                        "aspect", l.aspect().name().toLowerCase(Locale.ROOT),
                        "certain", l.certain(),
                        "said", inBoth(page -> Grants.lack(l, granted, decision, page))))
                .toList());
  }

  private static Object link(Grant grant) {
    return object(
        "title", grant.title(),
        "grantor", grant.grantor().name(),
        "grantee", grant.grantee().name(),
        "from", grant.from() == Long.MIN_VALUE ? Optional.empty() : Texts.date(grant.from()),
        "to", grant.to() == Long.MAX_VALUE ? Optional.empty() : Texts.date(grant.to()),
        "depth", grant.depth(),
        "note", grant.note().isEmpty() ? Optional.empty() : grant.note(),
        "declared", grant.declared().toString());
  }

  /** Those stated, and those that some rule looked at. */
  private static Collection<FactValue> facts(Decision decision) {
    Map<Fact, FactValue> facts = new LinkedHashMap<>();
    decision.facts().forEach(f -> facts.put(f.fact(), f));
    Stream.of(decision.findings(), decision.duties(), decision.advice())
        .flatMap(List::stream)
        .flatMap(f -> decision.elements(f).stream())
        .flatMap(e -> e.facts().stream())
        .forEach(f -> facts.putIfAbsent(f.fact(), f));
    decision.presumptions().forEach(p -> facts.putIfAbsent(p.value().fact(), p.value()));
    return facts.values();
  }

  private static Object fact(FactValue value) {
    return object(
        "name", value.fact().name(),
        "label", new Bilingual(value.fact().label(Language.ZH), value.fact().label(Language.EN)),
        "value", value.value(),
        "presumed", value.presumed());
  }
}
