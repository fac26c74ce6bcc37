package org.hefu.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hefu.check.Declared;
import org.hefu.check.Meaning;
import org.hefu.decide.Cite;
import org.hefu.doc.Effects;
import org.hefu.model.Article;
import org.hefu.model.Fact;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Names;
import org.hefu.model.Policy;
import org.hefu.model.Rule;
import org.hefu.syntax.Declaration;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;
import org.hefu.text.Wording;

/** All that there is to say of a declared thing, in Markdown. */
final class Card {
  private static final int SHOWN = 8;
  private static final int LINES = 12;

  private final Language language;
  private final Wording words;
  private final Meaning meaning;

  Card(View view) {

    this.language = view.language();
    this.words = view.session().words();
    this.meaning = view.unit().meaning();
  }

  String of(Declared it) {
    List<String> parts = new ArrayList<>();
    boolean isFact = it.what() == Declared.What.FIELD;
    Names plain = Names.of(it.names().name(), it.names().aliases(), Bilingual.NONE);
    // The label of a fact is a question, which follows.
    parts.add(title(isFact ? plain : it.names()));
    parts.add(line(it));
    switch (it.what()) {
      case RULE -> rule(it, parts);
      case MEMBER -> member(it, parts);
      case FIELD -> field(it, parts);
      case KIND -> kind(it, parts);
      case MODULE -> meaning.texts(it.module()).forEach(t -> parts.add(text(t)));
      case DEFINITION, PREDICATE, PROCEDURE, LIST, TALLY, QUESTION, RECORD -> parts.add(code(it));
      case UNIT, GRANT -> {}
    }
    return String.join("\n\n", parts.stream().filter(p -> !p.isEmpty()).toList());
  }

  /** What it is called in the reader's language, and in the other. */
  private String title(Names names) {
    Language other = language == Language.ZH ? Language.EN : Language.ZH;
    String first = escaped(names.in(language));
    String second = escaped(names.in(other));
    return "**" + first + "**" + (first.equals(second) ? "" : " · " + second);
  }

  private String line(Declared it) {
    String what = words.say("what." + it.what().name().toLowerCase(java.util.Locale.ROOT));
    String type = it.type().map(t -> " : " + TypeNames.said(t, language)).orElse("");
    String where = it.what() == Declared.What.MODULE ? "" : " — `" + it.module() + "`";
    return what + " `" + String.join("`, `", it.names().words()) + "`" + type + where;
  }

  private void rule(Declared it, List<String> parts) {
    List<Rule> rules = meaning.rules(it.place());
    if (rules.isEmpty()) {
      parts.add(code(it));
      return;
    }
    Rule rule = rules.getFirst();
    parts.add(escaped(Effects.sentence(rules).in(language)));
    parts.add(Cite.articles(rule.citations(), language) + " " + text(rule.instrument()));
    for (Article article : meaning.articles(rule.instrument())) {
      boolean touched = rule.citations().stream().anyMatch(article::touches);
      if (touched && !article.paraphrase().isEmpty()) {
        parts.add("> " + escaped(article.paraphrase().in(language)));
      }
    }
    rules("defeated-by", meaning.defeating(it.place()), parts);
    rules("defeats", meaning.defeated(it.place()), parts);
  }

  private void rules(String key, List<Rule> rules, List<String> parts) {
    List<String> labels =
        rules.stream()
            .map(r -> escaped(r.names().in(language)) + " (" + Cite.rule(r, language) + ")")
            .distinct()
            .toList();
    if (!labels.isEmpty()) {
      String more = labels.size() > SHOWN ? " …" : "";
      String listed = String.join("\n- ", labels.subList(0, Math.min(SHOWN, labels.size())));
      parts.add(words.say(key) + "\n- " + listed + more);
    }
  }

  /** The text's title, rank, status and dates. */
  private String text(Instrument text) {
    String from = text.from() <= 0 ? "" : java.time.LocalDate.ofEpochDay(text.from()).toString();
    String to =
        text.to() == Long.MAX_VALUE ? "" : java.time.LocalDate.ofEpochDay(text.to()).toString();
    String dates = from.isEmpty() && to.isEmpty() ? "" : " · " + from + " .. " + to;
    String status = words.say("status." + text.status().name().toLowerCase(java.util.Locale.ROOT));
    return escaped(Cite.title(text, language))
        + " · "
        + text.rank().label().in(language)
        + " · "
        + status
        + dates;
  }

  private void kind(Declared it, List<String> parts) {
    it.kind()
        .ifPresent(kind -> {
          List<String> members =
              kind.members().stream()
                  .limit(SHOWN)
                  .map(m -> "`" + m.names().name() + "` " + escaped(m.names().in(language)))
                  .toList();
          String more = kind.members().size() > SHOWN ? ", …" : "";
          parts.add(String.join(", ", members) + more);
        });
  }

  private void member(Declared it, List<String> parts) {
    Optional<Kind> kind = it.kind();
    kind.flatMap(k -> k.member(it.names().name()))
        .ifPresent(member -> {
          List<String> above =
              kind.get().ancestry(member).stream().map(m -> m.names().in(language)).toList();
          if (above.size() > 1) {
            parts.add(escaped(String.join(" › ", above)));
          }
          if (!member.note().isEmpty()) {
            parts.add(escaped(member.note().in(language)));
          }
        });
  }

  private void field(Declared it, List<String> parts) {
    Optional<Fact> fact =
        meaning.request().map(Policy.Request::facts).orElse(List.of()).stream()
            .filter(f -> f.declared().equals(it.place()))
            .findFirst();
    fact.ifPresent(f -> {
      said(f.question(), parts);
      if (!f.knower().isEmpty()) {
        parts.add(words.say("known-to", escaped(f.knower().in(language))));
      }
      if (f.required()) {
        parts.add(words.say("required"));
      }
    });
  }

  private void said(Bilingual text, List<String> parts) {
    if (!text.isEmpty()) {
      parts.add(escaped(text.in(language)));
    }
  }

  /** Its declaration as its author wrote it, as far as one sees it at a glance. */
  private String code(Declared it) {
    return meaning.module(it.module()).stream()
        .flatMap(m -> m.declarations().stream())
        .filter(d -> holds(d, it))
        .findFirst()
        .map(d -> {
          List<String> lines = d.span().text().lines().toList();
          String cut = lines.size() > LINES ? "\n…" : "";
          String shown = String.join("\n", lines.subList(0, Math.min(LINES, lines.size())));
          return "```hefu\n" + shown + cut + "\n```";
        })
        .orElse("");
  }

  private static boolean holds(Declaration declaration, Declared it) {
    return declaration.span().source() == it.place().source()
        && declaration.span().start() <= it.place().start()
        && it.place().end() <= declaration.span().end();
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
  }
}
