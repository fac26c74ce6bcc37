package org.hefu.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.text.Language;
import org.hefu.text.Span;

/** A text's problems as an editor shows them. */
final class Diagnostics {
  static final String SOURCE = "hefu";

  private Diagnostics() {}

  static List<Diagnostic> of(Text text, Unit unit, Language language) {
    return unit.problems().stream()
        .filter(p -> p.span().source() == text.module().source())
        .map(p -> of(p, unit, language))
        .toList();
  }

  /** What was advised for the text when it was another, in the places where it stands now. */
  static List<Diagnostic> advised(
      Text before, Unit unit, Language language, Moved moved, Text now) {
    List<Diagnostic> advised = new ArrayList<>();
    for (Problem problem : unit.problems()) {
      Span span = problem.span();
      if (!problem.isError() && span.source() == before.module().source()) {
        moved
            .start(span.start(), span.end())
            .ifPresent(start -> {
              Diagnostic it = of(problem, unit, language);
              int end = start + span.end() - span.start();
              it.setRange(Places.range(now.module().source(), start, end));
              advised.add(it);
            });
      }
    }
    return advised;
  }

  /** Of problems in a file that is no policy. */
  static List<Diagnostic> of(List<Problem> problems, Unit unit, Language language) {
    return problems.stream().map(p -> of(p, unit, language)).toList();
  }

  private static Diagnostic of(Problem problem, Unit unit, Language language) {
    String help = problem.helpText(language).map(h -> "\n" + h).orElse("");
    Diagnostic it = new Diagnostic(range(problem.span()), problem.message(language) + help);
    it.setSeverity(problem.isError() ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning);
    it.setSource(SOURCE);
    it.setCode(problem.code().id());
    LaidOut.page(problem.code())
        .ifPresent(page -> it.setCodeDescription(new DiagnosticCodeDescription(page)));
    // As `hefu explain` takes it.
    it.setData(Map.of("explain", problem.code().id()));
    if (isUnused(problem.code())) {
      it.setTags(List.of(DiagnosticTag.Unnecessary));
    }
    List<DiagnosticRelatedInformation> related = new ArrayList<>();
    for (Problem.Related each : problem.related()) {
      location(each.span(), unit)
          .ifPresent(l -> related.add(new DiagnosticRelatedInformation(l, each.message(language))));
    }
    if (!related.isEmpty()) {
      it.setRelatedInformation(related);
    }
    return it;
  }

  private static boolean isUnused(Code code) {
    return switch (code) {
      case UNUSED_MODULE, UNUSED_NAME, UNUSED_PARAMETER -> true;
      default -> false;
    };
  }

  /** Where nothing is marked, the line is better than a squiggle that nobody sees. */
  static Range range(Span span) {
    return Places.range(span);
  }

  /** Where a place lies for the editor; the library's files are laid out for it to be read. */
  static Optional<Location> location(Span span, Unit unit) {
    return unit.text(span.source())
        .map(Text::uri)
        .or(() -> LaidOut.module(span.source()))
        .map(uri -> new Location(uri, Places.range(span)));
  }
}
