package org.hefu.text;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list that few look into, made when somebody does. */
public final class Later<T> extends AbstractList<T> {
  private @Nullable Supplier<List<T>> making;
  private List<T> made = List.of();

  public Later(Supplier<List<T>> making) {
    this.making = making;
  }

  private synchronized List<T> made() {
    Supplier<List<T>> how = making;
    if (how != null) {
      made = how.get();
      making = null;
    }
    return made;
  }

  @Override
  public T get(int index) {
    return made().get(index);
  }

  @Override
  public int size() {
    return made().size();
  }
}
