package org.hefu.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hefu.model.Kind;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.text.Span;

/**
 * Makes one look-up of many comparisons of one value, so that a list of ten thousand rows costs no
 * more than one of ten.
 */
final class Merge {
  private final Map<Term, TreeSet<Long>> values = new LinkedHashMap<>();
  private final Map<Term, Set<Kind.Member>> members = new LinkedHashMap<>();
  private final List<Term> others = new ArrayList<>();

  private Merge() {}

  /** The parts of an {@code or}, as few as mean the same. */
  static List<Term> any(Span span, List<Term> parts) {
    Merge merge = new Merge();
    parts.forEach(merge::add);
    List<Term> merged = new ArrayList<>();
    merge.values.forEach(
        (value, among) -> merged.add(new Term.OneOf(span, value, List.copyOf(among))));
    merge.members.forEach((value, among) ->
        merged.add(
            new Term.Within(span, value, ((Type.Of) value.type()).kind(), List.copyOf(among))));
    merged.addAll(merge.others);
    return merged;
  }

  /** The parts of an {@code and}, as few as mean the same. */
  static List<Term> all(Span span, List<Term> parts) {
    List<Term> denied = new ArrayList<>();
    List<Term> merged = new ArrayList<>();
    for (Term part : parts) {
      if (part instanceof Term.Not(_, var inner)) {
        denied.add(inner);
      } else {
        merged.add(part);
      }
    }
    any(span, denied).forEach(d -> merged.add(new Term.Not(span, d)));
    return merged;
  }

  private void add(Term part) {
    switch (part) {
      case Term.Same(_, var left, Term.Constant(_, _, var value)) -> same(left, value, part);
      case Term.Same(_, Term.Constant(_, _, var value), var right) -> same(right, value, part);
      case Term.Within(_, var value, _, var within) ->
          members.computeIfAbsent(value, _ -> new LinkedHashSet<>()).addAll(within);
      default -> others.add(part);
    }
  }

  private void same(Term term, long value, Term part) {
    switch (term.type()) {
      case Type.Words _, Type.Number _, Type.Date _ ->
          values.computeIfAbsent(term, _ -> new TreeSet<>()).add(value);
      case Type.Of(var kind) ->
          members.computeIfAbsent(term, _ -> new LinkedHashSet<>()).add(kind.member((int) value));
      case Type.Truth _, Type.Duration _, Type.SetOf _, Type.SetOfWords _ -> others.add(part);
    }
  }
}
