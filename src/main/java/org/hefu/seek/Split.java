package org.hefu.seek;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.hefu.decide.Missing;
import org.hefu.decide.Settling;
import org.hefu.decide.Settling.Branch;
import org.hefu.decide.Settling.Value;
import org.hefu.engine.Trials;
import org.hefu.seek.Completions.Answer;
import org.hefu.seek.Tree.Fork;
import org.hefu.seek.Tree.Leaf;
import org.hefu.text.Bilingual;

/** What is to be done first, branch by branch. */
final class Split {
  /** So many cases are told at most. */
  private static final int TOLD = 24;

  private final List<Unknown> unknowns;
  private final Map<Long, List<List<Value>>> cases = new LinkedHashMap<>();
  private int told = 0;
  private boolean more = false;

  private Split(List<Unknown> unknowns) {
    this.unknowns = unknowns;
  }

  static Settling.Branches of(
      Trials trials,
      Tree tree,
      List<Answer> answers,
      List<Unknown> unknowns,
      List<Missing> doesNotMatter) {
    Split split = new Split(unknowns);
    split.walk(tree, List.of());
    List<Branch> branches = new ArrayList<>();
    split.cases.forEach((number, its) -> {
      BitSet open = answers.get(number.intValue()).open();
      branches.add(new Branch(its, open.stream().mapToObj(trials::choices).toList()));
    });
    List<Missing> by = Forest.levels(tree).stream().map(unknowns::get).map(Unknown::of).toList();
    return new Settling.Branches(
        doesNotMatter.stream().filter(m -> !by.contains(m)).toList(), by, branches, split.more);
  }

  private void walk(Tree tree, List<Value> path) {
    switch (tree) {
      case Leaf(_, var number) -> {
        if (told < TOLD) {
          cases.computeIfAbsent(number, _ -> new ArrayList<>()).add(path);
        }
        more = ++told > TOLD;
      }
      case Fork(_, var level, var branches) -> {
        for (Tree next : new LinkedHashSet<>(branches)) {
          List<Bilingual> said = new ArrayList<>();
          for (int i = 0; i < branches.size(); i++) {
            if (branches.get(i).id() == next.id()) {
              said.add(unknowns.get(level).cells().get(i).said());
            }
          }
          List<Value> longer = new ArrayList<>(path);
          longer.add(new Value(unknowns.get(level).of(), Said.either(said)));
          walk(next, List.copyOf(longer));
        }
      }
    }
  }
}
