package org.hefu.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.hefu.model.Kind;
import org.hefu.model.Type;
import org.hefu.syntax.Called;
import org.hefu.text.Source;
import org.hefu.text.Span;

/** Which places of the modules speak of which declarations, each by the place of its name. */
public final class Uses {
  private final boolean wanted;
  private final IdentityHashMap<Source, Map<Long, Span>> bySource = new IdentityHashMap<>();
  private final IdentityHashMap<Kind, List<Span>> members = new IdentityHashMap<>();
  private final Map<Span, Type> types = new HashMap<>();

  private Uses(boolean wanted) {
    this.wanted = wanted;
  }

  /** Takes every use down. */
  public static Uses kept() {
    return new Uses(true);
  }

  /** Takes none down, for whoever only wants the policy. */
  public static Uses untold() {
    return new Uses(false);
  }

  /** Notes what a place speaks of; what was noted last is what is meant. */
  void note(Span place, Span declared) {
    if (wanted) {
      bySource
          .computeIfAbsent(place.source(), _ -> new HashMap<>())
          .put(key(place.start(), place.end()), declared);
    }
  }

  /** Where a thing is declared, each of its words speaks of it. */
  void note(Called called) {
    note(called.name().span(), called.name().span());
    called.aliases().forEach(alias -> note(alias.span(), called.name().span()));
  }

  void note(Span place, Kind kind, Kind.Member member) {
    if (wanted) {
      place(kind, member).ifPresent(declared -> note(place, declared));
    }
  }

  /** Notes where the members of a kind are declared, by index. */
  void members(Kind kind, List<Span> places) {
    if (wanted) {
      members.put(kind, List.copyOf(places));
    }
  }

  /** Notes what a field declared there holds. */
  void type(Span place, Type type) {
    if (wanted) {
      types.put(place, type);
    }
  }

  Optional<Type> type(Span place) {
    return Optional.ofNullable(types.get(place));
  }

  Optional<Span> place(Kind kind, Kind.Member member) {
    return Optional.ofNullable(members.get(kind)).map(all -> all.get(member.index()));
  }

  List<Span> places(Kind kind) {
    return members.getOrDefault(kind, List.of());
  }

  /** What the place speaks of. */
  public Optional<Span> of(Span place) {
    return Optional.ofNullable(bySource.get(place.source()))
        .map(all -> all.get(key(place.start(), place.end())));
  }

  /** Every place that speaks of the declaration. */
  public List<Span> to(Span declared) {
    List<Span> places = new ArrayList<>();
    bySource.forEach((source, all) ->
        all.forEach((key, to) -> {
          if (to.equals(declared)) {
            places.add(span(source, key));
          }
        }));
    places.sort(null);
    return places;
  }

  /** Every place in the source, with what it speaks of, in no order. */
  public void in(Source source, BiConsumer<Span, Span> each) {
    bySource
        .getOrDefault(source, Map.of())
        .forEach((key, to) -> each.accept(span(source, key), to));
  }

  /** The length beside the start: with the end there, many keys would share a hash. */
  private static long key(int start, int end) {
    return ((long) start << 32) | (end - start);
  }

  private static Span span(Source source, long key) {
    int start = (int) (key >> 32);
    return source.span(start, start + (int) key);
  }
}
