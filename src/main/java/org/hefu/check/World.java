package org.hefu.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hefu.model.Definition;
import org.hefu.model.Instrument;
import org.hefu.model.Names;
import org.hefu.model.Policy;
import org.hefu.model.Procedure;
import org.hefu.model.Question;
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
  private static final Pattern CITATION_LIKE =
      Pattern.compile("第[0-9〇零一二三四五六七八九十百千万亿]+.*|art(icle)?[0-9].*");

  final Map<String, Scope> scopes = new LinkedHashMap<>();
  final List<Problem> problems = new ArrayList<>();
  final List<String> words = new ArrayList<>();
  final List<Question> questions = new ArrayList<>();
  final List<Definition> definitions = new ArrayList<>();
  final List<Procedure> procedures = new ArrayList<>();
  final List<Instrument> instruments = new ArrayList<>();
  final List<Rule> rules = new ArrayList<>();
  final List<Scenario> scenarios = new ArrayList<>();
  final List<Symbol.OfTally> tallies = new ArrayList<>();
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
    int index = words.indexOf(text);
    if (index < 0) {
      words.add(text);
      index = words.size() - 1;
    }
    return index;
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
