package org.hefu.lsp;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SelectionRange;
import org.hefu.text.Span;

/** The ever larger parts of the text around a place: a word, a condition, a clause, a rule. */
final class Selections {
  private Selections() {}

  static List<SelectionRange> of(View view, List<Position> positions) {
    return positions.stream().map(p -> around(view, p)).toList();
  }

  private static SelectionRange around(View view, Position position) {
    int offset = view.offset(position);
    TreeSet<Span> spans =
        new TreeSet<>(
            Comparator.<Span>comparingInt(s -> s.start() - s.end()).thenComparingInt(Span::start));
    spans.add(view.source().span(0, view.source().text().length()));
    view.module().declarations().forEach(d -> gather(d, offset, spans));
    SelectionRange selection = null;
    int start = 0;
    int end = view.source().text().length();
    for (Span each : new ArrayList<>(spans)) {
      if (start <= each.start() && each.end() <= end) {
        SelectionRange inner = new SelectionRange();
        inner.setRange(Places.range(each));
        inner.setParent(selection);
        selection = inner;
        start = each.start();
        end = each.end();
      }
    }
    if (selection == null) {
      selection = new SelectionRange();
      selection.setRange(new Range(position, position));
    }
    return selection;
  }

  /** The spans of all records in it that hold the offset. */
  private static void gather(Object part, int offset, Collection<Span> spans) {
    switch (part) {
      case Span span -> {
        if (span.start() <= offset && offset <= span.end() && span.end() > span.start()) {
          spans.add(span);
        }
      }
      case List<?> parts -> parts.forEach(p -> gather(p, offset, spans));
      case Optional<?> maybe -> maybe.ifPresent(p -> gather(p, offset, spans));
      case Record it -> {
        for (RecordComponent component : it.getClass().getRecordComponents()) {
          gather(value(it, component), offset, spans);
        }
      }
      default -> {}
    }
  }

  private static Object value(Record it, RecordComponent component) {
    try {
      return component.getAccessor().invoke(it);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
