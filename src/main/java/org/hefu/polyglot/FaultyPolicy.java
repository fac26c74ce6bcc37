package org.hefu.polyglot;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.ExceptionType;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import java.util.List;
import org.hefu.problem.Problem;
import org.hefu.problem.Report;
import org.jspecify.annotations.Nullable;

/** A policy or a flow with errors, as guests of the polyglot API see it. */
@ExportLibrary(InteropLibrary.class)
final class FaultyPolicy extends AbstractTruffleException {
  private static final long serialVersionUID = 1;

  private final transient @Nullable SourceSection place;

  FaultyPolicy(List<Problem> problems, @Nullable Source source) {
    super(Report.message(problems));
    place = source == null ? null : place(problems, source);
  }

  private static @Nullable SourceSection place(List<Problem> problems, Source source) {
    return problems.stream()
        .filter(p -> p.span().source().name().equals(source.getName()))
        .findFirst()
        .map(p -> source.createSection(p.span().start(), p.span().end() - p.span().start()))
        .orElse(null);
  }

  @ExportMessage
  ExceptionType getExceptionType() {
    return ExceptionType.PARSE_ERROR;
  }

  @ExportMessage
  boolean hasSourceLocation() {
    return place != null;
  }

  @ExportMessage
  SourceSection getSourceLocation() {
    if (place == null) {
      throw new UnsupportedOperationException("no place");
    }
    return place;
  }
}
