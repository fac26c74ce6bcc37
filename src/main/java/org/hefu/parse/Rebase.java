package org.hefu.parse;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hefu.text.Source;
import org.hefu.text.Span;

/** Copies what was read of one text to where it stands in another that holds the same stretch. */
final class Rebase {
  /** How records of each class are taken apart and put together. */
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
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
      case Span span -> span(span);
      case List<?> parts -> {
        if (parts.isEmpty()) {
          yield parts;
        }
        List<Object> copies = new ArrayList<>(parts.size());
        parts.forEach(each -> copies.add(value(each)));
        yield List.copyOf(copies);
      }
      case Optional<?> maybe -> maybe.isEmpty() ? maybe : Optional.of(value(maybe.get()));
      case Record it -> record(it);
      default -> part;
    };
  }

  private Object record(Record it) {
    Shape shape = SHAPES.get(it.getClass());
    if (!shape.placed()) {
      return it;
    }
    try {
      Object[] values = new Object[shape.accessors().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value((Object) shape.accessors().get(i).invokeExact((Object) it));
      }
      return (Object) shape.constructor().invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param placed has it a span? What has none has none in it, either
   */
  private record Shape(boolean placed, List<MethodHandle> accessors, MethodHandle constructor) {
    static Shape of(Class<?> type) {
      try {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        RecordComponent[] components = type.getRecordComponents();
        List<MethodHandle> accessors = new ArrayList<>();
        Class<?>[] types = new Class<?>[components.length];
        boolean placed = false;
        for (int i = 0; i < components.length; i++) {
          types[i] = components[i].getType();
          placed |= types[i] == Span.class;
          accessors.add(
              lookup
                  .unreflect(components[i].getAccessor())
                  .asType(java.lang.invoke.MethodType.methodType(Object.class, Object.class)));
        }
        MethodHandle constructor =
            lookup
                .unreflectConstructor(type.getConstructor(types))
                .asSpreader(Object[].class, types.length)
                .asType(java.lang.invoke.MethodType.methodType(Object.class, Object[].class));
        return new Shape(placed, List.copyOf(accessors), constructor);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
