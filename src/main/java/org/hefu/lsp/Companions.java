package org.hefu.lsp;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hefu.Load;

/**
 * Which texts of a workspace are one policy with a given one: the modules that it uses, those that
 * use it, and those that lie in its folder. Of two modules of one name the nearer is meant; one
 * that brings a request of its own is another policy.
 */
final class Companions {
  private final Collection<Text> all;
  private final Map<String, List<Text>> byName = new HashMap<>();

  Companions(Collection<Text> texts) {
    this.all = texts;
    for (Text each : texts) {
      byName.computeIfAbsent(each.moduleName(), _ -> new ArrayList<>()).add(each);
    }
  }

  /** The text and the modules that it uses, directly or through others. */
  List<Text> used(Text text) {
    Map<String, Text> taken = new LinkedHashMap<>();
    List<Text> found = new ArrayList<>();
    use(text, taken, found);
    return found;
  }

  private void use(Text first, Map<String, Text> taken, List<Text> found) {
    Deque<Text> open = new ArrayDeque<>(List.of(first));
    taken.put(first.moduleName(), first);
    found.add(first);
    while (!open.isEmpty()) {
      Text at = open.remove();
      for (Text each : uses(at)) {
        if (taken.putIfAbsent(each.moduleName(), each) == null) {
          found.add(each);
          open.add(each);
        }
      }
    }
  }

  /** All of the policy that the text is part of, the modules it uses first. */
  List<Text> of(Text text) {
    Map<String, Text> taken = new LinkedHashMap<>();
    List<Text> found = new ArrayList<>();
    use(text, taken, found);
    boolean ownRequest = found.stream().anyMatch(Text::hasRequest);
    Set<Text> reached = reached(text);
    List<Text> others =
        reached.stream()
            .sorted(Comparator.comparingInt((Text t) -> -nearness(t.path(), text.path())))
            .toList();
    for (Text each : others) {
      boolean named = !each.moduleName().isEmpty();
      boolean other =
          each.hasRequest() || (ownRequest && !uses(each).stream().anyMatch(found::contains));
      if (named && !other && taken.putIfAbsent(each.moduleName(), each) == null) {
        found.add(each);
      }
    }
    return found;
  }

  /** What is joined to the text by uses in either direction, or by lying in one folder. */
  private Set<Text> reached(Text text) {
    Map<Text, Set<Text>> joined = new HashMap<>();
    Map<Optional<Path>, Text> folders = new HashMap<>();
    for (Text each : all) {
      for (Text used : uses(each)) {
        join(joined, each, used);
      }
      Text beside = folders.putIfAbsent(Optional.ofNullable(each.path().getParent()), each);
      if (beside != null) {
        join(joined, each, beside);
      }
    }
    Set<Text> reached = new LinkedHashSet<>();
    Deque<Text> open = new ArrayDeque<>(List.of(text));
    while (!open.isEmpty()) {
      Text at = open.remove();
      if (reached.add(at)) {
        open.addAll(joined.getOrDefault(at, Set.of()));
      }
    }
    reached.remove(text);
    return reached;
  }

  private static void join(Map<Text, Set<Text>> joined, Text one, Text other) {
    joined.computeIfAbsent(one, _ -> new LinkedHashSet<>()).add(other);
    joined.computeIfAbsent(other, _ -> new LinkedHashSet<>()).add(one);
  }

  /** Whoever does not write the library uses it as it is, whatever lies in the workspace. */
  private List<Text> uses(Text text) {
    boolean ofLibrary = Load.isOfLibrary(text.moduleName());
    List<Text> used = new ArrayList<>();
    text.uses().stream()
        .filter(name -> ofLibrary || !Load.isOfLibrary(name))
        .forEach(name ->
            byName.getOrDefault(name, List.of()).stream()
                .filter(t -> t != text)
                .max(Comparator.comparingInt(t -> nearness(t.path(), text.path())))
                .ifPresent(used::add));
    return used;
  }

  /** How many folders two files have in common. */
  private static int nearness(Path one, Path other) {
    int common = 0;
    int most = Math.min(one.getNameCount(), other.getNameCount());
    while (common < most && one.getName(common).equals(other.getName(common))) {
      common++;
    }
    return common;
  }
}
