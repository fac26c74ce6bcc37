package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Policy;
import org.hefu.problem.Problem;
import org.hefu.syntax.Name;
import org.hefu.syntax.Path;
import org.hefu.syntax.Token;
import org.hefu.text.Span;

/**
 * Tells an unknown name that is known names and keywords written without the spaces between them.
 */
final class Glued {
  private static final int LONGEST = 60;

  private final World world;
  private final Scope scope;
  private final Environment environment;

  Glued(World world, Scope scope, Environment environment) {
    this.world = world;
    this.scope = scope;
    this.environment = environment;
  }

  /** The problem with the path set apart, if that makes it known names and keywords. */
  Problem help(Problem problem, Path path) {
    String text = path.toString();
    boolean han =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    if (!han || text.length() > LONGEST) {
      return problem;
    }
    return new Search(text, path.span())
        .from(0, false)
        .filter(a -> a.size() > 1)
        .map(a -> problem.help("apart", String.join(" ", a)))
        .orElse(problem);
  }

  /** The fewest parts that a text falls into. */
  private final class Search {
    private final String text;
    private final Span place;
    private final Map<Integer, Optional<List<String>>> known = new HashMap<>();

    Search(String text, Span place) {
      this.text = text;
      this.place = place;
    }

    /**
     * @param afterName whether only a keyword can follow
     */
    Optional<List<String>> from(int start, boolean afterName) {
      if (start == text.length()) {
        return Optional.of(List.of());
      }
      int key = afterName ? -1 - start : start;
      Optional<List<String>> found = known.get(key);
      if (found == null) {
        found = parts(start, afterName);
        known.put(key, found);
      }
      return found;
    }

    private Optional<List<String>> parts(int start, boolean afterName) {
      List<String> best = null;
      for (int end = text.length(); end > start; end--) {
        String part = text.substring(start, end);
        boolean name = !afterName && isValue(part, place);
        if (name || isKeyword(part)) {
          Optional<List<String>> rest = from(end, name);
          if (rest.isPresent() && (best == null || rest.get().size() + 1 < best.size())) {
            best = new ArrayList<>(rest.get());
            best.addFirst(part);
          }
        }
      }
      return Optional.ofNullable(best);
    }
  }

  private boolean isKeyword(String part) {
    List<Token> tokens = world.tokens.apply(part);
    return tokens.size() == 1 && tokens.getFirst().type() == Token.Type.KEYWORD;
  }

  /** A number with its unit, or a name that is known here. */
  private boolean isValue(String part, Span place) {
    if (part.startsWith(".") || part.endsWith(".")) {
      return false;
    }
    if (Character.isDigit(part.charAt(0))) {
      List<Token> tokens = world.tokens.apply(part);
      return tokens.getFirst().type() == Token.Type.LITERAL
          && (tokens.size() == 1
              || (tokens.size() == 2 && isUnit(new Name(place, tokens.getLast().text()))));
    }
    List<Name> names = new ArrayList<>();
    for (String word : part.split("\\.", -1)) {
      names.add(new Name(place, word));
    }
    return names.stream().noneMatch(n -> n.text().isEmpty())
        && (isNamed(names) || (names.size() == 1 && isMember(part)));
  }

  private boolean isUnit(Name name) {
    return Types.period(name).isPresent()
        || scope.find(Symbol.Space.TYPES, name, new ArrayList<>()).orElse(null)
            instanceof Symbol.OfUnit;
  }

  private boolean isNamed(List<Name> names) {
    if (environment.arguments().containsKey(names.getFirst().text())) {
      return true;
    }
    Path path = new Path(names.getFirst().span(), names);
    Scope.Found found = scope.find(Symbol.Space.VALUES, path, new ArrayList<>()).orElse(null);
    if (found == null || !(found.symbol() instanceof Symbol.OfField(_, var field))) {
      return found != null && found.taken() == names.size();
    }
    Optional<Policy.Field> at = Optional.of(field);
    for (Name name : names.subList(1, names.size())) {
      at = at.flatMap(f -> Policy.Field.called(f.fields(), name.text()));
    }
    return at.isPresent();
  }

  private boolean isMember(String word) {
    return world.scopes.values().stream()
        .flatMap(s -> s.own(Symbol.Space.TYPES).values().stream())
        .anyMatch(s -> s instanceof Symbol.OfKind(_, var kind) && kind.member(word).isPresent());
  }
}
