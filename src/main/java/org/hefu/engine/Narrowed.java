package org.hefu.engine;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An index for each choice of modules that is asked often enough to be worth one. Threads may share
 * it.
 */
final class Narrowed {
  /** More choices than this are asked without an index. */
  private static final int MOST = 32;

  private static final class Choice {
    private final Set<String> using;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile @Nullable Indexed made;

    private Choice(Set<String> using) {
      this.using = using;
    }
  }

  private final Function<Asked, Indexed> make;
  private final Consumer<Set<String>> check;
  private final int often;
  private final Map<Set<String>, Choice> choices = new ConcurrentHashMap<>();

  /** Most questions are put to the same modules as the one before. */
  private volatile @Nullable Choice last;

  /**
   * @param check throws unless these modules may be asked
   * @param often after so many questions an index is made
   */
  Narrowed(Function<Asked, Indexed> make, Consumer<Set<String>> check, int often) {
    this.make = make;
    this.check = check;
    this.often = often;
  }

  /** None where the choice was not asked often, or there are too many of them. */
  @Nullable Indexed get(Asked asked) {
    Choice choice = last;
    if (choice == null || choice.using != asked.using()) {
      choice = choices.get(asked.using());
      if (choice == null) {
        if (choices.size() >= MOST) {
          return null;
        }
        choice = choices.computeIfAbsent(Set.copyOf(asked.using()), this::choice);
      }
      last = choice;
    }
    Indexed made = choice.made;
    if (made == null && choice.asked.incrementAndGet() == often) {
      made = make.apply(asked);
      choice.made = made;
    }
    return made;
  }

  private Choice choice(Set<String> using) {
    check.accept(using);
    return new Choice(using);
  }
}
