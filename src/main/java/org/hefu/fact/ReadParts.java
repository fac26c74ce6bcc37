package org.hefu.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hefu.model.Fact;
import org.hefu.model.Policy;
import org.hefu.model.Tally;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.text.Span;

/** Reads the parts of a flow: by name, or one after the other. */
final class ReadParts {
  private final Policy policy;
  private final List<Problem> problems;
  private final List<Written.Entry> found = new ArrayList<>();

  ReadParts(Policy policy, List<Problem> problems) {
    this.policy = policy;
    this.problems = problems;
  }

  /** What a flow states beside its parts. */
  Written.Group without(Written.Group flow) {
    List<Written.Entry> rest = new ArrayList<>();
    for (Written.Entry entry : flow.entries()) {
      (Policy.Request.PARTS.isCalled(entry.key().strip()) ? found : rest).add(entry);
    }
    return new Written.Group(flow.span(), rest);
  }

  /**
   * The facts of each part, laid over the common ones.
   *
   * @param common where each of the common facts is stated
   */
  List<Facts.Part> read(Facts facts, Map<Fact, Span> common) {
    if (found.isEmpty()) {
      return List.of();
    }
    Written.Entry entry = found.getFirst();
    if (found.size() > 1) {
      problems.add(
          Problem.of(Code.FIELD_TWICE, found.get(1).span(), found.get(1).key())
              .related(entry.span(), "first-here"));
    }
    List<Written.Entry> parts =
        switch (entry.value()) {
          case Written.Group(_, var named) -> named;
          case Written.Several(_, var several) -> numbered(several);
          default -> List.of();
        };
    if (parts.isEmpty()) {
      problems.add(ReadFlow.wrongly(entry.value(), new Phrase("parts"), entry.key()));
    }
    List<Facts.Part> read = new ArrayList<>();
    Map<String, Span> names = new HashMap<>();
    for (Written.Entry part : parts) {
      Span first = names.putIfAbsent(part.key(), part.span());
      if (first != null) {
        problems.add(
            Problem.of(Code.FIELD_TWICE, part.span(), part.key()).related(first, "first-here"));
      } else if (part.value() instanceof Written.Group group) {
        read.add(new Facts.Part(part.key(), part(group, facts, common)));
      } else {
        problems.add(ReadFlow.wrongly(part.value(), new Phrase("object"), part.key()));
      }
    }
    return read;
  }

  private static List<Written.Entry> numbered(List<Written> values) {
    List<Written.Entry> numbered = new ArrayList<>();
    for (Written value : values) {
      numbered.add(new Written.Entry(value.span(), String.valueOf(numbered.size() + 1), value));
    }
    return numbered;
  }

  private Facts part(Written.Group group, Facts common, Map<Fact, Span> stated) {
    Facts facts = common.copy();
    ReadFlow read = new ReadFlow(policy, facts, problems);
    Map<Fact, Span> here = read.part(group);
    read.required(group.span(), stated);
    whole(policy.request().on(), here);
    policy.tallies().stream().map(Tally::whole).flatMap(List::stream).forEach(f -> whole(f, here));
    return facts;
  }

  private void whole(Fact fact, Map<Fact, Span> here) {
    Span stated = here.get(fact);
    if (stated != null) {
      problems.add(Problem.of(Code.WHOLE_IN_PART, stated, fact.name()));
    }
  }
}
