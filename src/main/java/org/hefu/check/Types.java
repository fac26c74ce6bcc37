package org.hefu.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Period;
import org.hefu.model.Type;
import org.hefu.model.Unit;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Name;
import org.hefu.text.Bilingual;

/** What written types mean, and how types are said in problems. */
final class Types {
  private static final Map<String, Type> PLAIN =
      Map.ofEntries(
          Map.entry("boolean", Type.TRUTH),
          Map.entry("是否", Type.TRUTH),
          Map.entry("number", Type.NUMBER),
          Map.entry("数", Type.NUMBER),
          Map.entry("date", Type.DATE),
          Map.entry("日期", Type.DATE),
          Map.entry("duration", Type.DURATION),
          Map.entry("时长", Type.DURATION),
          Map.entry("string", Type.WORDS),
          Map.entry("文字", Type.WORDS));

  private final World world;

  Types(World world) {
    this.world = world;
  }

  /**
   * The type as written in the scope; empty, and reported, if there is none. A record is no such
   * type.
   */
  Optional<Type> type(Declaration.Type written, Scope scope) {
    String name = written.name().toString();
    Type plain = PLAIN.get(name);
    if (plain != null && !written.set()) {
      if (plain instanceof Type.Number && written.unit().isPresent()) {
        Optional<Period> period = period(written.unit().get());
        if (period.isPresent()) {
          return Optional.of(new Type.Duration(period));
        }
        return unit(written.unit().get(), scope).map(u -> new Type.Number(Optional.of(u)));
      }
      written
          .unit()
          .ifPresent(u -> world.report(Problem.of(Code.UNKNOWN_UNIT, u.span(), u.text())));
      return Optional.of(plain);
    }
    if (plain instanceof Type.Words && written.unit().isEmpty()) {
      return Optional.of(Type.SET_OF_WORDS);
    }
    Optional<Scope.Found> found = scope.find(Symbol.Space.TYPES, written.name(), world.problems);
    if (found.isPresent()
        && found.get().taken() == written.name().names().size()
        && found.get().symbol() instanceof Symbol.OfKind(_, var kind)) {
      return Optional.of(written.set() ? new Type.SetOf(kind) : new Type.Of(kind));
    }
    world.report(
        Problem.of(Code.UNKNOWN_TYPE, written.name().span(), name)
            .nearest(
                world.nearest(
                    name,
                    () -> {
                      List<String> words = new ArrayList<>(PLAIN.keySet());
                      words.addAll(scope.words(Symbol.Space.TYPES));
                      return words;
                    })));
    return Optional.empty();
  }

  /** The record of that name, if the written type names one. */
  Optional<Symbol.OfRecord> record(Declaration.Type written, Scope scope) {
    return written.set()
        ? Optional.empty()
        : scope
            .find(Symbol.Space.TYPES, written.name(), world.problems)
            .filter(f -> f.taken() == written.name().names().size())
            .map(Scope.Found::symbol)
            .filter(Symbol.OfRecord.class::isInstance)
            .map(Symbol.OfRecord.class::cast);
  }

  Optional<Unit> unit(Name name, Scope scope) {
    if (Unit.PERCENT.names().isCalled(name.text()) || name.text().equals("％")) {
      return Optional.of(Unit.PERCENT);
    }
    Optional<Symbol> symbol = scope.find(Symbol.Space.TYPES, name, world.problems);
    if (symbol.orElse(null) instanceof Symbol.OfUnit(_, var unit)) {
      return Optional.of(unit);
    }
    Problem problem = Problem.of(Code.UNKNOWN_UNIT, name.span(), name.text());
    boolean newLine =
        name.span().line() > 1
            && name.span().source().lineText(name.span().line()).strip().startsWith(name.text());
    world.report(
        newLine
            ? problem.help("comma")
            : problem.nearest(world.nearest(name.text(), () -> scope.words(Symbol.Space.TYPES))));
    return Optional.empty();
  }

  static Optional<Period> period(Name name) {
    return Period.called(name.text());
  }

  /** How a type is called in a problem: a phrase, or the name of its kind. */
  static Object said(Type type) {
    return switch (type) {
      case Type.Truth _ -> new Phrase("boolean");
      case Type.Number(Optional<Unit> unit) ->
          unit.<Object>map(u -> new Bilingual("以 `" + u + "` 计的数", "a number of `" + u + "`"))
              .orElse(new Phrase("number"));
      case Type.Date _ -> new Phrase("date");
      case Type.Duration(var period) ->
          period
              .<Object>map(
                  p -> new Bilingual("以 `" + p.word() + "` 计的时长", "a length in `" + p.word() + "`"))
              .orElse(new Phrase("duration"));
      case Type.Words _ -> new Phrase("string");
      case Type.Of(var kind) -> "`" + kind + "`";
      case Type.SetOf(var kind) -> new Bilingual("`" + kind + "` 的集合", "a set of `" + kind + "`");
      case Type.SetOfWords _ -> new Phrase("set-of-words");
    };
  }
}
