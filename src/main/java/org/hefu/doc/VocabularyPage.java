package org.hefu.doc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Names;
import org.hefu.model.Procedure;
import org.hefu.model.Type;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;

/**
 * The words in which flows are stated: each fact with its question and who usually knows it, each
 * kind with its members, and the steps that rules require.
 */
final class VocabularyPage {
  private VocabularyPage() {}

  static String of(Book book) {
    Map<Names, List<Fact>> groups = new LinkedHashMap<>();
    Map<String, Kind> kinds = new LinkedHashMap<>();
    Names alone = new Names("flow", List.of(), Words.say("flow-itself"));
    for (Fact fact : book.policy().request().facts()) {
      boolean grouped = fact.path().size() > 1;
      Names group = grouped ? fact.path().getFirst() : alone;
      groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(fact);
      kind(fact.type()).ifPresent(k -> kinds.put(k.names().name(), k));
    }
    Html page = Frame.open(Words.say("vocabulary"));
    page.element("p", Words.say("vocabulary-lead"), "class", "lead");
    List<Names> ofKinds = kinds.values().stream().map(Kind::names).toList();
    contents("facts", "#facts-", groups.keySet(), page);
    contents("kinds", "#kind-", ofKinds, page);
    page.open("p")
        .open("strong")
        .link("#procedures", Words.say("procedures"))
        .close()
        .close()
        .line();
    groups.forEach((names, facts) -> facts(names, facts, page));
    kinds.values().forEach(k -> kind(k, page));
    procedures(book.policy().procedures(), page);
    return Frame.close(page);
  }

  private static void contents(String heading, String to, Collection<Names> parts, Html page) {
    page.open("p").element("strong", Words.say(heading));
    for (Names each : parts) {
      page.text(" · ").link(to + each.name(), label(each));
    }
    page.close().line();
  }

  private static void facts(Names names, List<Fact> facts, Html page) {
    page.element("h2", label(names), "id", "facts-" + names.name());
    table(List.of("fact", "type", "question", "known-to"), page);
    for (Fact fact : facts) {
      page.open("tr", "id", "fact-" + fact.name()).open("td");
      page.both(Conditions.label(fact)).empty("br").element("code", fact.name()).close();
      page.open("td");
      type(fact.type(), page);
      page.close().element("td", fact.question()).element("td", fact.knower()).close().line();
    }
    page.close().close();
  }

  private static void table(List<String> heads, Html page) {
    page.open("div", "class", "wide").open("table").open("tr");
    heads.forEach(h -> page.element("th", Words.say(h)));
    page.close().line();
  }

  private static void procedures(List<Procedure> procedures, Html page) {
    page.element("h2", Words.say("procedures"), "id", "procedures");
    table(List.of("procedure", "authority", "deadline", "note"), page);
    for (Procedure each : procedures) {
      page.open("tr").open("td").both(each.names().label()).empty("br");
      page.element("code", each.names().name()).close();
      for (String key : List.of("authority", "deadline", "note")) {
        page.element("td", each.notes().getOrDefault(key, Bilingual.NONE));
      }
      page.close().line();
    }
    page.close().close();
  }

  private static Bilingual label(Names names) {
    return new Bilingual(names.in(Language.ZH), names.in(Language.EN));
  }

  private static Optional<Kind> kind(Type type) {
    return type instanceof Type.Of(var one)
        ? Optional.of(one)
        : type instanceof Type.SetOf(var many) ? Optional.of(many) : Optional.empty();
  }

  private static void type(Type type, Html page) {
    Optional<Kind> kind = kind(type);
    if (kind.isPresent()) {
      Bilingual label = kind.get().names().label();
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
