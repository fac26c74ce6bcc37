package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hefu.model.Kind;
import org.hefu.model.Question;
import org.hefu.model.Unit;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Called;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Name;
import org.hefu.syntax.Text;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/**
 * Pass: declares every name of every module, and settles kinds, units and questions, which need no
 * other names.
 */
final class Kinds {
  private final World world;

  Kinds(World world) {
    this.world = world;
  }

  void run() {
    for (Scope scope : world.scopes.values()) {
      scope.module.declarations().forEach(d -> declare(scope, d));
    }
  }

  private void declare(Scope scope, Declaration declaration) {
    switch (declaration) {
      case Declaration.Kind it ->
          world.declare(scope, it.called(), new Symbol.OfKind(it.called().name().span(), kind(it)));
      case Declaration.Unit it ->
          world.declare(
              scope,
              it.called(),
              new Symbol.OfUnit(it.called().name().span(), new Unit(World.names(it.called()))));
      case Declaration.Record it ->
          world.declare(
              scope, it.called(), new Symbol.OfRecord(it.called().name().span(), scope, it));
      case Declaration.Define it ->
          world.declare(
              scope, it.called(), new Symbol.OfDefinition(scope, it, World.names(it.called())));
      case Declaration.Procedure it ->
          world.declare(
              scope, it.called(), new Symbol.OfProcedure(scope, it, World.names(it.called())));
      case Declaration.Question it -> {
        Span place = it.called().name().span();
        Question question =
            new Question(
                world.slots(1),
                World.names(it.called()),
                it.authority().value(),
                Bilingual.NONE,
                place,
                true);
        world.questions.add(question);
        world.declare(scope, it.called(), new Symbol.OfQuestion(place, question));
      }
      case Declaration.Rule it ->
          world.declare(scope, it.called(), new Symbol.OfRule(scope, it, World.names(it.called())));
      case Declaration.Listing it -> world.declare(scope, it.called(), new Symbol.OfList(it));
      case Declaration.Tally it -> {
        Symbol.OfTally tally = new Symbol.OfTally(scope, it, World.names(it.called()));
        world.tallies.add(tally);
        world.declare(scope, it.called(), tally);
      }
      case Declaration.Instrument _,
          Declaration.Account _,
          Declaration.Role _,
          Declaration.Authority _,
          Declaration.Grant _,
          Declaration.Stop _,
          Declaration.Scenario _,
          Declaration.Unread _ -> {}
    }
  }

  private Kind kind(Declaration.Kind syntax) {
    List<Kind.Member> members = new ArrayList<>();
    List<Span> places = new ArrayList<>();
    add(members, syntax.members(), -1, new HashMap<>(), places);
    Name name = syntax.called().name();
    if (members.isEmpty() && syntax.whole()) {
      world.report(Problem.of(Code.NO_MEMBER, name.span(), name.text()));
    }
    Kind.Shape shape = Kind.Shape.valueOf(syntax.shape().name());
    Kind kind = new Kind(World.names(syntax.called()), shape, members);
    world.uses.members(kind, places);
    return kind;
  }

  private void add(
      List<Kind.Member> members,
      List<Declaration.Member> syntax,
      int parent,
      Map<String, Span> taken,
      List<Span> places) {
    for (Declaration.Member each : syntax) {
      Called called = each.called();
      List<Name> words = new ArrayList<>(called.aliases());
      words.addFirst(called.name());
      for (Name word : words) {
        Span first = taken.putIfAbsent(word.text(), word.span());
        if (first != null) {
          world.twice(word, first);
        }
      }
      int index = members.size();
      places.add(called.name().span());
      world.uses.note(called);
      Bilingual note = each.note().map(Text::value).orElse(Bilingual.NONE);
      members.add(new Kind.Member(World.names(called), index, index, parent, note));
      add(members, each.members(), index, taken, places);
      members.set(
          index, new Kind.Member(World.names(called), index, members.size() - 1, parent, note));
    }
  }
}
