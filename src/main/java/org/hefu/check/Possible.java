package org.hefu.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Row;
import org.hefu.model.Term;
import org.hefu.model.Type;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Can conditions come out as claimed, all of them at once? It says no only where no facts, known or
 * unknown, bring them there; where the search grows long, or a term is not understood, it says yes.
 */
final class Possible {
  /** What a condition is claimed to come out as, where it may also be unknown. */
  enum Claim {
    TRUE,
    FALSE,
    NOT_TRUE,
    NOT_FALSE;

    Claim opposite() {
      return switch (this) {
        case TRUE -> FALSE;
        case FALSE -> TRUE;
        case NOT_TRUE -> NOT_FALSE;
        case NOT_FALSE -> NOT_TRUE;
      };
    }

    /** Does a condition known to be so meet the claim? */
    boolean holds(boolean truth) {
      return truth ? this == TRUE || this == NOT_FALSE : this == FALSE || this == NOT_TRUE;
    }

    boolean leavesUnknown() {
      return this == NOT_TRUE || this == NOT_FALSE;
    }
  }

  /** A condition, and what it is to come out as. */
  record Claimed(Term term, Claim claim) {}

  /** Two places that exclude each other. */
  record Clash(Span one, Span other) {}

  /**
   * @param clash empty where all may come out as claimed, as far as was searched
   * @param surely was it searched far enough to say so? Then so may any of them by itself, and what
   *     holds together in one of them
   */
  record Found(Optional<Clash> clash, boolean surely) {}

  /** Steps after which a search says yes. */
  private static final int LONGEST = 4000;

  private int left = LONGEST;
  private @Nullable Clash clash;

  private Possible() {}

  /** Empty where all may come out as claimed, else two places that exclude each other. */
  static Optional<Clash> clash(List<Claimed> claims) {
    return search(claims).clash();
  }

  /** What a search comes to. */
  static Found search(List<Claimed> claims) {
    Possible search = new Possible();
    Pending pending = null;
    for (int i = claims.size() - 1; i >= 0; i--) {
      pending = new Pending(claims.get(i), pending);
    }
    boolean succeeds = search.succeeds(pending, null, new HashMap<>());
    return new Found(
        succeeds ? Optional.empty() : Optional.ofNullable(search.clash),
        succeeds && search.left >= 0);
  }

  static Found search(Term term, Claim claim) {
    return search(List.of(new Claimed(term, claim)));
  }

  /** What is still to be gone through, first to last. */
  private record Pending(Claimed claimed, @Nullable Pending next) {}

  private boolean succeeds(
      @Nullable Pending pending, @Nullable Pending choices, Map<String, Room> rooms) {
    while (pending != null) {
      if (--left < 0) {
        return true;
      }
      Term term = pending.claimed.term;
      Claim claim = pending.claimed.claim;
      pending = pending.next;
      switch (term) {
        case Term.Not(_, var part) ->
            pending = new Pending(new Claimed(part, claim.opposite()), pending);
        case Term.Derived(_, var definition) ->
            pending = new Pending(new Claimed(definition.body(), claim), pending);
        case Term.InForce(_, var instrument) ->
            pending = new Pending(new Claimed(instrument.applies(), claim), pending);
        case Term.And(_, var parts) -> {
          if (claim == Claim.TRUE || claim == Claim.NOT_FALSE) {
            pending = all(parts, claim, pending);
          } else {
            choices = new Pending(new Claimed(term, claim), choices);
          }
        }
        case Term.Or(_, var parts) -> {
          if (claim == Claim.FALSE || claim == Claim.NOT_TRUE) {
            pending = all(parts, claim, pending);
          } else {
            choices = new Pending(new Claimed(term, claim), choices);
          }
        }
        case Term.Same(_, var value, Term.Constant(_, var type, var truth))
            when type instanceof Type.Truth ->
            pending =
                new Pending(
                    new Claimed(value, truth == Row.TRUE ? claim : claim.opposite()), pending);
        case Term.Constant(var span, _, var value) -> {
          if (!claim.holds(value == Row.TRUE)) {
            return clashes(span, span);
          }
        }
        default -> {
          Optional<Literal> literal = Literal.of(term, claim);
          if (literal.isPresent() && !narrows(literal.get(), rooms)) {
            return false;
          }
        }
      }
    }
    return choices == null || anyOf(choices.claimed, choices.next, rooms);
  }

  private static @Nullable Pending all(List<Term> parts, Claim claim, @Nullable Pending before) {
    Pending pending = before;
    for (int i = parts.size() - 1; i >= 0; i--) {
      pending = new Pending(new Claimed(parts.get(i), claim), pending);
    }
    return pending;
  }

  private boolean anyOf(Claimed choice, @Nullable Pending rest, Map<String, Room> rooms) {
    List<Term> parts =
        choice.term instanceof Term.Or(_, var or) ? or : ((Term.And) choice.term).parts();
    for (Term part : parts) {
      if (succeeds(
          new Pending(new Claimed(part, choice.claim), null), rest, new HashMap<>(rooms))) {
        return true;
      }
    }
    if (parts.isEmpty()) {
      return clashes(choice.term.span(), choice.term.span());
    }
    return false;
  }

  /** What is left of one subject, the literal that left it, and the room that there was before. */
  private record Room(Values values, boolean unknown, Literal by, @Nullable Room before) {}

  private boolean narrows(Literal literal, Map<String, Room> rooms) {
    Room room = rooms.get(literal.subject());
    Values values = room == null ? literal.values() : room.values.and(literal.values());
    boolean unknown = (room == null || room.unknown) && literal.unknown();
    if (values.isEmpty() && !unknown) {
      return clashes(room == null ? literal.span() : excluding(room, literal), literal.span());
    }
    rooms.put(literal.subject(), new Room(values, unknown, literal, room));
    return true;
  }

  /** The first that excludes the literal by itself, or else the last. */
  private static Span excluding(Room room, Literal literal) {
    Span first = null;
    for (Room each = room; each != null; each = each.before) {
      if (each.by.excludes(literal)) {
        first = each.by.span();
      }
    }
    return first == null ? room.by.span() : first;
  }

  private boolean clashes(Span one, Span other) {
    if (clash == null) {
      clash = one.compareTo(other) <= 0 ? new Clash(one, other) : new Clash(other, one);
    }
    return false;
  }
}
