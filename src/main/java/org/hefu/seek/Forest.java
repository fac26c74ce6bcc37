package org.hefu.seek;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import org.hefu.seek.Tree.Fork;
import org.hefu.seek.Tree.Leaf;

/** Trees that share what is the same in them, so that two are the same if they are one. */
final class Forest {
  private record Shape(int level, List<Integer> branches) {}

  private final Map<Long, Tree> leaves = new HashMap<>();
  private final Map<Shape, Tree> forks = new HashMap<>();
  private int grown = 0;

  Tree leaf(long number) {
    return leaves.computeIfAbsent(number, n -> new Leaf(grown++, n));
  }

  Tree fork(int level, List<Tree> branches) {
    Tree first = branches.getFirst();
    if (branches.stream().allMatch(first::equals)) {
      return first;
    }
    Shape shape = new Shape(level, branches.stream().map(Tree::id).toList());
    return forks.computeIfAbsent(shape, _ -> new Fork(grown++, level, List.copyOf(branches)));
  }

  /** The same tree with other leaves. */
  Tree changed(Tree tree, LongUnaryOperator leaf) {
    return changed(tree, leaf, new HashMap<>());
  }

  private Tree changed(Tree tree, LongUnaryOperator leaf, Map<Integer, Tree> done) {
    return switch (tree) {
      case Leaf(_, var number) -> leaf(leaf.applyAsLong(number));
      case Fork(_, var level, var branches) -> {
        Tree known = done.get(tree.id());
        if (known == null) {
          known = fork(level, branches.stream().map(b -> changed(b, leaf, done)).toList());
          done.put(tree.id(), known);
        }
        yield known;
      }
    };
  }

  /** What is left of the tree if this branch is taken wherever it forks at the level. */
  Tree at(Tree tree, int level, int branch) {
    return at(tree, level, branch, new HashMap<>());
  }

  private Tree at(Tree tree, int level, int branch, Map<Integer, Tree> done) {
    if (!(tree instanceof Fork(_, var its, var branches)) || its > level) {
      return tree;
    }
    Tree known = done.get(tree.id());
    if (known == null) {
      known =
          its == level
              ? branches.get(branch)
              : fork(its, branches.stream().map(b -> at(b, level, branch, done)).toList());
      done.put(tree.id(), known);
    }
    return known;
  }

  /** The levels at which the tree forks. */
  static NavigableSet<Integer> levels(Tree tree) {
    NavigableSet<Integer> levels = new TreeSet<>();
    walk(tree, new HashSet<>(), levels);
    return levels;
  }

  private static void walk(Tree tree, Set<Integer> gone, NavigableSet<Integer> levels) {
    if (tree instanceof Fork(var id, var level, var branches) && gone.add(id)) {
      levels.add(level);
      branches.forEach(b -> walk(b, gone, levels));
    }
  }
}
