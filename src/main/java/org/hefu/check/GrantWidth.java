package org.hefu.check;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.hefu.check.GrantLines.Line;
import org.hefu.model.Grant;
import org.hefu.model.Kind;
import org.hefu.model.Pattern;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;
import org.hefu.text.Span;

/** Holds a delegated grant to its parent: nobody passes on more than he has. */
final class GrantWidth {
  private final World world;
  private final Grant grant;
  private final Grant parent;
  private final Function<Line, Span> places;
  private final Function<Line, Span> above;

  /**
   * @param places where the grant says something
   * @param above where its parent does
   */
  GrantWidth(World world, Grant grant, Function<Line, Span> places, Function<Line, Span> above) {
    this.world = world;
    this.grant = grant;
    this.parent = grant.parent().orElseThrow();
    this.places = places;
    this.above = above;
  }

  void check() {
    if (!parent.grantee().isSame(grant.grantor())) {
      world.report(
          Problem.of(
                  Code.NOT_GRANTEE, places.apply(Line.GRANTOR), grant.grantor(), parent.grantee())
              .related(above.apply(Line.GRANTEE), "parent-here"));
    }
    if (!within(grant.data(), parent.data(), (of, data) -> of.covers(data))) {
      wider(Line.DATA, new Phrase("grant-data"), said(parent.data()));
    }
    members(Line.ACTS, new Phrase("grant-acts"), grant.acts(), parent.acts());
    parent
        .territory()
        .ifPresent(t ->
            members(
                Line.TERRITORY, new Phrase("grant-territory"), grant.territory().orElseThrow(), t));
    parent.purposes().ifPresent(this::purposes);
    if (grant.from() < parent.from() || grant.to() > parent.to()) {
      wider(
          Line.PERIOD, new Phrase("grant-period"), day(parent.from()) + " .. " + day(parent.to()));
    }
    if (parent.depth() == 0) {
      world.report(
          Problem.of(Code.NO_DELEGATION, places.apply(Line.PARENT), parent.title().zh())
              .related(above.apply(Line.DEPTH), "parent-here"));
    } else if (grant.depth() > parent.depth() - 1) {
      wider(Line.DEPTH, new Phrase("grant-depth"), String.valueOf(parent.depth() - 1));
    }
  }

  private void purposes(Grant.Purposes most) {
    Grant.Purposes mine = grant.purposes().orElseThrow();
    Phrase phrase = new Phrase("grant-purposes");
    members(Line.PURPOSES, phrase, mine.members(), most.members());
    if (!most.texts().containsAll(mine.texts())) {
      wider(Line.PURPOSES, phrase, String.join(", ", most.texts()));
    }
  }

  private void members(Line line, Phrase phrase, List<Kind.Member> mine, List<Kind.Member> most) {
    if (!within(mine, most, Kind.Member::holds)) {
      wider(line, phrase, new Bilingual(said(most, Language.ZH), said(most, Language.EN)));
    }
  }

  private static <T> boolean within(List<T> mine, List<T> most, BiPredicate<T, T> holds) {
    return mine.stream().allMatch(m -> most.stream().anyMatch(of -> holds.test(of, m)));
  }

  private static String said(List<Kind.Member> members, Language language) {
    List<String> each = members.stream().map(m -> m.names().in(language)).toList();
    return String.join(language == Language.ZH ? "、" : ", ", each);
  }

  private void wider(Line line, Phrase phrase, Object most) {
    world.report(
        Problem.of(Code.WIDER_GRANT, places.apply(line), phrase, most)
            .related(above.apply(line), "parent-here"));
  }

  private static String said(List<Pattern> patterns) {
    return String.join(", ", patterns.stream().map(Pattern::toString).toList());
  }

  private static String day(long day) {
    return day == Long.MIN_VALUE || day == Long.MAX_VALUE
        ? ""
        : LocalDate.ofEpochDay(day).toString();
  }
}
