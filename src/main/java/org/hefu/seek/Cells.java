package org.hefu.seek;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hefu.engine.Trials;
import org.hefu.fact.Facts;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Row;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.text.Bilingual;

/** For an open fact, values that stand for all it could be, as far as the open comparisons go. */
final class Cells {
  private final Trials trials;
  private final Facts facts;
  private final Atoms atoms;
  private final Rivals rivals;
  private final Said said;

  Cells(Trials trials, Facts facts, Atoms atoms, Rivals rivals) {
    this.trials = trials;
    this.facts = facts;
    this.atoms = atoms;
    this.rivals = rivals;
    this.said = new Said(facts);
  }

  /** The two answers to an open point of law. */
  static List<Cell> ofLaw() {
    return List.of(new Cell(Said.say("no"), Row.FALSE), new Cell(Said.say("yes"), Row.TRUE));
  }

  /** Empty where no values can stand for all. */
  Optional<List<Cell>> of(Fact fact) {
    return switch (fact.type()) {
      case Type.Truth _ -> Optional.of(ofLaw());
      case Type.Number _, Type.Date _, Type.Duration _ ->
          Line.of(fact.type()).flatMap(line -> along(fact, line));
      case Type.Words _ -> Optional.of(texts(fact));
      case Type.Of(var kind) -> Optional.of(members(fact, kind));
      case Type.SetOf(var kind) -> new Sets(trials, fact, kind, atoms.of(fact)).cells();
      case Type.SetOfWords _ -> Optional.empty();
    };
  }

  // Numbers, dates and lengths of time

  private Optional<List<Cell>> along(Fact fact, Line line) {
    NavigableSet<Long> starts = new TreeSet<>(Set.of(line.first()));
    for (Fact each : rivals.of(fact)) {
      Line its = Line.of(each.type()).orElseThrow();
      starts.add(its.first());
      Thresholds thresholds = new Thresholds(trials, each, its);
      for (Term atom : alone(each)) {
        if (!thresholds.add(atom, starts)) {
          return Optional.empty();
        }
      }
    }
    List<Long> places = starts.stream().filter(p -> p >= line.first()).toList();
    return Optional.of(
        rivals.of(fact).size() == 1 ? merged(fact, line, places) : spread(fact, line, places));
  }

  private List<Cell> merged(Fact fact, Line line, List<Long> starts) {
    Map<List<Integer>, List<Long>> alike = new LinkedHashMap<>();
    for (long start : starts) {
      alike.computeIfAbsent(signature(fact, line.value(start)), _ -> new ArrayList<>()).add(start);
    }
    List<Cell> cells = new ArrayList<>();
    for (List<Long> stretches : alike.values()) {
      List<Bilingual> words = new ArrayList<>();
      for (int i = 0; i < stretches.size(); i++) {
        long first = stretches.get(i);
        while (i + 1 < stretches.size() && next(starts, stretches.get(i)) == stretches.get(i + 1)) {
          i++;
        }
        words.add(said.range(fact, line, first, last(line, starts, stretches.get(i))));
      }
      cells.add(new Cell(Said.either(words), line.value(stretches.getFirst())));
    }
    return cells;
  }

  /** So many values of each stretch that the rivals can all differ, or some be the same. */
  private List<Cell> spread(Fact fact, Line line, List<Long> starts) {
    List<Cell> cells = new ArrayList<>();
    for (long start : starts) {
      long last = last(line, starts, start);
      for (long i = start; i <= last && i < start + rivals.of(fact).size(); i++) {
        cells.add(new Cell(Said.say("example", said.value(fact, line.value(i))), line.value(i)));
      }
    }
    return cells;
  }

  private static long next(List<Long> starts, long start) {
    int at = starts.indexOf(start) + 1;
    return at < starts.size() ? starts.get(at) : Long.MAX_VALUE;
  }

  private static long last(Line line, List<Long> starts, long start) {
    return Math.min(line.last(), next(starts, start) - 1);
  }

  // Texts

  private List<Cell> texts(Fact fact) {
    Map<Long, Bilingual> known = new TreeMap<>();
    for (Fact each : rivals.of(fact)) {
      for (Term atom : atoms.of(each)) {
        if (atom instanceof Term.Same(_, var left, var right)) {
          text(left, known);
          text(right, known);
        }
      }
    }
    for (long i = 1; i <= rivals.of(fact).size(); i++) {
      // No flow has as many texts.
      known.put(Integer.MIN_VALUE - i, Said.say("other-text"));
    }
    List<Cell> cells = new ArrayList<>();
    known.forEach((value, words) -> cells.add(new Cell(words, value)));
    return cells;
  }

  private void text(Term term, Map<Long, Bilingual> known) {
    switch (term) {
      case Term.Constant(_, _, var index) -> {
        String text = "“" + trials.policy().words().get((int) index) + "”";
        known.put(index, new Bilingual(text, text));
      }
      case Term.Derived(_, var definition) -> text(definition.body(), known);
      case Term.Stated(_, var fact) when !trials.isUnknown(fact) -> {
        long value = trials.row()[fact.slot()];
        known.put(value, facts.said(fact, trials.row()).orElse(Bilingual.NONE));
      }
      default -> {}
    }
  }

  // Members of kinds

  private List<Cell> members(Fact fact, Kind kind) {
    List<Long> values =
        trials.isUnknown(fact)
            ? Members.of(kind)
            : Members.within(kind, kind.member((int) trials.row()[fact.slot()]));
    if (rivals.of(fact).size() > 1) {
      return values.stream().map(v -> new Cell(Said.members(kind, List.of(v)), v)).toList();
    }
    Map<List<Integer>, List<Long>> alike = new LinkedHashMap<>();
    for (long value : values) {
      alike.computeIfAbsent(signature(fact, value), _ -> new ArrayList<>()).add(value);
    }
    return alike.values().stream()
        .map(group -> new Cell(Said.members(kind, group), group.getFirst()))
        .toList();
  }

  /** What the comparisons with this open fact alone come to for a value. */
  private List<Integer> signature(Fact fact, long value) {
    long[] row = trials.row();
    row[fact.slot()] = value;
    trials.follow(row);
    List<Integer> signature = new ArrayList<>();
    // Whether the act is completed is asked of the stage apart from all comparisons.
    signature.add(fact.equals(trials.policy().request().stage()) ? (int) value : 0);
    telling(fact).forEach(atom -> signature.add(trials.truth(atom, row)));
    return signature;
  }

  /** The atoms in which it stands with none that is filled in, too. */
  private List<Term> telling(Fact fact) {
    // A fact that is left as it is may be stated, if too broadly, and so still tell values apart.
    return atoms.all().entrySet().stream()
        .filter(e -> e.getValue().contains(fact))
        .filter(e -> e.getValue().stream().allMatch(f -> f.equals(fact) || !rivals.isTried(f)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<Term> alone(Fact fact) {
    return atoms.all().entrySet().stream()
        .filter(e -> e.getValue().equals(List.of(fact)))
        .map(Map.Entry::getKey)
        .toList();
  }
}
