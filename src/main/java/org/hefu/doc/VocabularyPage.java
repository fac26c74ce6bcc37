package org.hefu.doc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Type;
import org.hefu.text.Bilingual;

/** The words in which flows are stated: each fact with its question, each kind with its members. */
final class VocabularyPage {
  private VocabularyPage() {}

  static String of(Book book) {
    Html page = Frame.open(Words.say("vocabulary"));
    page.element("h2", Words.say("facts")).open("div", "class", "wide").open("table").open("tr");
    for (String each : List.of("fact", "type", "question", "known-to")) {
      page.element("th", Words.say(each));
    }
    page.close().line();
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (Fact fact : book.policy().request().facts()) {
      page.open("tr", "id", "fact-" + fact.name()).open("td");
      page.both(Conditions.label(fact)).empty("br").element("code", fact.name()).close();
      page.open("td");
      type(fact.type(), page, kinds);
      page.close().element("td", fact.question()).element("td", fact.knower()).close().line();
    }
    page.close().close();
    kinds.values().forEach(k -> kind(k, page));
    return Frame.close(page);
  }

  private static void type(Type type, Html page, Map<String, Kind> kinds) {
    Optional<Kind> kind =
        type instanceof Type.Of(var one)
            ? Optional.of(one)
            : type instanceof Type.SetOf(var many) ? Optional.of(many) : Optional.empty();
    if (kind.isPresent()) {
      Bilingual label = kind.get().names().label();
      kinds.put(kind.get().names().name(), kind.get());
      boolean set = type instanceof Type.SetOf;
      page.link("#kind-" + kind.get().names().name(), set ? Words.say("set-of", label) : label);
      return;
    }
    page.both(
        switch (type) {
          case Type.Truth _ -> Words.say("type.truth");
          case Type.Number(var unit) ->
              unit.map(u -> Words.say("type.number-of", u.names().label()))
                  .orElse(Words.say("type.number"));
          case Type.Date _ -> Words.say("type.date");
          case Type.Duration _ -> Words.say("type.duration");
          case Type.SetOfWords _ -> Words.say("type.texts");
          default -> Words.say("type.text");
        });
  }

  private static void kind(Kind kind, Html page) {
    page.element("h2", kind.names().label(), "id", "kind-" + kind.names().name());
    List<Kind.Member> top = new ArrayList<>();
    kind.members().stream().filter(m -> m.parent() < 0).forEach(top::add);
    members(kind, top, page);
  }

  private static void members(Kind kind, List<Kind.Member> members, Html page) {
    page.open("ul", "class", "members");
    for (Kind.Member each : members) {
      page.open("li").both(each.names().label()).text(" ").element("code", each.names().name());
      if (!each.note().isEmpty()) {
        page.text(" ").element("span", each.note(), "class", "detail");
      }
      List<Kind.Member> below =
          kind.members().stream().filter(m -> m.parent() == each.index()).toList();
      if (!below.isEmpty()) {
        members(kind, below, page);
      }
      page.close();
    }
    page.close().line();
  }
}
