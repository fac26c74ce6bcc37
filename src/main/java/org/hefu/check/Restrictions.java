package org.hefu.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hefu.model.Definition;
import org.hefu.model.Fact;
import org.hefu.model.Names;
import org.hefu.model.Pattern;
import org.hefu.model.Rank;
import org.hefu.model.Term;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Text;
import org.hefu.text.Bilingual;

/** What a restriction adds to the condition of its rule: the data sets that it goes with. */
final class Restrictions {
  private final World world;

  Restrictions(World world) {
    this.world = world;
  }

  /** The condition, for these data sets and all that derives from them. */
  Term over(Scope scope, Text over, Term condition) {
    scope.texts.stream()
        .filter(t -> t.rank() != Rank.CONTRACT && t.rank() != Rank.OWNER)
        .findFirst()
        .ifPresent(text ->
            world.report(
                Problem.of(Code.WRONG_RESTRICTION, over.span(), text.rank().label())
                    .related(text.declared(), "stands-here")));
    Optional<Pattern> pattern = new Patterns(world).pattern(over);
    List<Fact> facts =
        Stream.of(world.roles.data(), world.roles.lineage()).flatMap(Optional::stream).toList();
    if (world.roles.data().isEmpty()) {
      world.report(Problem.of(Code.NO_ROLE, over.span(), RoleLines.Role.DATA.word()));
    }
    if (pattern.isEmpty() || facts.isEmpty()) {
      return condition;
    }
    List<Term> parts = new ArrayList<>();
    parts.add(new Term.Derived(over.span(), travelling(over, pattern.get(), facts)));
    if (condition instanceof Term.And(_, var several)) {
      parts.addAll(several);
    } else {
      parts.add(condition);
    }
    return new Term.And(condition.span(), parts);
  }

  private Definition travelling(Text over, Pattern pattern, List<Fact> facts) {
    Names names =
        new Names(
            "over " + pattern,
            List.of(),
            new Bilingual(
                "数据或者其来源属于“" + pattern + "”",
                "the data, or data they derive from, lie within “" + pattern + "”"));
    Patterns patterns = new Patterns(world);
    List<Term> each = facts.stream().map(f -> patterns.matches(over.span(), f, pattern)).toList();
    return world.define(names, new Term.Or(over.span(), each), over.span());
  }
}
