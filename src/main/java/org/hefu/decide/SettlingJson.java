package org.hefu.decide;

import static org.hefu.text.Json.object;

import java.util.List;
import org.hefu.decide.Settling.Branch;
import org.hefu.decide.Settling.Enough;
import org.hefu.decide.Settling.Value;

/** What came of putting an undetermined answer to the test, as JSON. */
final class SettlingJson {
  private SettlingJson() {}

  static Object of(Settling settling) {
    return switch (settling) {
      case Settling.Settled(var doesNotMatter) ->
          object("result", settling.word(), "does_not_matter", names(doesNotMatter));
      case Settling.Branches(var doesNotMatter, var splitBy, var branches, var more) ->
          object(
              "result", settling.word(),
              "does_not_matter", names(doesNotMatter),
              "split_by", names(splitBy),
              "branches", branches.stream().map(SettlingJson::branch).toList(),
              "more", more);
      case Settling.Open(var sufficient, var law, var enough) ->
          object(
              "result", settling.word(),
              "sufficient", names(sufficient),
              "law", names(law),
              "enough", enough.stream().map(SettlingJson::enough).toList());
      case Settling.PastBound(var bound) -> object("result", settling.word(), "bound", bound);
    };
  }

  private static Object branch(Branch branch) {
    return object(
        "cases",
        branch.cases().stream().map(c -> c.stream().map(SettlingJson::value).toList()).toList(),
        "requirements",
        branch.requirements().stream()
            .map(r -> r.stream().map(p -> p.names().name()).toList())
            .toList());
  }

  private static Object enough(Enough enough) {
    return object(
        "name", name(enough.value().of()),
        "value", enough.value().said(),
        "outcome", enough.outcome().word());
  }

  private static Object value(Value value) {
    return object("name", name(value.of()), "value", value.said());
  }

  private static List<String> names(List<? extends Missing> unknown) {
    return unknown.stream().map(SettlingJson::name).toList();
  }

  private static String name(Missing missing) {
    return switch (missing) {
      case Missing.OfFact(var fact, _, _) -> fact.name();
      case Missing.OfLaw(var question, _) -> question.names().name();
    };
  }
}
