package org.hefu.seek;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hefu.decide.Missing;
import org.hefu.decide.Settling;
import org.hefu.decide.Settling.Enough;
import org.hefu.decide.Settling.Value;
import org.hefu.model.Fact;
import org.hefu.model.Outcome;
import org.hefu.seek.Completions.Answer;
import org.hefu.seek.Tree.Leaf;
import org.hefu.text.Bilingual;

/**
 * The smallest set of facts that settles an outcome whatever they turn out to be. There is only
 * one: the unknown facts may be anything independently of each other, so every fact on which the
 * outcome depends somewhere must be in it, and no other.
 */
final class Smallest {
  private Smallest() {}

  /**
   * @param tree with numbers of answers as leaves
   * @param statable the facts that flows can state
   */
  static Settling.Open of(
      Forest forest,
      Tree tree,
      List<Answer> answers,
      List<Unknown> unknowns,
      Collection<Fact> statable) {
    Tree outcomes = forest.changed(tree, number -> answers.get((int) number).outcome().ordinal());
    List<Missing.OfFact> facts = new ArrayList<>();
    List<Missing.OfLaw> law = new ArrayList<>();
    List<Enough> enough = new ArrayList<>();
    for (int level : Forest.levels(outcomes)) {
      switch (unknowns.get(level).of()) {
        case Missing.OfFact fact -> {
          facts.add(fact);
          if (!unknowns.get(level).compared()) {
            enough.addAll(enough(forest, outcomes, level, unknowns.get(level)));
          }
        }
        case Missing.OfLaw question -> law.add(question);
      }
    }
    boolean determined = answers.stream().noneMatch(a -> a.outcome() == Outcome.UNDETERMINED);
    boolean sure =
        determined
            && law.isEmpty()
            && facts.stream().map(Missing.OfFact::fact).allMatch(statable::contains);
    return new Settling.Open(sure ? List.copyOf(facts) : List.of(), List.copyOf(law), enough);
  }

  private static List<Enough> enough(Forest forest, Tree outcomes, int level, Unknown unknown) {
    Map<Outcome, List<Bilingual>> said = new LinkedHashMap<>();
    for (int cell = 0; cell < unknown.cells().size(); cell++) {
      if (forest.at(outcomes, level, cell) instanceof Leaf(_, var ordinal)) {
        said.computeIfAbsent(Outcome.values()[(int) ordinal], _ -> new ArrayList<>())
            .add(unknown.cells().get(cell).said());
      }
    }
    said.remove(Outcome.UNDETERMINED);
    return said.entrySet().stream()
        .map(e -> new Enough(new Value(unknown.of(), Said.either(e.getValue())), e.getKey()))
        .toList();
  }
}
