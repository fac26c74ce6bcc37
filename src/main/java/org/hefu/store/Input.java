package org.hefu.store;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.hefu.text.Source;
import org.hefu.text.Span;

/** Reads what {@link Output} wrote. */
final class Input {
  /** Reads one thing. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Input in);
  }

  private final byte[] bytes;
  private final Pool texts;
  private final Source[] sources;
  private int at;
  private Object[] shared;
  private int count;

  Input(byte[] bytes, int from, Pool texts, Source[] sources) {
    this(bytes, from, texts, sources, new Object[1 << 12], 0);
  }

  private Input(byte[] bytes, int from, Pool texts, Source[] sources, Object[] shared, int count) {
    this.bytes = bytes;
    this.at = from;
    this.texts = texts;
    this.sources = sources;
    this.shared = shared;
    this.count = count;
  }

  /** What begins elsewhere and was written after this. */
  Input after(int from) {
    return new Input(bytes, from, texts, sources, Arrays.copyOf(shared, count + 64), count);
  }

  /** A number that is not below zero. */
  int number() {
    int value = bytes[at++];
    if (value >= 0) {
      return value;
    }
    value &= 0x7f;
    for (int shift = 7; ; shift += 7) {
      int next = bytes[at++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /** Any number. */
  long value() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = bytes[at++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value >>> 1 ^ -(value & 1);
      }
    }
  }

  boolean truth() {
    return bytes[at++] != 0;
  }

  String text() {
    return texts.text(number());
  }

  Source source() {
    return sources[number()];
  }

  Span span() {
    Source source = source();
    int start = number();
    return new Span(source, start, start + number());
  }

  <T> List<T> list(Reader<T> reader) {
    return List.of(array(reader));
  }

  @SuppressWarnings("unchecked") // an array of the type's bound; it never leaves as an array
  private <T> T[] array(Reader<T> reader) {
    Object[] values = new Object[number()];
    for (int i = 0; i < values.length; i++) {
      values[i] = reader.read(this);
    }
    return (T[]) values;
  }

  /** In the order in which it was written. */
  <T> Set<T> set(Reader<T> reader) {
    int size = number();
    if (size == 0) {
      return Set.of();
    }
    Set<T> values = new LinkedHashSet<>(size * 2);
    for (int i = 0; i < size; i++) {
      values.add(reader.read(this));
    }
    return values;
  }

  <K, V> Map<K, V> map(Reader<K> keys, Reader<V> values) {
    int size = number();
    Map<K, V> map = new LinkedHashMap<>(size * 2);
    for (int i = 0; i < size; i++) {
      map.put(keys.read(this), values.read(this));
    }
    return map;
  }

  <T> Optional<T> maybe(Reader<T> reader) {
    return truth() ? Optional.of(reader.read(this)) : Optional.empty();
  }

  OptionalLong maybe() {
    return truth() ? OptionalLong.of(value()) : OptionalLong.empty();
  }

  long[] values() {
    long[] values = new long[number()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value();
    }
    return values;
  }

  @SuppressWarnings("unchecked") // what was written as one type is read as that type
  <T> T shared(Reader<T> reader) {
    int known = number();
    if (known != 0) {
      return (T) shared[known - 1];
    }
    T value = reader.read(this);
    if (count == shared.length) {
      shared = Arrays.copyOf(shared, count * 2);
    }
    shared[count++] = value;
    return value;
  }
}
