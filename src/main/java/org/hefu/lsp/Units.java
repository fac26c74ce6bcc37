package org.hefu.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The units of texts, each worked out once as long as none of its texts changes. */
final class Units {
  private final Map<List<Text>, Unit> named = new ConcurrentHashMap<>();
  private final Map<List<Text>, Unit> whole = new ConcurrentHashMap<>();

  static boolean isPolicy(Text text) {
    return Uris.isPolicy(text.path());
  }

  /** The text and what it uses: enough to know what its names stand for. */
  Unit named(Text text, Map<String, Text> all) {
    List<Text> members = new Companions(policies(all)).used(text);
    Unit known = named.get(members);
    if (known == null) {
      // Only the last state of a text is ever asked for again.
      named.keySet().removeIf(each -> each.getFirst().uri().equals(text.uri()));
      known = Unit.named(members);
      named.put(members, known);
    }
    return known;
  }

  /** All of the policy that the text is part of; of a flow, the policy that lies nearest. */
  Unit whole(Text text, Map<String, Text> all) {
    List<Text> policies = policies(all);
    Companions companions = new Companions(policies);
    Text first = isPolicy(text) ? text : nearest(text.path().getParent(), policies);
    List<Text> members = first == null ? List.of() : companions.of(first);
    return whole.computeIfAbsent(members, Unit::whole);
  }

  /** Forgets everything: a table that a policy reads may have changed. */
  void forget() {
    named.clear();
    whole.clear();
  }

  /** Forgets what is made of texts that are no more. */
  void keepOnly(Map<String, Text> all) {
    named.keySet().removeIf(members -> !members.stream().allMatch(t -> isNow(t, all)));
    whole.keySet().removeIf(members -> !members.stream().allMatch(t -> isNow(t, all)));
  }

  private static boolean isNow(Text text, Map<String, Text> all) {
    return all.get(Uris.same(text.uri())) == text;
  }

  static List<Text> policies(Map<String, Text> all) {
    return new ArrayList<>(all.values().stream().filter(Units::isPolicy).toList());
  }

  /** A policy in the folder, or in the nearest one above it that has any. */
  private static @Nullable Text nearest(@Nullable Path folder, List<Text> policies) {
    for (Path at = folder; at != null; at = at.getParent()) {
      Path here = at;
      Text found =
          policies.stream().filter(t -> here.equals(t.path().getParent())).findFirst().orElse(null);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
