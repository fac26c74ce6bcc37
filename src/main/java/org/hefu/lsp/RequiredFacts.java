package org.hefu.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.TextEdit;
import org.hefu.model.Fact;
import org.hefu.model.Policy;
import org.hefu.model.Type;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Part;
import org.hefu.syntax.Token;
import org.hefu.text.Span;

/** Fills in the facts that every flow must state, where a scenario or a flow does not. */
final class RequiredFacts {
  private RequiredFacts() {}

  /** All that are missing at the problem's place, at once. */
  static Optional<TextEdit> edit(View view, List<Problem> problems, Problem problem) {
    List<String> names =
        problems.stream()
            .filter(p -> p.code() == Code.MISSING_FACT && p.span().equals(problem.span()))
            .map(p -> p.args().getFirst().toString())
            .distinct()
            .toList();
    List<Fact> facts =
        view.whole().meaning().request().map(Policy.Request::facts).orElse(List.of()).stream()
            .filter(f -> names.contains(f.name()))
            .toList();
    return view.isFlow()
        ? Optional.of(inFlow(view, problem.span(), facts))
        : scenario(view, problem.span()).map(s -> inScenario(view, s, facts));
  }

  private static TextEdit inFlow(View view, Span brace, List<Fact> facts) {
    String text =
        facts.stream()
            .map(f -> "\"" + f.name() + "\": \"" + example(f.type()) + "\"")
            .collect(Collectors.joining(", "));
    boolean others =
        view.text().source().text().substring(brace.end()).stripLeading().startsWith("\"");
    return insert(view, brace.end(), " " + text + (others ? "," : " "));
  }

  private static Optional<Declaration.Scenario> scenario(View view, Span place) {
    return view.module().declarations().stream()
        .filter(Declaration.Scenario.class::isInstance)
        .map(Declaration.Scenario.class::cast)
        .filter(s -> s.span().start() <= place.start() && place.end() <= s.span().end())
        .findFirst();
  }

  private static TextEdit inScenario(View view, Declaration.Scenario scenario, List<Fact> facts) {
    String text =
        facts.stream()
            .map(f -> f.name() + ": " + example(f.type()))
            .collect(Collectors.joining(", "));
    Optional<Part.Given> given =
        scenario.parts().stream()
            .filter(Part.Given.class::isInstance)
            .map(Part.Given.class::cast)
            .findFirst();
    if (given.isPresent()) {
      int brace = brace(view, given.get().span());
      String comma = given.get().entries().isEmpty() ? " " : ",";
      return insert(view, brace, " " + text + comma);
    }
    return insert(view, brace(view, scenario.span()), "\n  given { " + text + " }");
  }

  /** Just behind the first brace in the span. */
  private static int brace(View view, Span span) {
    List<Token> tokens = new ArrayList<>(view.text().tokens());
    return tokens.stream()
        .filter(t -> t.start() >= span.start() && Cursor.is(t, "{"))
        .findFirst()
        .map(Token::end)
        .orElse(span.end());
  }

  private static TextEdit insert(View view, int offset, String text) {
    return new TextEdit(Places.range(view.text().source(), offset, offset), text);
  }

  /** A value that the type has, for the author to change. */
  static String example(Type type) {
    return switch (type) {
      case Type.Of(var kind) -> kind.member(0).names().name();
      case Type.Date _ -> java.time.LocalDate.now(java.time.ZoneId.systemDefault()).toString();
      case Type.Truth _ -> "true";
      case Type.Number _ -> "0";
      case Type.Duration _, Type.Words _, Type.SetOf _, Type.SetOfWords _ -> "unknown";
    };
  }
}
