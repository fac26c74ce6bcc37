package org.hefu.seek;

import java.util.ArrayList;
import java.util.List;
import org.hefu.model.Kind;

/**
 * The most precise values of a kind: members with none below them and, for every other, what lies
 * in it but in none of those listed below. A tree seldom lists everything: whoever says Jiangsu
 * need not mean one of the cities that are named.
 */
final class Members {
  private Members() {}

  static List<Long> of(Kind kind) {
    return precise(kind, kind.members());
  }

  /** At or below a member. */
  static List<Long> within(Kind kind, Kind.Member member) {
    return precise(kind, kind.members().subList(member.index(), member.last() + 1));
  }

  private static List<Long> precise(Kind kind, List<Kind.Member> members) {
    List<Long> values = new ArrayList<>();
    for (Kind.Member member : members) {
      values.add(Kind.isDivided(member) ? kind.elsewhere(member) : member.index());
    }
    return values;
  }
}
