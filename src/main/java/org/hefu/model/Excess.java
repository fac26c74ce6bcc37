package org.hefu.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;

/** In what a delegated grant is more than its parent gives. */
public enum Excess {
  GRANTOR,
  DATA,
  ACTS,
  TERRITORY,
  PURPOSES,
  PERIOD,
  DELEGATION,
  DEPTH;

  /** All that the grant has beyond its parent. */
  public static List<Excess> of(Grant grant, Grant parent) {
    List<Excess> found = new ArrayList<>();
    for (Excess each : values()) {
      if (each.holds(grant, parent)) {
        found.add(each);
      }
    }
    return found;
  }

  private boolean holds(Grant grant, Grant parent) {
    return switch (this) {
      case GRANTOR -> !parent.grantee().isSame(grant.grantor());
      case DATA -> isOutside(grant.data(), parent.data(), (of, data) -> of.covers(data));
      case ACTS -> isOutside(grant.acts(), parent.acts(), Kind.Member::holds);
      case TERRITORY ->
          parent.territory().isPresent()
              && isOutside(
                  grant.territory().orElseThrow(), parent.territory().get(), Kind.Member::holds);
      case PURPOSES -> parent.purposes().isPresent() && purposes(grant, parent);
      case PERIOD -> grant.from() < parent.from() || grant.to() > parent.to();
      case DELEGATION -> parent.depth() == 0;
      case DEPTH -> parent.depth() > 0 && grant.depth() > parent.depth() - 1;
    };
  }

  private static boolean purposes(Grant grant, Grant parent) {
    Grant.Purposes mine = grant.purposes().orElseThrow();
    Grant.Purposes most = parent.purposes().orElseThrow();
    return isOutside(mine.members(), most.members(), Kind.Member::holds)
        || !most.texts().containsAll(mine.texts());
  }

  private static <T> boolean isOutside(List<T> mine, List<T> most, BiPredicate<T, T> holds) {
    return !mine.stream().allMatch(m -> most.stream().anyMatch(of -> holds.test(of, m)));
  }

  /** What the parent has at most, as people would say it. */
  public Bilingual most(Grant parent) {
    return switch (this) {
      case GRANTOR -> parent.grantee().name();
      case DATA -> both(String.join(", ", parent.data().stream().map(Pattern::toString).toList()));
      case ACTS -> said(parent.acts());
      case TERRITORY -> said(parent.territory().orElse(List.of()));
      case PURPOSES ->
          parent.purposes().orElseThrow().texts().isEmpty()
              ? said(parent.purposes().get().members())
              : both(String.join(", ", parent.purposes().get().texts()));
      case PERIOD -> both(day(parent.from()) + " .. " + day(parent.to()));
      case DELEGATION -> parent.title();
      case DEPTH -> both(String.valueOf(parent.depth() - 1));
    };
  }

  private static Bilingual both(String text) {
    return new Bilingual(text, text);
  }

  private static Bilingual said(List<Kind.Member> members) {
    return new Bilingual(
        String.join("、", members.stream().map(m -> m.names().in(Language.ZH)).toList()),
        String.join(", ", members.stream().map(m -> m.names().in(Language.EN)).toList()));
  }

  private static String day(long day) {
    return day == Long.MIN_VALUE || day == Long.MAX_VALUE
        ? ""
        : LocalDate.ofEpochDay(day).toString();
  }
}
