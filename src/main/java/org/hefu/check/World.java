package org.hefu.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hefu.model.Article;
import org.hefu.model.Calendar;
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
import org.hefu.model.Stored;
import org.hefu.model.Term;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Called;
import org.hefu.syntax.Name;
import org.hefu.syntax.Text;
import org.hefu.syntax.Token;
import org.hefu.text.Bilingual;
import org.hefu.text.Nearest;
import org.hefu.text.Source;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** What the passes of one check have found so far. */
final class World {
  /** What nobody would call a thing, but may mistype for an article. */
  private static final java.util.regex.Pattern CITATION_LIKE =
      java.util.regex.Pattern.compile("第[0-9〇零一二三四五六七八九十百千万亿]+.*|art(icle)?[0-9].*");

  /** How many names of a chain are said. */
  private static final int SAID = 20;

  /**
   * How many facts and definitions a policy may come to: a few lines can ask for any number, with
   * records that hold records twice.
   */
  private static final int MOST = 1_000_000;

  private static final int SOUGHT = 100;

  final Map<String, Scope> scopes = new LinkedHashMap<>();
  final List<Problem> problems = new ArrayList<>();
  final List<String> words = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  final List<Question> questions = new ArrayList<>();
  final List<Definition> definitions = new ArrayList<>();
  final List<Procedure> procedures = new ArrayList<>();
  final List<Instrument> instruments = new ArrayList<>();
  final Map<Instrument, List<Article>> accounts = new LinkedHashMap<>();
  final List<Rule> rules = new ArrayList<>();
  final List<Scenario> scenarios = new ArrayList<>();
  final List<Match> matches = new ArrayList<>();
  final List<Covering> coverings = new ArrayList<>();
  Roles roles = Roles.NONE;
  @Nullable Definition granted;
  @Nullable Stored stored;
  private final Map<Match, Match> known = new HashMap<>();

  /** The texts of the files of lists. */
  final List<Source> tables = new ArrayList<>();

  /** What is asked where a cell that a list leaves empty is compared with something. */
  final Map<Span, Question> vacant = new HashMap<>();

  /** How many times conditions of quantifiers have been written out for one expression. */
  int writtenOut;

  final List<Symbol.OfTally> tallies = new ArrayList<>();
  private @Nullable Cited cited;
  private int slots;
  private int sought;
  private int things;

  /** How many terms are being worked out, each for the one before. */
  int depth;

  Policy.@Nullable Request request;
  @Nullable Calendar calendar;

  /** The tokens of a text that stands by itself. */
  final Function<String, List<Token>> tokens;

  /** Which place speaks of what. */
  final Uses uses;

  World(Function<String, List<Token>> tokens, Uses uses) {
    this.tokens = tokens;
    this.uses = uses;
  }

  /** Gives up where the thread was interrupted: nobody wants to know any more. */
  static void goOn() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the check was interrupted");
    }
  }

  /** Where all rules stand. Always: asked once they are known. */
  Cited cited() {
    if (cited == null) {
      cited = new Cited(rules);
    }
    return cited;
  }

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
    return numbers.computeIfAbsent(
        text,
        _ -> {
          words.add(text);
          return words.size() - 1;
        });
  }

  /** A term that is worked out in a slot of its own. */
  Definition define(Names names, Term body, Span declared) {
    Definition definition = new Definition(slots(1), names, body.type(), body, declared);
    definitions.add(definition);
    return definition;
  }

  /** {@code a → b → a}. */
  static String circle(List<String> names) {
    return chain(names) + " → " + names.getFirst();
  }

  /** {@code a → b}; of a long chain the beginning and the end. */
  static String chain(List<String> names) {
    List<String> said = new ArrayList<>(names);
    if (said.size() > SAID) {
      said.subList(SAID / 2, said.size() - SAID / 2).clear();
      said.add(SAID / 2, "…");
    }
    return String.join(" → ", said);
  }

  /** Notes another fact or definition; false, and reported, where there are too many. */
  boolean admits(Span place) {
    things++;
    if (things == MOST + 1) {
      report(Problem.of(Code.TOO_LARGE, place, MOST));
    }
    return things <= MOST;
  }

  /**
   * A name that may have been meant; looked for so many times and not more, since it takes long.
   */
  Optional<String> nearest(String name, Supplier<Collection<String>> candidates) {
    return sought++ < SOUGHT ? Nearest.to(name, candidates.get()) : Optional.empty();
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
    uses.note(called);
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
