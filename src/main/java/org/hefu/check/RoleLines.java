package org.hefu.check;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Roles;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Declaration;
import org.hefu.text.Nearest;
import org.hefu.text.Span;

/** Pass: which facts stand for what grants and restrictions speak of; once for all modules. */
final class RoleLines {
  /** What grants and restrictions speak of. */
  enum Role {
    GRANTEE("grantee", "被授权方"),
    DATA("data", "数据"),
    LINEAGE("lineage", "来源数据"),
    PURPOSE("purpose", "用途"),
    TERRITORY("territory", "地域");

    private final List<String> words;

    Role(String... words) {
      this.words = List.of(words);
    }

    String word() {
      return words.getFirst();
    }

    private boolean fits(Type type) {
      return switch (this) {
        case GRANTEE, DATA -> type instanceof Type.Words;
        case LINEAGE -> type instanceof Type.SetOfWords;
        case PURPOSE ->
            type instanceof Type.Of || type instanceof Type.Words || type instanceof Type.SetOf;
        case TERRITORY -> type instanceof Type.Of(var kind) && kind.shape() == Kind.Shape.TREE;
      };
    }

    private Object expected() {
      return switch (this) {
        case GRANTEE, DATA -> Types.said(Type.WORDS);
        case LINEAGE -> Types.said(Type.SET_OF_WORDS);
        case PURPOSE -> new Problem.Phrase("a-purpose");
        case TERRITORY -> new Problem.Phrase("a-tree");
      };
    }

    private static Optional<Role> called(String word) {
      return Arrays.stream(values()).filter(r -> r.words.contains(word)).findFirst();
    }
  }

  private final World world;
  private final Definitions definitions;
  private final Map<Role, Fact> facts = new EnumMap<>(Role.class);
  private final Map<Role, Span> places = new EnumMap<>(Role.class);

  RoleLines(World world, Definitions definitions) {
    this.world = world;
    this.definitions = definitions;
  }

  void run() {
    for (Scope scope : world.scopes.values()) {
      for (Declaration declaration : scope.module.declarations()) {
        if (declaration instanceof Declaration.Role syntax) {
          role(scope, syntax);
        }
      }
    }
    world.roles =
        new Roles(
            fact(Role.GRANTEE),
            fact(Role.DATA),
            fact(Role.LINEAGE),
            fact(Role.PURPOSE),
            fact(Role.TERRITORY));
  }

  private Optional<Fact> fact(Role role) {
    return Optional.ofNullable(facts.get(role));
  }

  private void role(Scope scope, Declaration.Role syntax) {
    String word = syntax.name().text();
    Optional<Role> role = Role.called(word);
    Optional<Fact> fact =
        new Paths(world, scope, definitions, Environment.NONE).fact(syntax.fact());
    if (role.isEmpty()) {
      List<String> words = Stream.of(Role.values()).flatMap(r -> r.words.stream()).toList();
      world.report(
          Problem.of(Code.UNKNOWN_ROLE, syntax.name().span(), word)
              .nearest(Nearest.to(word, words)));
      return;
    }
    Span first = places.putIfAbsent(role.get(), syntax.name().span());
    if (first != null) {
      world.twice(syntax.name(), first);
      return;
    }
    if (fact.isEmpty()) {
      return;
    }
    Type type = fact.get().type();
    if (role.get().fits(type)) {
      facts.put(role.get(), fact.get());
    } else {
      world.report(
          Problem.of(
              Code.WRONG_TYPE, syntax.fact().span(), role.get().expected(), Types.said(type)));
    }
  }
}
