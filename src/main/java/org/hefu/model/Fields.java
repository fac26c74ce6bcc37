package org.hefu.model;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a request or of a group of facts, in order, each found at once by its names. */
public final class Fields extends AbstractList<Policy.Field> {
  private final List<Policy.Field> fields;
  private final Map<String, Policy.Field> byName = new HashMap<>();

  public Fields(List<Policy.Field> fields) {
    this.fields = List.copyOf(fields);
    for (Policy.Field field : fields) {
      byName.putIfAbsent(field.names().name(), field);
      field.names().aliases().forEach(alias -> byName.putIfAbsent(alias, field));
    }
  }

  /** By its name or an alias. */
  Optional<Policy.Field> called(String word) {
    return Optional.ofNullable(byName.get(word));
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
