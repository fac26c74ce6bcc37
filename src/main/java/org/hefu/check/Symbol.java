package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hefu.model.Definition;
import org.hefu.model.Kind;
import org.hefu.model.Names;
import org.hefu.model.Policy;
import org.hefu.model.Procedure;
import org.hefu.model.Question;
import org.hefu.model.Rule;
import org.hefu.model.Unit;
import org.hefu.syntax.Declaration;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/** What a name stands for. Parts that need other names are worked out when first asked for. */
sealed interface Symbol {
  /** Where it is declared. */
  Span declared();

  /** Names are taken once in each space: a record and a fact may share theirs. */
  enum Space {
    TYPES,
    VALUES,
    RULES
  }

  default Space space() {
    return switch (this) {
      case OfKind _, OfUnit _, OfRecord _ -> Space.TYPES;
      case OfField _, OfQuestion _, OfDefinition _, OfProcedure _ -> Space.VALUES;
      case OfRule _ -> Space.RULES;
    };
  }

  record OfKind(Span declared, Kind kind) implements Symbol {}

  record OfUnit(Span declared, Unit unit) implements Symbol {}

  record OfRecord(Span declared, Scope scope, Declaration.Record syntax) implements Symbol {}

  /** A field of the request, by its first name. */
  record OfField(Span declared, Policy.Field field) implements Symbol {}

  record OfQuestion(Span declared, Question question) implements Symbol {}

  /** A definition; with parameters, one for each choice of arguments. */
  final class OfDefinition implements Symbol {
    final Scope scope;
    final Declaration.Define syntax;
    final Names names;
    final Map<String, Definition> worked = new HashMap<>();

    OfDefinition(Scope scope, Declaration.Define syntax, Names names) {
      this.scope = scope;
      this.syntax = syntax;
      this.names = names;
    }

    @Override
    public Span declared() {
      return syntax.called().name().span();
    }
  }

  /** A procedure. */
  final class OfProcedure implements Symbol {
    final Scope scope;
    final Declaration.Procedure syntax;
    final Names names;
    @Nullable Procedure worked;

    OfProcedure(Scope scope, Declaration.Procedure syntax, Names names) {
      this.scope = scope;
      this.syntax = syntax;
      this.names = names;
    }

    @Override
    public Span declared() {
      return syntax.called().name().span();
    }
  }

  /** A rule; one that requires several procedures has become several. */
  final class OfRule implements Symbol {
    final Scope scope;
    final Declaration.Rule syntax;
    final Names names;
    final List<Rule> rules = new ArrayList<>();

    /** Whether its duty is overdue, where some condition asks. */
    @Nullable Definition overdue;

    OfRule(Scope scope, Declaration.Rule syntax, Names names) {
      this.scope = scope;
      this.syntax = syntax;
      this.names = names;
    }

    @Override
    public Span declared() {
      return syntax.called().name().span();
    }
  }
}
