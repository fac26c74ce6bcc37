package org.hefu.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hefu.text.Bilingual;

/** What a rule does. Acts are members of the request's kind of act. */
public sealed interface Effect {
  record Forbid(List<Kind.Member> acts) implements Effect {}

  record Permit(List<Kind.Member> acts) implements Effect {}

  /** One procedure, or any one of several. */
  record Require(List<Procedure> procedures, List<Kind.Member> acts) implements Effect {}

  record Exempt(List<Kind.Member> acts, List<Procedure> procedures) implements Effect {}

  /**
   * A duty.
   *
   * @param within a coded length of time
   * @param acts after which of these acts; none where it starts from a dated event
   * @param due the last day for it: the event's, or the act's, and the time from then; none where
   *     the text sets no time
   * @param done when it is fulfilled, where the policy says
   */
  record Oblige(
      Bilingual duty,
      OptionalLong within,
      List<Kind.Member> acts,
      Optional<Term> due,
      Optional<Procedure> done)
      implements Effect {}

  record Presume(Fact fact, long value) implements Effect {}

  record Advise(Bilingual text) implements Effect {}

  /** The acts it speaks of; none for presumptions and advice. */
  default List<Kind.Member> spokenOf() {
    return switch (this) {
      case Forbid(var acts) -> acts;
      case Permit(var acts) -> acts;
      case Require(_, var acts) -> acts;
      case Exempt(var acts, _) -> acts;
      case Oblige it -> it.acts();
      case Presume _, Advise _ -> List.of();
    };
  }
}
