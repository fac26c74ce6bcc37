package org.hefu.debug;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.source.SourceSection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hefu.debug.Stops.Stop;
import org.hefu.decide.Decision;
import org.hefu.decide.Finding;
import org.hefu.engine.Answers;
import org.hefu.model.Definition;
import org.hefu.model.Effect;
import org.hefu.model.Policy;
import org.hefu.model.Rule;
import org.hefu.model.Step;
import org.hefu.model.Term;
import org.hefu.text.Language;
import org.hefu.text.Source;
import org.hefu.text.Span;

/**
 * Goes through a decision once more, rule by rule and element by element, so that a debugger can
 * stop in it. It decides nothing: what each condition comes to has been worked out.
 */
public final class Walk {
  private static final int LONGEST = 80;

  private final TruffleLanguage<?> language;
  private final Function<Source, com.oracle.truffle.api.source.Source> sources;
  private final Decision decision;
  private final Policy policy;
  private final Show show;
  private final Language shownIn;
  private final Watched.Reader watches;
  private final Visited visited = new Visited();
  private final Map<Definition, CallTarget> definitions = new HashMap<>();
  private final List<CallTarget> rules = new ArrayList<>();

  /**
   * @param own the modules of which every rule is gone through; of others, those that govern the
   *     flow
   * @param sources the texts as debuggers know them
   */
  public Walk(
      TruffleLanguage<?> language,
      Decision decision,
      Answers answers,
      Set<Source> own,
      Language shownIn,
      Function<Source, com.oracle.truffle.api.source.Source> sources,
      Watched.Reader watches) {
    this.language = language;
    this.sources = sources;
    this.decision = decision;
    this.policy = decision.policy();
    this.show = new Show(language, policy, answers, shownIn);
    this.shownIn = shownIn;
    this.watches = watches;
    for (Step step : policy.steps()) {
      if (step instanceof Step.Define(Definition definition) && !definition.isPart()) {
        definition(definition);
      }
    }
    for (Rule rule : rules(own)) {
      rules.add(rule(rule));
    }
  }

  /** Goes through it all. */
  public void run() {
    rules.forEach(CallTarget::call);
  }

  /** What an expression comes to, asked in a module. */
  public Shown value(String expression, Source module) {
    List<String> path = List.of(expression.strip().split("\\s*[.．]\\s*"));
    Optional<Policy.Field> field = policy.request().at(path);
    if (field.isPresent()) {
      return show.field(field.get());
    }
    Watched watched = watches.read(expression, module);
    return new Show(language, watched.policy(), watched.answers(), shownIn).value(watched.term());
  }

  private List<Rule> rules(Set<Source> own) {
    Set<Rule> governing = new LinkedHashSet<>();
    findings().map(Finding::rule).forEach(governing::add);
    policy.rules().stream()
        .filter(r -> own.contains(r.declared().source()))
        .forEach(governing::add);
    List<Rule> rules = new ArrayList<>(governing);
    rules.sort(Comparator.comparingInt(Rule::index));
    Set<Rule> presumptions = new LinkedHashSet<>();
    decision.presumptions().forEach(p -> presumptions.add(p.rule()));
    rules.addAll(0, presumptions);
    return rules;
  }

  private Stream<Finding> findings() {
    return Stream.of(decision.findings(), decision.duties(), decision.advice())
        .flatMap(List::stream);
  }

  private CallTarget rule(Rule rule) {
    Stops stops = new Stops(rule.declared().source());
    Optional<Finding> finding = findings().filter(f -> f.rule().equals(rule)).findFirst();
    boolean governs = finding.isPresent() || rule.effect() instanceof Effect.Presume;
    if (governs) {
      stops.when(rule.when());
      stops.unless(rule.unless());
    }
    List<CallTarget> procedures = new ArrayList<>();
    if (governs && rule.effect() instanceof Effect.Require(var choices, _)) {
      choices.forEach(p -> procedures.add(definition(p.met())));
    }
    return frame(
        show.say("rule", show.name(rule.names())),
        rule.declared(),
        rule.declared(),
        stops.stops(),
        procedures,
        () -> seen(rule, finding, stops.stops()),
        finding.map(f -> show.text(standing(f))).orElseGet(() -> show.text("")));
  }

  private String standing(Finding finding) {
    return show.say(
        finding.standing() == Finding.Standing.UNKNOWN ? "open" : finding.standing().word());
  }

  /** What can be seen in a rule. */
  private Map<String, Object> seen(Rule rule, Optional<Finding> finding, List<Stop> stops) {
    Map<String, Object> members = new LinkedHashMap<>();
    finding.ifPresent(f -> {
      members.put(show.say("standing"), show.text(standing(f)));
      f.defeatedBy().forEach(r -> members.put(show.say("defeated-by"), show.text(r.name())));
    });
    members.put(show.say("in-force"), show.value(rule.instrument().applies()));
    members.put(show.say("act"), show.value(rule.act()));
    stops.forEach(s -> members.put(name(s), show.value(s.term())));
    return members;
  }

  private CallTarget definition(Definition definition) {
    CallTarget known = definitions.get(definition);
    if (known != null) {
      return known;
    }
    Stops stops = new Stops(definition.declared().source());
    stops.when(definition.body());
    Map<String, Object> members = new LinkedHashMap<>();
    CallTarget made =
        frame(
            show.say("definition", show.name(definition.names())),
            definition.declared(),
            definition.body().span(),
            stops.stops(),
            List.of(),
            () -> {
              members.put(
                  definition.names().name(),
                  show.value(new Term.Derived(definition.declared(), definition)));
              stops.stops().forEach(s -> members.put(name(s), show.value(s.term())));
              return members;
            },
            show.value(new Term.Derived(definition.declared(), definition)));
    definitions.put(definition, made);
    return made;
  }

  private String name(Stop stop) {
    String text = stop.term().span().text().replaceAll("\\s+", " ");
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return stop.exception() ? show.say("unless", shown) : shown;
  }

  /**
   * @param head what stands first, and is stopped at where no condition begins on its line
   * @param afterwards what is gone through in the end
   */
  private CallTarget frame(
      String name,
      Span declared,
      Span head,
      List<Stop> stops,
      List<CallTarget> afterwards,
      Supplier<Map<String, Object>> seen,
      Shown value) {
    List<PlaceNode> nodes = new ArrayList<>();
    Span whole = declared.source() == head.source() ? declared.to(head) : declared;
    if (stops.isEmpty() || head.equals(declared)) {
      nodes.add(StopNode.at(section(head), visited, List.of(), value));
    }
    for (Stop stop : stops) {
      List<CallTarget> leansOn = Stops.named(stop.term()).stream().map(this::definition).toList();
      nodes.add(
          StopNode.at(section(stop.term().span()), visited, leansOn, show.value(stop.term())));
      whole = whole.to(stop.term().span());
    }
    nodes.addAll(afterwards(head, afterwards));
    SourceSection section = section(whole);
    return new FrameRootNode(
            language,
            name,
            section,
            this,
            declared.source(),
            () -> {
              Map<String, Object> members = seen.get();
              show.facts().forEach(members::putIfAbsent);
              return show.group(members);
            },
            new BodyNode(section, nodes.toArray(PlaceNode[]::new), value))
        .getCallTarget();
  }

  private List<PlaceNode> afterwards(Span head, List<CallTarget> targets) {
    return targets.isEmpty()
        ? List.of()
        : List.of(StopNode.through(section(head), visited, targets, show.text("")));
  }

  private SourceSection section(Span span) {
    return sources.apply(span.source()).createSection(span.start(), span.end() - span.start());
  }
}
