package org.hefu.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hefu.check.Declared.What;
import org.hefu.model.Article;
import org.hefu.model.Instrument;
import org.hefu.model.Kind;
import org.hefu.model.Names;
import org.hefu.model.Policy;
import org.hefu.model.Rule;
import org.hefu.model.Type;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Module;
import org.hefu.text.Bilingual;
import org.hefu.text.Source;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What names stand for in the modules of a check, errors or none: for tools that show a policy
 * while it is being written.
 */
public final class Meaning {
  private final World world;
  private final List<List<Set<Integer>>> defeaters;
  private @Nullable Map<Span, Declared> declared;

  Meaning(World world, List<List<Set<Integer>>> defeaters) {
    this.world = world;
    this.defeaters = defeaters;
  }

  /** Which place speaks of what. */
  public Uses uses() {
    return world.uses;
  }

  /** What a flow states, as far as it is sound. */
  public Optional<Policy.Request> request() {
    return world.request();
  }

  /** Every module, by name. */
  public Collection<String> modules() {
    return world.scopes.keySet();
  }

  /** The module of that name as its author wrote it. */
  public Optional<Module> module(String name) {
    return Optional.ofNullable(world.scopes.get(name)).map(s -> s.module);
  }

  /** The name of the module in the source. */
  public Optional<String> module(Source source) {
    return scope(source).map(s -> s.name);
  }

  private Optional<Scope> scope(Source source) {
    return world.scopes.values().stream().filter(s -> s.module.source() == source).findFirst();
  }

  /** What is declared at the place. */
  public Optional<Declared> at(Span place) {
    return Optional.ofNullable(all().get(place));
  }

  /** All that can be named in the source without its module's name, by every word for it. */
  public Map<String, List<Declared>> visible(Source source) {
    Map<String, List<Declared>> words = new LinkedHashMap<>();
    scope(source)
        .ifPresent(scope -> {
          own(scope, words);
          scope.uses.values().forEach(used -> own(used, words));
        });
    return words;
  }

  private void own(Scope scope, Map<String, List<Declared>> words) {
    for (Symbol.Space space : Symbol.Space.values()) {
      scope
          .own(space)
          .forEach((word, symbol) ->
              at(symbol.declared())
                  .ifPresent(d -> words.computeIfAbsent(word, _ -> new ArrayList<>()).add(d)));
    }
  }

  /** The members of the kind, each with its place. */
  public List<Declared> members(Kind kind) {
    return world.uses.places(kind).stream().flatMap(p -> at(p).stream()).toList();
  }

  /** The texts that the module codifies. */
  public List<Instrument> texts(String module) {
    Scope scope = world.scopes.get(module);
    return scope == null ? List.of() : List.copyOf(scope.texts);
  }

  /** What the articles of the text hold, where its module says so. */
  public List<Article> articles(Instrument text) {
    return List.copyOf(world.accounts.getOrDefault(text, List.of()));
  }

  /** What the rule declared there has become. */
  public List<Rule> rules(Span place) {
    return world.rules.stream().filter(r -> r.declared().equals(place)).toList();
  }

  /** All rules. */
  public List<Rule> rules() {
    return List.copyOf(world.rules);
  }

  /** The rules that may defeat the one declared there. */
  public List<Rule> defeating(Span place) {
    return rules(place).stream()
        .filter(r -> r.index() < defeaters.size())
        .flatMap(r -> defeaters.get(r.index()).stream())
        .flatMap(Set::stream)
        .distinct()
        .map(world.rules::get)
        .toList();
  }

  /** The rules that the one declared there may defeat. */
  public List<Rule> defeated(Span place) {
    List<Rule> mine = rules(place);
    return world.rules.stream()
        .filter(r -> r.index() < defeaters.size())
        .filter(r -> mine.stream().anyMatch(m -> Defeats.hold(defeaters.get(r.index()), m.index())))
        .toList();
  }

  private Map<Span, Declared> all() {
    Map<Span, Declared> known = declared;
    if (known == null) {
      known = new HashMap<>();
      for (Scope scope : world.scopes.values()) {
        add(scope, known);
      }
      declared = known;
    }
    return known;
  }

  private void add(Scope scope, Map<Span, Declared> all) {
    scope
        .module
        .name()
        .ifPresent(n ->
            put(
                all,
                new Declared(
                    n.span(),
                    What.MODULE,
                    Names.of(scope.name, List.of(), Bilingual.NONE),
                    scope.name,
                    Optional.empty(),
                    Optional.empty())));
    for (Symbol symbol : scope.own()) {
      add(scope, symbol, all);
    }
    for (Declaration declaration : scope.module.declarations()) {
      if (declaration instanceof Declaration.Record record) {
        fields(scope, record, all);
      }
    }
  }

  private void add(Scope scope, Symbol symbol, Map<Span, Declared> all) {
    Span place = symbol.declared();
    switch (symbol) {
      case Symbol.OfKind(_, var kind) -> {
        put(all, of(scope, place, What.KIND, kind.names(), null, kind));
        List<Span> places = world.uses.places(kind);
        for (int i = 0; i < places.size(); i++) {
          Kind.Member member = kind.member(i);
          put(all, of(scope, places.get(i), What.MEMBER, member.names(), new Type.Of(kind), kind));
        }
      }
      case Symbol.OfUnit(_, var unit) ->
          put(all, of(scope, place, What.UNIT, unit.names(), null, null));
      case Symbol.OfRecord(_, _, var syntax) ->
          put(all, of(scope, place, What.RECORD, World.names(syntax.called()), null, null));
      case Symbol.OfField(_, var field) ->
          put(
              all,
              of(
                  scope,
                  place,
                  What.FIELD,
                  field.names(),
                  field.fact().map(f -> f.type()).orElse(null),
                  null));
      case Symbol.OfQuestion(_, var question) ->
          put(all, of(scope, place, What.QUESTION, question.names(), Type.TRUTH, null));
      case Symbol.OfGrant _ -> {}
      case Symbol.OfDefinition it -> {
        boolean plain = it.syntax.parameters().isEmpty();
        Type type = it.worked.values().stream().findFirst().map(d -> d.type()).orElse(null);
        put(all, of(scope, place, plain ? What.DEFINITION : What.PREDICATE, it.names, type, null));
      }
      case Symbol.OfProcedure it ->
          put(all, of(scope, place, What.PROCEDURE, it.names, Type.TRUTH, null));
      case Symbol.OfList it ->
          put(all, of(scope, place, What.LIST, World.names(it.syntax.called()), null, null));
      case Symbol.OfTally it -> put(all, of(scope, place, What.TALLY, it.names, Type.NUMBER, null));
      case Symbol.OfRule it -> put(all, of(scope, place, What.RULE, it.names, null, null));
    }
  }

  private void fields(Scope scope, Declaration.Record record, Map<Span, Declared> all) {
    for (Declaration.Field field : record.fields()) {
      Span place = field.called().name().span();
      all.putIfAbsent(
          place,
          of(
              scope,
              place,
              What.FIELD,
              World.names(field.called()),
              world.uses.type(place).orElse(null),
              null));
    }
  }

  private static void put(Map<Span, Declared> all, Declared it) {
    all.put(it.place(), it);
  }

  private static Declared of(
      Scope scope, Span place, What what, Names names, @Nullable Type type, @Nullable Kind kind) {
    return new Declared(
        place, what, names, scope.name, Optional.ofNullable(type), Optional.ofNullable(kind));
  }
}
