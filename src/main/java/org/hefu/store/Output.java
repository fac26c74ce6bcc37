package org.hefu.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hefu.text.Source;
import org.hefu.text.Span;

/**
 * What is written of a policy: small numbers in few bytes, each text and each shared thing once.
 */
final class Output {
  /** Writes one thing. */
  @FunctionalInterface
  interface Writer<T> {
    void write(Output out, T value);
  }

  private byte[] bytes = new byte[1 << 16];
  private int size;

  private final Pool.Writing texts;
  private final IdentityHashMap<Source, Integer> sources;
  private final IdentityHashMap<Object, Integer> shared;

  Output() {
    this.texts = new Pool.Writing();
    this.sources = new IdentityHashMap<>();
    this.shared = new IdentityHashMap<>();
  }

  /** One that is read after another, and by itself. */
  private Output(Output before) {
    this.texts = before.texts;
    this.sources = before.sources;
    this.shared = new IdentityHashMap<>(before.shared);
  }

  /** What is read after this, if at all, and by itself. */
  Output after() {
    return new Output(this);
  }

  Pool.Writing texts() {
    return texts;
  }

  IdentityHashMap<Source, Integer> sources() {
    return sources;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void octet(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) value;
  }

  /** A number that is not below zero and normally small. */
  void number(int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      octet((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    octet(rest);
  }

  /** Any number. */
  void value(long value) {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7fL) != 0) {
      octet(((int) rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    octet((int) rest);
  }

  void truth(boolean value) {
    octet(value ? 1 : 0);
  }

  void text(String text) {
    number(texts.number(text));
  }

  void source(Source source) {
    number(numbered(source));
  }

  int numbered(Source source) {
    return sources.computeIfAbsent(source, _ -> sources.size());
  }

  void span(Span span) {
    source(span.source());
    number(span.start());
    number(span.end() - span.start());
  }

  <T> void list(Collection<? extends T> values, Writer<T> writer) {
    number(values.size());
    for (T each : values) {
      writer.write(this, each);
    }
  }

  <K, V> void map(Map<K, V> map, Writer<K> keys, Writer<V> values) {
    number(map.size());
    map.forEach((key, value) -> {
      keys.write(this, key);
      values.write(this, value);
    });
  }

  <T> void maybe(Optional<T> value, Writer<T> writer) {
    truth(value.isPresent());
    value.ifPresent(v -> writer.write(this, v));
  }

  void maybe(OptionalLong value) {
    truth(value.isPresent());
    value.ifPresent(this::value);
  }

  void values(long[] values) {
    number(values.length);
    for (long each : values) {
      value(each);
    }
  }

  /** A thing that others refer to as well: written where it is met first. */
  <T> void shared(T value, Writer<T> writer) {
    Integer known = shared.get(value);
    if (known != null) {
      number(known + 1);
      return;
    }
    number(0);
    writer.write(this, value);
    shared.put(value, shared.size());
  }
}
