package org.hefu.parse;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hefu.text.Source;
import org.hefu.text.Span;

/** Copies what was read of one text to where it stands in another that holds the same stretch. */
final class Rebase {
  /** What copies records of each class. */
  private static final ClassValue<Optional<MethodHandle>> SHAPES =
      new ClassValue<>() {
        @Override
        protected Optional<MethodHandle> computeValue(Class<?> type) {
          return shape(type);
        }
      };

  private final Source to;
  private final int by;

  /**
   * @param by how much further back it stands there
   */
  Rebase(Source to, int by) {
    this.to = to;
    this.by = by;
  }

  /** The record, all of its spans in the other text. */
  <T> T copy(T part) {
    @SuppressWarnings("unchecked")
    T copy = (T) value(part);
    return copy;
  }

  Span span(Span span) {
    return new Span(to, span.start() + by, span.end() + by);
  }

  private Object value(Object part) {
    return switch (part) {
      case Record it -> record(it);
      case List<?> parts -> list(parts);
      case Optional<?> maybe -> maybe.isEmpty() ? maybe : Optional.of(value(maybe.get()));
      default -> part;
    };
  }

  private Object list(List<?> parts) {
    if (parts.isEmpty()) {
      return parts;
    }
    Object[] copies = new Object[parts.size()];
    for (int i = 0; i < copies.length; i++) {
      copies[i] = value(parts.get(i));
    }
    return List.of(copies);
  }

  private Object record(Record it) {
    if (it instanceof Span span) {
      return span(span);
    }
    Optional<MethodHandle> shape = SHAPES.get(it.getClass());
    if (shape.isEmpty()) {
      return it;
    }
    try {
      return (Object) shape.get().invokeExact(this, (Object) it);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** What copies a record of the class; empty where it has no span: then nothing in it has one. */
  private static Optional<MethodHandle> shape(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (Arrays.stream(components).noneMatch(c -> c.getType() == Span.class)) {
      return Optional.empty();
    }
    try {
      MethodHandles.Lookup own = MethodHandles.lookup();
      MethodHandle value =
          own.findVirtual(Rebase.class, "value", methodType(Object.class, Object.class));
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      MethodHandle copy =
          MethodHandles.publicLookup().unreflectConstructor(type.getConstructor(types));
      int[] order = new int[2 * types.length];
      for (int i = types.length - 1; i >= 0; i--) {
        MethodHandle read = MethodHandles.publicLookup().unreflect(components[i].getAccessor());
        MethodHandle part =
            isPlain(types[i])
                ? MethodHandles.dropArguments(read, 0, Rebase.class)
                : MethodHandles.filterArguments(
                    value.asType(methodType(types[i], Rebase.class, types[i])), 1, read);
        copy = MethodHandles.collectArguments(copy, i, part);
        order[2 * i + 1] = 1;
      }
      return Optional.of(
          MethodHandles.permuteArguments(copy, methodType(type, Rebase.class, type), order)
              .asType(methodType(Object.class, Rebase.class, Object.class)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPlain(Class<?> type) {
    return type.isPrimitive() || type.isEnum() || type == String.class;
  }
}
