package org.hefu.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.hefu.model.Row;

/**
 * Writes conditions, and the steps that fill in what they read, as a class. Each step is a method
 * that works its slot out when it is first asked for, or before all else; and so is whatever would
 * make a method too long. What something comes to is said in one place all the same: what is
 * written are calls to the methods that work it out where there is no code.
 */
public final class Code {
  /** More than this is not worth writing, and a class would run out of constants. */
  static final int MOST = 10_000;

  private static final Writable NEVER = Joined.greatest(List.of());

  final List<Filling> steps;

  /** How many are steps; those behind them come after all. */
  final int first;

  final IntPredicate isLeftOut;

  /** For each slot, the number of the step that fills it in. */
  final Map<Integer, Integer> filling = new HashMap<>();

  final List<Writable> truths = new ArrayList<>();
  Writable forbidden = NEVER;
  Writable due = NEVER;
  Writable governed = NEVER;
  List<Standing> standings = List.of();
  List<Guard> guards = List.of();
  final List<Numbered> trees = new ArrayList<>();
  Consumer<Writing> look = _ -> {};

  /** Steps that are kept in any case. */
  private final Set<Object> keeping = new HashSet<>();

  /** How many places are filled before all else. */
  int looked;

  /**
   * How something stands: whether it holds, whether it counts and whether it is met.
   *
   * @param number what stands so
   * @param counts asked only where it holds
   * @param met asked only where it holds
   */
  public record Standing(int number, Writable holds, Writable counts, Writable met) {}

  /** A truth, and where among the guards it is to stand. */
  public record Guard(int at, Writable truth) {}

  record Numbered(Tree.Fork tree, int numbers) {}

  /**
   * What was written.
   *
   * @param places how many numbers it keeps of what it works out for a flow
   * @param pending from this place on, each must be {@link Row#PENDING} before
   * @param placeOf for each slot that it works out, where it keeps that
   */
  public record Made(Written written, int places, int pending, Map<Integer, Integer> placeOf) {}

  /**
   * @param steps in their order: each reads what those before it fill in, and of the rest what the
   *     flow states
   * @param isLeftOut of a slot: is it false whatever the flow says?
   */
  public Code(List<? extends Filling> steps, IntPredicate isLeftOut) {
    this.steps = new ArrayList<>(steps);
    this.first = steps.size();
    this.isLeftOut = isLeftOut;
    for (int i = 0; i < steps.size(); i++) {
      filling.put(steps.get(i).slot(), i);
    }
  }

  /** Has filled in what comes after the steps, in a slot of its own. Always: not in a circle. */
  public void fill(Filling last) {
    filling.put(last.slot(), steps.size());
    steps.add(last);
  }

  /** Has what stands in slots kept in any case, once it is asked. */
  public void keep(int... slots) {
    for (int slot : slots) {
      if (filling.containsKey(slot)) {
        keeping.add(steps.get(filling.get(slot)));
      }
    }
  }

  /** Has a condition written; its number. */
  public int truth(Writable condition) {
    truths.add(condition);
    return truths.size() - 1;
  }

  /** A place for a number that is found out before all else. */
  public int place() {
    return looked++;
  }

  /** Has written what decides by itself; what looks before all else is then part of it. */
  public void decide(Writable isForbidden, Writable comesDue, Writable isGoverned) {
    forbidden = isForbidden;
    due = comesDue;
    governed = isGoverned;
  }

  /** Does it decide, rather than answer single questions? */
  boolean decides() {
    return forbidden != NEVER;
  }

  /** Has written what {@link Written#standing} says. */
  public void stand(List<Standing> all, List<Guard> guarding) {
    standings = all;
    guards = guarding;
  }

  /**
   * Has written one of the trees that {@link Written#trees} goes through.
   *
   * @param numbers how many there may be at its leaves, from zero on
   */
  public void tree(Tree.Fork root, int numbers) {
    trees.add(new Numbered(root, numbers));
  }

  /** More than this is not written; trees have been given as much room as they need. */
  int most() {
    return MOST + trees.stream().mapToInt(t -> t.tree().size()).sum();
  }

  /** Has written what {@link Written#look} does. */
  public void look(Consumer<Writing> body) {
    look = body;
  }

  /** The class; none where it would be too large. */
  public Optional<Made> made() {
    return made(_ -> false);
  }

  /**
   * The same; what most flows ask for is worked out before all else, where it stands one behind the
   * other and nobody need see whether it is there.
   *
   * @param isAsked of a place of the class that is made without this: do most flows ask for what is
   *     kept there?
   */
  public Optional<Made> made(IntPredicate isAsked) {
    if (truths.stream().mapToInt(Writable::size).sum() > MOST) {
      return Optional.empty();
    }
    try {
      Set<Object> several = new HashSet<>(keeping);
      // Written once to see what is asked where, and then to see what that asks.
      Pass pass = new Pass(this, several);
      if (pass.written() == null) {
        return Optional.empty();
      }
      pass = new Pass(this, several, Early.NOTHING);
      byte[] bytes = pass.written();
      Early early = pass.early(isAsked);
      if (!early.kept().isEmpty()) {
        pass = new Pass(this, several, early);
        bytes = pass.written();
      }
      return bytes == null ? Optional.empty() : Optional.of(pass.made(bytes));
    } catch (IllegalArgumentException e) {
      // More than a class, or one of its methods, can hold.
      return Optional.empty();
    }
  }
}
