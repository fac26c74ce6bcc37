package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Covering;
import org.hefu.model.Definition;
import org.hefu.model.Fact;
import org.hefu.model.Instrument;
import org.hefu.model.Match;
import org.hefu.model.Names;
import org.hefu.model.Pattern;
import org.hefu.model.Policy;
import org.hefu.model.Procedure;
import org.hefu.model.Question;
import org.hefu.model.Roles;
import org.hefu.model.Rule;
import org.hefu.model.Scenario;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Called;
import org.hefu.syntax.Name;
import org.hefu.syntax.Text;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** What the passes of one check have found so far. */
final class World {
  /** What nobody would call a thing, but may mistype for an article. */
  private static final java.util.regex.Pattern CITATION_LIKE =
      java.util.regex.Pattern.compile("第[0-9〇零一二三四五六七八九十百千万亿]+.*|art(icle)?[0-9].*");

  final Map<String, Scope> scopes = new LinkedHashMap<>();
  final List<Problem> problems = new ArrayList<>();
  final List<String> words = new ArrayList<>();
  final List<Question> questions = new ArrayList<>();
  final List<Definition> definitions = new ArrayList<>();
  final List<Procedure> procedures = new ArrayList<>();
  final List<Instrument> instruments = new ArrayList<>();
  final List<Rule> rules = new ArrayList<>();
  final List<Scenario> scenarios = new ArrayList<>();
  final List<Match> matches = new ArrayList<>();
  final List<Covering> coverings = new ArrayList<>();
  Roles roles = Roles.NONE;
  @Nullable Definition granted;
  private final Map<Match, Match> known = new HashMap<>();
  private final Map<String, Integer> wordIndices = new HashMap<>();
  private int slots;
  Policy.@Nullable Request request;

  /** The first of so many new slots. */
  int slots(int count) {
    int first = slots;
    slots += count;
    return first;
  }

  int slots() {
    return slots;
  }

  /** The index of a text that conditions compare with. */
  int word(String text) {
    return wordIndices.computeIfAbsent(
        text,
        t -> {
          words.add(t);
          return words.size() - 1;
        });
  }

  /** The one slot in which the pattern is asked of the fact. */
  Match match(Fact fact, Pattern pattern) {
    return known.computeIfAbsent(
        new Match(-1, fact, pattern),
        _ -> {
          // A fact that stands for any, while a predicate is checked, has no slot and is never run.
          Match match = new Match(fact.slot() < 0 ? -1 : slots(1), fact, pattern);
          if (match.slot() >= 0) {
            matches.add(match);
          }
          return match;
        });
  }

  Optional<Policy.Request> request() {
    return Optional.ofNullable(request);
  }

  static Names names(Called called) {
    return Names.of(
        called.name().text(),
        called.aliases().stream().map(Name::text).toList(),
        called.label().map(Text::value).orElse(Bilingual.NONE));
  }

  /** Declares a thing by its name and its aliases. */
  void declare(Scope scope, Called called, Symbol symbol) {
    scope.declare(called.name().text(), symbol, called.name().span(), problems);
    for (Name alias : called.aliases()) {
      if (CITATION_LIKE.matcher(alias.text()).matches()) {
        problems.add(Problem.of(Code.MISREAD_CITATION, alias.span(), alias.text()));
      }
      scope.declare(alias.text(), symbol, alias.span(), problems);
    }
  }

  void report(Problem problem) {
    problems.add(problem);
  }

  void twice(Name name, Span first) {
    problems.add(
        Problem.of(Code.NAME_TWICE, name.span(), name.text()).related(first, "first-here"));
  }
}
