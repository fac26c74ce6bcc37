package org.hefu.lsp;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.check.Declared;
import org.hefu.check.Declared.What;
import org.hefu.check.Meaning;
import org.hefu.model.Kind;
import org.hefu.model.Policy;
import org.hefu.model.Type;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Token;

/** What names stand for about a place that is being completed, and what is asked for there. */
final class Around {
  private final Text last;
  private final Meaning meaning;
  private final Cursor cursor;

  /**
   * @param unit what names stood for when that was last known
   */
  Around(Unit unit, Cursor cursor) {
    this.last = unit.texts().getFirst();
    this.meaning = unit.meaning();
    this.cursor = cursor;
  }

  /** The text when its names were last known. */
  Text last() {
    return last;
  }

  Meaning meaning() {
    return meaning;
  }

  Cursor cursor() {
    return cursor;
  }

  /** What a flow states. */
  List<Policy.Field> facts() {
    return meaning.request().map(Policy.Request::fields).orElse(List.of());
  }

  /** The kind of what flows do. */
  Optional<Kind> acts() {
    return meaning
        .request()
        .map(r -> r.act().type())
        .filter(Type.Of.class::isInstance)
        .map(t -> ((Type.Of) t).kind());
  }

  /** Every kind that has a name here. */
  List<Kind> kinds() {
    return visible().values().stream()
        .flatMap(Collection::stream)
        .filter(d -> d.what() == What.KIND)
        .flatMap(d -> d.kind().stream())
        .distinct()
        .toList();
  }

  Map<String, List<Declared>> visible() {
    return meaning.visible(last.module().source());
  }

  Optional<Declared> visible(String word, What what) {
    return visible().getOrDefault(word, List.of()).stream()
        .filter(d -> d.what() == what)
        .findFirst();
  }

  Optional<Kind> kind(String word) {
    return visible(word, What.KIND).flatMap(Declared::kind);
  }

  /** The kind whose members are asked of what stands before. */
  Optional<Kind> comparedKind() {
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

  Optional<Kind> kindOf(List<String> path) {
    return type(path)
        .flatMap(type ->
            switch (type) {
              case Type.Of(var kind) -> Optional.of(kind);
              case Type.SetOf(var kind) -> Optional.of(kind);
              default -> Optional.empty();
            });
  }

  Optional<Type> type(List<String> path) {
    Optional<Type> fact =
        meaning.request().flatMap(r -> r.at(path)).flatMap(Policy.Field::fact).map(f -> f.type());
    return fact.or(() ->
        path.size() == 1
            ? visible().getOrDefault(path.getFirst(), List.of()).stream()
                .flatMap(d -> d.type().stream())
                .findFirst()
            : Optional.empty());
  }

  Optional<Declaration> declaration(Declared it) {
    return meaning.module(it.module()).stream()
        .flatMap(m -> m.declarations().stream())
        .filter(d -> d.span().start() <= it.place().start() && it.place().end() <= d.span().end())
        .findFirst();
  }
}
