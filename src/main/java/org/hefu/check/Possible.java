package org.hefu.check;

import java.util.ArrayList;
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

  /** Steps after which a search says yes. */
  private static final int LONGEST = 4000;

  private int left = LONGEST;
  private @Nullable Clash clash;

  private Possible() {}

  /** Empty where all may come out as claimed, else two places that exclude each other. */
  static Optional<Clash> clash(List<Claimed> claims) {
    Possible search = new Possible();
    Pending pending = null;
    for (Claimed each : claims.reversed()) {
      pending = new Pending(each, pending);
    }
    return search.succeeds(pending, null, new HashMap<>())
        ? Optional.empty()
        : Optional.ofNullable(search.clash);
  }

  static Optional<Clash> clash(Term term, Claim claim) {
    return clash(List.of(new Claimed(term, claim)));
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
    for (Term part : parts.reversed()) {
      pending = new Pending(new Claimed(part, claim), pending);
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

  /** What is left of one subject, and the literals that left it. */
  private record Room(Values values, boolean unknown, List<Literal> by) {}

  private boolean narrows(Literal literal, Map<String, Room> rooms) {
    Room room = rooms.getOrDefault(literal.subject(), new Room(Values.ALL, true, List.of()));
    Values values = room.values.and(literal.values());
    boolean unknown = room.unknown && literal.unknown();
    if (values.isEmpty() && !unknown) {
      Span other =
          room.by.stream()
              .filter(l -> l.excludes(literal))
              .findFirst()
              .or(() -> room.by.stream().reduce((_, last) -> last))
              .map(Literal::span)
              .orElse(literal.span());
      return clashes(other, literal.span());
    }
    List<Literal> by = new ArrayList<>(room.by);
    by.add(literal);
    rooms.put(literal.subject(), new Room(values, unknown, by));
    return true;
  }

  private boolean clashes(Span one, Span other) {
    if (clash == null) {
      clash = one.compareTo(other) <= 0 ? new Clash(one, other) : new Clash(other, one);
    }
    return false;
  }
}
