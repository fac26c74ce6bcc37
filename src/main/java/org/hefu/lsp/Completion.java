package org.hefu.lsp;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.hefu.check.Declared;
import org.hefu.check.Declared.What;
import org.hefu.check.Meaning;
import org.hefu.decide.Cite;
import org.hefu.model.Article;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Rank;
import org.hefu.model.Type;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Token;
import org.hefu.text.Language;

/** What may stand at a place, by what stands before it. */
final class Completion {
  private static final Set<What> VALUES =
      Set.of(
          What.FIELD,
          What.DEFINITION,
          What.PREDICATE,
          What.PROCEDURE,
          What.QUESTION,
          What.LIST,
          What.TALLY);

  private static final Set<What> STEPS = Set.of(What.PROCEDURE, What.DEFINITION, What.FIELD);

  private static final Set<What> TYPES = Set.of(What.KIND, What.RECORD);

  private static final int MOST = 300;

  private final View view;

  /** The text when its names were last known. */
  private final Text last;

  private final Meaning meaning;
  private final Cursor cursor;
  private final Language language;
  private final Map<String, CompletionItem> items = new LinkedHashMap<>();
  private final Range range;

  private Completion(View view, Unit unit, Position position) {
    this.view = view;
    this.last = unit.texts().getFirst();
    this.meaning = unit.meaning();
    this.language = view.language();
    this.cursor = new Cursor(view.text().source(), Places.offset(view.text().source(), position));
    this.range = Places.range(view.text().source(), cursor.from(), cursor.offset());
  }

  /**
   * @param unit what names stood for when that was last known
   */
  static CompletionList of(View view, Unit unit, Position position) {
    Completion completion = new Completion(view, unit, position);
    completion.complete(unit);
    return completion.list();
  }

  /** Of very many those that fit what is written so far; the rest when more is. */
  private CompletionList list() {
    String partial = cursor.partial().toLowerCase(Locale.ROOT);
    List<CompletionItem> fitting =
        items.values().stream().filter(i -> fits(partial, i.getLabel())).toList();
    boolean whole = fitting.size() <= MOST;
    return new CompletionList(!whole, whole ? fitting : fitting.subList(0, MOST));
  }

  /** Are the letters in the label, in order? */
  private static boolean fits(String partial, String label) {
    String text = label.toLowerCase(Locale.ROOT);
    int at = 0;
    for (int i = 0; i < text.length() && at < partial.length(); i++) {
      at += text.charAt(i) == partial.charAt(at) ? 1 : 0;
    }
    return at == partial.length();
  }

  private void complete(Unit unit) {
    if (cursor.openText().isPresent()) {
      openText();
    } else if (cursor.isInText()) {
      return;
    } else if (cursor.isBehind("use", "using")) {
      modules();
    } else if (cursor.isBehind(".")) {
      below(cursor.path(1));
    } else if (cursor.begins()) {
      Keywords.DECLARATIONS.forEach(k -> keyword(k, "0"));
    } else {
      switch (cursor.declaration()) {
        case "use" -> modules();
        case "instrument" -> instrument();
        case "rule", "restrict" -> rule(unit);
        case "scenario" -> scenario(unit);
        case "record", "request" -> record();
        case "define", "procedure", "tally" -> condition();
        case "list" -> listing();
        default -> condition();
      }
    }
  }

  // What follows a name and a dot.

  private void below(List<String> path) {
    List<Policy.Field> among = meaning.request().map(Policy.Request::fields).orElse(List.of());
    boolean known = !path.isEmpty();
    for (String name : path) {
      Optional<Policy.Field> next = Policy.Field.called(among, name);
      known &= next.isPresent();
      among = next.map(Policy.Field::fields).orElse(List.of());
    }
    if (known) {
      among.forEach(this::field);
      return;
    }
    String whole = String.join(".", path);
    kind(whole).ifPresent(this::members);
    meaning
        .module(whole)
        .ifPresent(m -> things(meaning.visible(m.source()), d -> d.module().equals(whole), "1"));
    for (String module : meaning.modules()) {
      if (module.startsWith(whole + ".")) {
        String rest = module.substring(whole.length() + 1);
        add(rest, CompletionItemKind.Module, module, "2");
      }
    }
    columns(path);
  }

  /** The columns of a list's rows, where the name is a variable of a quantifier. */
  private void columns(List<String> path) {
    if (path.size() != 1) {
      return;
    }
    for (int i = cursor.before().size() - 1; i > 1; i--) {
      boolean bound =
          Cursor.is(cursor.before().get(i), "in")
              && cursor.before().get(i - 1).text().equals(path.getFirst())
              && i + 1 < cursor.before().size();
      if (bound) {
        String list = cursor.before().get(i + 1).text();
        visible(list, What.LIST).ifPresent(this::columns);
        return;
      }
    }
  }

  private void columns(Declared list) {
    declaration(list)
        .filter(Declaration.Listing.class::isInstance)
        .map(Declaration.Listing.class::cast)
        .flatMap(l ->
            l.properties().stream()
                .filter(p -> Set.of("record", "结构").contains(p.key().text()))
                .findFirst())
        .map(p -> p.values().getFirst().span().text())
        .flatMap(name -> visible(name, What.RECORD))
        .flatMap(this::declaration)
        .filter(Declaration.Record.class::isInstance)
        .map(Declaration.Record.class::cast)
        .ifPresent(record ->
            record
                .fields()
                .forEach(f -> {
                  add(f.called().name().text(), CompletionItemKind.Field, "", "0");
                  f.called()
                      .aliases()
                      .forEach(a -> add(a.text(), CompletionItemKind.Field, "", "0"));
                }));
  }

  private Optional<Declaration> declaration(Declared it) {
    return meaning.module(it.module()).stream()
        .flatMap(m -> m.declarations().stream())
        .filter(d -> d.span().start() <= it.place().start() && it.place().end() <= d.span().end())
        .findFirst();
  }

  // Declarations.

  private void instrument() {
    if (cursor.isBehind(":") && cursor.back(1).filter(t -> Keywords.isRank(t.text())).isPresent()) {
      for (Rank rank : Rank.values()) {
        add(
            rank.name().toLowerCase(Locale.ROOT),
            CompletionItemKind.EnumMember,
            rank.label().in(language),
            "0");
      }
    } else if (cursor.isBehind(":")
        && cursor.back(1).filter(t -> Keywords.isStatus(t.text())).isPresent()) {
      Keywords.STATUSES.forEach(s -> add(s, CompletionItemKind.EnumMember, "", "0"));
    } else if (cursor.isBehind(":", ",")) {
      everyMember();
    } else {
      Keywords.INSTRUMENT.forEach((en, zh) -> property(en, zh));
    }
  }

  private void listing() {
    if (cursor.isBehind(":")
        && cursor
            .back(1)
            .filter(t -> t.text().equals("record") || t.text().equals("结构"))
            .isPresent()) {
      things(visible(), d -> d.what() == What.RECORD, "0");
    } else if (cursor.isBehind(":")
        && cursor.back(1).filter(t -> Keywords.isStatus(t.text())).isPresent()) {
      Keywords.STATUSES.forEach(s -> add(s, CompletionItemKind.EnumMember, "", "0"));
    } else {
      Keywords.LIST.forEach((en, zh) -> property(en, zh));
    }
  }

  private void record() {
    if (cursor.isBehind(":", "set of", "of")) {
      types();
    } else {
      keyword("required", "1");
      keyword("known to", "1");
    }
  }

  private void types() {
    Keywords.TYPES.forEach((en, zh) -> both(en, zh, CompletionItemKind.TypeParameter));
    keyword("set of", "1");
    things(visible(), d -> TYPES.contains(d.what()), "2");
  }

  private void rule(Unit unit) {
    if (cursor.depth() == 0) {
      if (cursor.isBehind("(", ",", "art")) {
        citations(unit);
      }
      return;
    }
    if (cursor.isBehind("forbid", "permit", "before", "after", "exempt")) {
      acts();
    } else if (cursor.isBehind("require", "any of", "all of", "from", "oblige")) {
      steps();
    } else if (cursor.isBehind("despite", "overrides")) {
      targets(unit);
    } else if (cursor.isBehind(",")) {
      switch (cursor.clause(
          "forbid",
          "permit",
          "before",
          "after",
          "exempt",
          "require",
          "from",
          "despite",
          "overrides",
          "when",
          "unless",
          "yields to")) {
        case "forbid", "permit", "before", "after", "exempt" -> acts();
        case "require", "from" -> steps();
        case "despite", "overrides" -> targets(unit);
        case "yields to" -> ranks();
        default -> condition();
      }
    } else if (cursor.isBehind("yields to", "to")) {
      ranks();
    } else if (cursor.clause("when", "unless").isEmpty()) {
      Keywords.CLAUSES.forEach(k -> keyword(k, "0"));
      Keywords.WITHIN_CLAUSES.forEach(k -> keyword(k, "1"));
    } else {
      condition();
      Keywords.CLAUSES.forEach(k -> keyword(k, "4"));
    }
  }

  private void ranks() {
    for (Rank rank : Rank.values()) {
      add(
          rank.name().toLowerCase(Locale.ROOT),
          CompletionItemKind.EnumMember,
          rank.label().in(language),
          "0");
    }
  }

  private void scenario(Unit unit) {
    boolean inFacts = Set.of("given", "part").contains(cursor.block());
    if (cursor.isBehind(":") || (inFacts && comparedKind().isPresent())) {
      value();
    } else if (inFacts && cursor.depth() > 1) {
      facts();
    } else if (cursor.isBehind("expect")) {
      for (Outcome outcome : Outcome.values()) {
        both(outcome.word(), outcome.label().zh(), CompletionItemKind.EnumMember);
      }
    } else if (cursor.isBehind("citing", "not", "overdue")) {
      targets(unit);
    } else if (cursor.isBehind("requiring", "any of", "all of")) {
      steps();
    } else if (cursor.isBehind("missing", "table")) {
      facts();
    } else if (cursor.isBehind(",")) {
      switch (cursor.clause("citing", "requiring", "missing", "table", "using")) {
        case "citing" -> targets(unit);
        case "requiring" -> steps();
        case "using" -> modules();
        default -> facts();
      }
    } else {
      Keywords.SCENARIO_PARTS.forEach(k -> keyword(k, "0"));
    }
  }

  // Conditions.

  private void condition() {
    if (cursor.isBehind(":", "set of")) {
      types();
      return;
    }
    Optional<Kind> kind = comparedKind();
    if (kind.isPresent()) {
      members(kind.get());
      return;
    }
    things(visible(), d -> VALUES.contains(d.what()), "1");
    Keywords.CONDITION.forEach(k -> keyword(k, "3"));
  }

  /** The kind whose members are asked of what stands before. */
  private Optional<Kind> comparedKind() {
    int at = cursor.before().size() - 1;
    if (at > 0 && cursor.isBehind("not") && Cursor.is(cursor.before().get(at - 1), "is")) {
      return kindOf(cursor.path(2));
    }
    // Within braces: before the opening one.
    while (at >= 0 && !Cursor.is(cursor.before().get(at), "{", "}", "(", ":")) {
      if (Cursor.is(cursor.before().get(at), Keywords.ASKING)) {
        break;
      }
      boolean goesOn =
          Cursor.is(cursor.before().get(at), ",", ".")
              || cursor.before().get(at).type() == Token.Type.NAME;
      if (!goesOn) {
        return Optional.empty();
      }
      at--;
    }
    boolean braced = at >= 0 && Cursor.is(cursor.before().get(at), "{");
    int asking = braced ? at - 1 : at;
    if (asking < 0 || (!braced && asking != cursor.before().size() - 1)) {
      return Optional.empty();
    }
    Token word = cursor.before().get(asking);
    if (!Cursor.is(word, Keywords.ASKING) && !(braced && Cursor.is(word, ":"))) {
      return Optional.empty();
    }
    boolean negated = asking > 0 && Cursor.is(cursor.before().get(asking - 1), "not");
    return kindOf(cursor.path(cursor.before().size() - asking + (negated ? 1 : 0)));
  }

  private Optional<Kind> kindOf(List<String> path) {
    return type(path)
        .flatMap(type ->
            switch (type) {
              case Type.Of(var kind) -> Optional.of(kind);
              case Type.SetOf(var kind) -> Optional.of(kind);
              default -> Optional.empty();
            });
  }

  private Optional<Type> type(List<String> path) {
    Optional<Type> fact =
        meaning.request().flatMap(r -> r.at(path)).flatMap(Policy.Field::fact).map(f -> f.type());
    return fact.or(() ->
        path.size() == 1
            ? visible().getOrDefault(path.getFirst(), List.of()).stream()
                .flatMap(d -> d.type().stream())
                .findFirst()
            : Optional.empty());
  }

  /** What a fact may be stated as. */
  private void value() {
    Optional<Kind> compared = comparedKind();
    if (compared.isPresent()) {
      members(compared.get());
      return;
    }
    Optional<Type> type = type(cursor.path(1));
    keyword("unknown", "3");
    if (type.isEmpty()) {
      return;
    }
    switch (type.get()) {
      case Type.Truth _ -> {
        keyword("true", "0");
        keyword("false", "0");
      }
      case Type.Of(var kind) -> members(kind);
      case Type.SetOf(var kind) -> members(kind);
      case Type.Date _ ->
          add(LocalDate.now(ZoneId.systemDefault()).toString(), CompletionItemKind.Value, "", "0");
      case Type.Number _, Type.Duration _, Type.Words _, Type.SetOfWords _ -> {}
    }
  }

  private void facts() {
    meaning.request().map(Policy.Request::fields).orElse(List.of()).forEach(this::field);
  }

  private void field(Policy.Field field) {
    CompletionItemKind kind =
        field.fact().isPresent() ? CompletionItemKind.Field : CompletionItemKind.Struct;
    String type = field.fact().map(f -> TypeNames.said(f.type(), language)).orElse("");
    String question = field.fact().map(f -> f.question().in(language)).orElse("");
    for (String word : field.names().words()) {
      add(word, kind, type, "0").setDocumentation(question);
    }
  }

  // Things by name.

  private void acts() {
    meaning
        .request()
        .map(r -> r.act().type())
        .filter(Type.Of.class::isInstance)
        .ifPresent(t -> members(((Type.Of) t).kind()));
  }

  private void steps() {
    things(
        visible(),
        d ->
            STEPS.contains(d.what())
                && d.type().map(t -> t instanceof Type.Truth).orElse(d.what() != What.FIELD),
        "1");
    keyword("any of", "2");
    keyword("all of", "2");
    keyword("grant", "2");
  }

  private void members(Kind kind) {
    for (Kind.Member member : kind.members()) {
      String other = member.names().in(language);
      for (String word : member.names().words()) {
        add(word, CompletionItemKind.EnumMember, other.equals(word) ? kind.toString() : other, "0");
      }
    }
  }

  private void everyMember() {
    visible().values().stream()
        .flatMap(Collection::stream)
        .filter(d -> d.what() == What.KIND)
        .flatMap(d -> d.kind().stream())
        .distinct()
        .forEach(this::members);
  }

  private void modules() {
    Set<String> names = new TreeSet<>(meaning.modules());
    Units.policies(view.all()).stream()
        .filter(t -> !t.uri().equals(last.uri()))
        .forEach(t -> names.add(t.moduleName()));
    names.add("library");
    names.remove(last.moduleName());
    names.stream()
        .filter(n -> !n.isEmpty() && !n.startsWith("?"))
        .forEach(n -> add(n, CompletionItemKind.Module, "", "0"));
  }

  private void targets(Unit unit) {
    things(visible(), d -> d.what() == What.RULE, "0");
    citations(unit);
    modules();
  }

  /** The articles of the module's instrument. */
  private void citations(Unit unit) {
    for (Instrument text : meaning.texts(last.moduleName())) {
      for (Article article : unit.meaning().articles(text)) {
        add(
            Cite.article(article.first(), language),
            CompletionItemKind.Reference,
            article.paraphrase().in(language),
            "2");
      }
    }
    keyword("art", "3");
  }

  private void openText() {
    boolean like = cursor.before().stream().anyMatch(t -> Cursor.is(t, "like"));
    if (!like) {
      return;
    }
    String open = cursor.openText().orElse("");
    Range whole =
        Places.range(view.text().source(), cursor.offset() - open.length(), cursor.offset());
    for (Declaration each : last.module().declarations()) {
      if (each instanceof Declaration.Scenario it) {
        String title = it.title().value().zh();
        CompletionItem item = add(title, CompletionItemKind.Text, "", "0");
        item.setTextEdit(Either.forLeft(new TextEdit(whole, title)));
        item.setFilterText(title);
      }
    }
  }

  private Map<String, List<Declared>> visible() {
    return meaning.visible(last.module().source());
  }

  private Optional<Declared> visible(String word, What what) {
    return visible().getOrDefault(word, List.of()).stream()
        .filter(d -> d.what() == what)
        .findFirst();
  }

  private Optional<Kind> kind(String word) {
    return visible(word, What.KIND).flatMap(Declared::kind);
  }

  private void things(
      Map<String, List<Declared>> visible, Predicate<Declared> wanted, String sort) {
    visible.forEach((word, all) ->
        all.stream()
            .filter(wanted)
            .findFirst()
            .ifPresent(d -> {
              String type = d.type().map(t -> TypeNames.said(t, language)).orElse("");
              CompletionItem item = add(word, kind(d.what()), type, sort);
              item.setDocumentation(d.names().in(language));
            }));
  }

  private static CompletionItemKind kind(What what) {
    return switch (what) {
      case MODULE -> CompletionItemKind.Module;
      case KIND -> CompletionItemKind.Enum;
      case MEMBER -> CompletionItemKind.EnumMember;
      case UNIT -> CompletionItemKind.Unit;
      case RECORD -> CompletionItemKind.Struct;
      case FIELD -> CompletionItemKind.Field;
      case DEFINITION, QUESTION, LIST, TALLY -> CompletionItemKind.Variable;
      case PREDICATE -> CompletionItemKind.Function;
      case PROCEDURE, GRANT -> CompletionItemKind.Event;
      case RULE -> CompletionItemKind.Method;
    };
  }

  private void keyword(String en, String sort) {
    String zh = Keywords.zh(en);
    // The language in which the text is written comes first.
    boolean chinese = Keywords.isChinese(cursor);
    add(en, CompletionItemKind.Keyword, zh, sort + (chinese ? "1" : "0"));
    if (!zh.isEmpty()) {
      add(zh, CompletionItemKind.Keyword, en, sort + (chinese ? "0" : "1"));
    }
  }

  private void property(String en, String zh) {
    add(en, CompletionItemKind.Property, zh, "0")
        .setTextEdit(Either.forLeft(new TextEdit(range, en + ": ")));
    add(zh, CompletionItemKind.Property, en, "0")
        .setTextEdit(Either.forLeft(new TextEdit(range, zh + ": ")));
  }

  private void both(String en, String zh, CompletionItemKind kind) {
    add(en, kind, zh, "0");
    add(zh, kind, en, "0");
  }

  private CompletionItem add(String label, CompletionItemKind kind, String detail, String sort) {
    CompletionItem item = items.computeIfAbsent(label, CompletionItem::new);
    item.setKind(kind);
    item.setDetail(detail);
    item.setSortText(
        sort + (TypeNames.hasHan(label) == (language == Language.ZH) ? "0" : "1") + label);
    item.setInsertTextFormat(InsertTextFormat.PlainText);
    item.setTextEdit(Either.forLeft(new TextEdit(range, label)));
    return item;
  }
}
