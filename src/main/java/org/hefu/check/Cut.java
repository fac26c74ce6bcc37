package org.hefu.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hefu.model.Definition;
import org.hefu.model.Names;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.text.Bilingual;
import org.hefu.text.Span;

/**
 * Keeps terms small enough to be worked out, and compiled, at once: of a long or deep one, parts
 * become definitions that no author wrote, each with a slot of its own. Conditions joined by the
 * same word become one, and a double {@code not} nothing.
 */
final class Cut {
  /** How many terms are worked out at once. */
  private static final int MOST = 64;

  private static final Names NAMELESS = new Names("", List.of(), Bilingual.NONE);

  private final World world;

  Cut(World world) {
    this.world = world;
  }

  /** A term, and how many it consists of. */
  private record Piece(Term term, int size) {}

  /** The same condition or value in small terms. */
  Term term(Term term) {
    return cut(term).term();
  }

  private Piece cut(Term term) {
    return switch (term) {
      case Term.Or(var span, var parts) -> {
        List<Piece> pieces = new ArrayList<>();
        alternatives(parts, pieces);
        yield joined(span, pieces, false);
      }
      case Term.And(var span, var parts) -> {
        List<Piece> pieces = new ArrayList<>();
        conjuncts(parts, pieces);
        yield joined(span, pieces, true);
      }
      case Term.Not(var span, var part) -> {
        if (part instanceof Term.Not(_, var inner)) {
          yield cut(inner);
        }
        Piece piece = cut(part);
        Piece small = piece.size() < MOST ? piece : kept(piece);
        yield new Piece(new Term.Not(span, small.term()), small.size() + 1);
      }
      case Term.Less(var span, var left, var right, var orEqual) -> {
        Pair pair = pair(left, right);
        Term less =
            pair.left() == left && pair.right() == right
                ? term
                : new Term.Less(span, pair.left(), pair.right(), orEqual);
        yield new Piece(less, pair.size());
      }
      case Term.Same(var span, var left, var right) -> {
        Pair pair = pair(left, right);
        yield new Piece(new Term.Same(span, pair.left(), pair.right()), pair.size());
      }
      case Term.Sum(var span, var type, var left, var minus, var right) -> {
        Pair pair = pair(left, right);
        yield new Piece(new Term.Sum(span, type, pair.left(), minus, pair.right()), pair.size());
      }
      case Term.Moved(var span, var date, var back, var by, var calendar) -> {
        Pair pair = pair(date, by);
        yield new Piece(
            new Term.Moved(span, pair.left(), back, pair.right(), calendar), pair.size());
      }
      case Term.Days(var span, var date, var since) -> {
        Pair pair = pair(date, since);
        yield new Piece(new Term.Days(span, pair.left(), pair.right()), pair.size());
      }
      case Term.OneOf(var span, var value, var values) -> {
        Piece piece = cut(value);
        Piece small = piece.size() < MOST ? piece : kept(piece);
        yield new Piece(new Term.OneOf(span, small.term(), values), small.size() + 1);
      }
      case Term.Total(var span, var type, var parts) -> total(span, type, parts);
      case Term.Within(var span, var value, var kind, var members) -> {
        Piece piece = cut(value);
        Piece small = piece.size() < MOST ? piece : kept(piece);
        Term within =
            small.term() == value ? term : new Term.Within(span, small.term(), kind, members);
        yield new Piece(within, small.size() + 1);
      }
      case Term.Constant _,
          Term.Stated _,
          Term.Derived _,
          Term.Has _,
          Term.Known _,
          Term.InForce _,
          Term.Matches _,
          Term.InStore _,
          Term.Open _,
          Term.Faulty _ ->
          new Piece(term, 1);
    };
  }

  /** Every condition and value in a slot of its own, and never many of them at once. */
  private Piece total(Span span, Type type, List<Term.Total.Counted> parts) {
    List<Term.Total.Counted> small = new ArrayList<>();
    for (Term.Total.Counted each : parts) {
      small.add(
          new Term.Total.Counted(
              kept(cut(each.condition())).term(), kept(cut(each.value())).term()));
    }
    if (small.size() * 2 < MOST) {
      return new Piece(new Term.Total(span, type, small), 1 + 2 * small.size());
    }
    List<Term> sums = new ArrayList<>();
    for (int from = 0; from < small.size(); from += MOST / 2) {
      List<Term.Total.Counted> some = small.subList(from, Math.min(small.size(), from + MOST / 2));
      sums.add(kept(new Piece(new Term.Total(span, type, List.copyOf(some)), MOST)).term());
    }
    Term sum = sums.getFirst();
    for (Term each : sums.subList(1, sums.size())) {
      sum = kept(new Piece(new Term.Sum(span, type, sum, false, each), 3)).term();
    }
    return new Piece(sum, 1);
  }

  private void conjuncts(List<Term> parts, List<Piece> pieces) {
    for (Term part : parts) {
      if (part instanceof Term.And(_, var inner)) {
        conjuncts(inner, pieces);
      } else {
        pieces.add(cut(part));
      }
    }
  }

  private void alternatives(List<Term> parts, List<Piece> pieces) {
    for (Term part : parts) {
      if (part instanceof Term.Or(_, var inner)) {
        alternatives(inner, pieces);
      } else {
        pieces.add(cut(part));
      }
    }
  }

  /** Neighbours are kept together until few enough are left. */
  private Piece joined(Span span, List<Piece> pieces, boolean all) {
    List<Piece> left = pieces;
    while (size(left) >= MOST) {
      List<Piece> fewer = new ArrayList<>();
      int from = 0;
      int size = 0;
      for (int to = 0; to <= left.size(); to++) {
        int next = to == left.size() ? MOST : left.get(to).size();
        if (to > from && size + next >= MOST) {
          fewer.add(kept(joint(span, left.subList(from, to), all)));
          from = to;
          size = 0;
        }
        size += next;
      }
      left = fewer;
    }
    return joint(span, left, all);
  }

  private static Piece joint(Span span, List<Piece> pieces, boolean all) {
    if (pieces.size() == 1) {
      return pieces.getFirst();
    }
    List<Term> parts = terms(pieces);
    return new Piece(all ? new Term.And(span, parts) : new Term.Or(span, parts), size(pieces) + 1);
  }

  private static List<Term> terms(List<Piece> pieces) {
    Term[] terms = new Term[pieces.size()];
    Arrays.setAll(terms, i -> pieces.get(i).term());
    return List.of(terms);
  }

  private static int size(List<Piece> pieces) {
    int size = 0;
    for (Piece each : pieces) {
      size += each.size();
    }
    return size;
  }

  private record Pair(Term left, Term right, int size) {}

  private Pair pair(Term left, Term right) {
    Piece one = cut(left);
    Piece other = cut(right);
    if (one.size() + other.size() >= MOST && one.size() >= other.size()) {
      one = kept(one);
    }
    if (one.size() + other.size() >= MOST) {
      other = kept(other);
    }
    return new Pair(one.term(), other.term(), one.size() + other.size() + 1);
  }

  private Piece kept(Piece piece) {
    if (piece.size() == 1) {
      return piece;
    }
    Term term = piece.term();
    Span place = term.span();
    Definition part = world.define(NAMELESS, term, place);
    return new Piece(new Term.Derived(place, part), 1);
  }
}
