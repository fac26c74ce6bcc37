package org.hefu.model;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a request or of a group of facts, in order, each found at once by its names. */
public final class Fields extends AbstractList<Policy.Field> {
  private final List<Policy.Field> fields;
  private volatile @Nullable Map<String, Policy.Field> byName;

  public Fields(List<Policy.Field> fields) {
    this.fields = List.copyOf(fields);
  }

  /** Of most groups nobody asks. */
  private Map<String, Policy.Field> byName() {
    Map<String, Policy.Field> known = byName;
    if (known == null) {
      known = new HashMap<>();
      for (Policy.Field field : fields) {
        known.putIfAbsent(field.names().name(), field);
        for (String alias : field.names().aliases()) {
          known.putIfAbsent(alias, field);
        }
      }
      byName = known;
    }
    return known;
  }

  /** By its name or an alias. */
  Optional<Policy.Field> called(String word) {
    return Optional.ofNullable(byName().get(word));
  }

  @Override
  public Policy.Field get(int index) {
    return fields.get(index);
  }

  @Override
  public int size() {
    return fields.size();
  }
}
