package org.hefu.text;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list that few look into, made when somebody does. */
public abstract class Later<T> extends AbstractList<T> {
  private final Object lock;
  private volatile @Nullable List<T> made;

  /**
   * @param lock is held while it is made; lists that look into one another have the same
   */
  protected Later(Object lock) {
    this.lock = lock;
  }

  /** One that looks into no other. */
  public static <T> Later<T> of(Supplier<List<T>> making) {
    return of(new Object(), making);
  }

  /** One that looks only into others with the same lock. */
  public static <T> Later<T> of(Object lock, Supplier<List<T>> making) {
    return new Later<>(lock) {
      @Override
      protected List<T> make() {
        return making.get();
      }
    };
  }

  /** Makes it; is called once. */
  protected abstract List<T> make();

  private List<T> made() {
    List<T> known = made;
    return known != null ? known : first();
  }

  private List<T> first() {
    synchronized (lock) {
      List<T> known = made;
      if (known == null) {
        known = make();
        made = known;
      }
      return known;
    }
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
