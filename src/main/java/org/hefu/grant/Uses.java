package org.hefu.grant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.model.Grant;
import org.hefu.model.Row;
import org.hefu.model.Stored;
import org.hefu.model.Type;

/** Purposes of grants, by number: sets of members or, where the request states a text, of texts. */
final class Uses {
  private final Stored asked;
  private final Texts texts;
  private final Optional<MemberSets> members;
  private final Map<List<String>, Integer> numbers = new HashMap<>();
  private final List<int[]> worded = new ArrayList<>();

  Uses(Stored asked, Texts texts) {
    this.asked = asked;
    this.texts = texts;
    this.members =
        asked.purpose().filter(f -> !(f.type() instanceof Type.Words)).map(MemberSets::new);
  }

  Optional<MemberSets> members() {
    return members;
  }

  int add(List<String> purposes) {
    return numbers.computeIfAbsent(
        purposes,
        all -> {
          worded.add(all.stream().mapToInt(texts::add).toArray());
          return worded.size() - 1;
        });
  }

  Grant.Purposes get(int number) {
    return members.isPresent()
        ? new Grant.Purposes(members.get().get(number), List.of())
        : new Grant.Purposes(
            List.of(), Arrays.stream(worded.get(number)).mapToObj(texts::get).toList());
  }

  int truth(int number, long[] row) {
    if (members.isPresent()) {
      return members.get().truth(number, row);
    }
    long stated = row[asked.use()];
    if (stated == Row.UNKNOWN) {
      return Row.MAYBE;
    }
    for (int each : worded.get(number)) {
      if (each == stated) {
        return Row.TRUE;
      }
    }
    return Row.FALSE;
  }
}
