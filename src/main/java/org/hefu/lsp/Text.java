package org.hefu.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.hefu.parse.Parse;
import org.hefu.parse.Parsed;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Module;
import org.hefu.syntax.Token;
import org.hefu.text.Source;
import org.jspecify.annotations.Nullable;

/** What a file says at one moment; it never changes, and is read once. */
final class Text {
  private static final Pattern REQUEST = Pattern.compile("^(request|请求)", Pattern.MULTILINE);

  private final String uri;
  private final Path path;
  private final OptionalInt version;
  private final Source source;
  private @Nullable Parsed parsed;
  private @Nullable Module head;
  private @Nullable String name;
  private @Nullable List<String> uses;
  private @Nullable List<Token> tokens;

  /** A text before it that has been read, until this one is. */
  private @Nullable Text earlier;

  /**
   * @param version as the editor counts; empty where it is not open
   */
  Text(String uri, Path path, OptionalInt version, Source source) {
    this.uri = uri;
    this.path = path;
    this.version = version;
    this.source = source;
  }

  /** As it is after a change. */
  Text changed(OptionalInt version, Source source) {
    Text changed = new Text(uri, path, version, source);
    synchronized (this) {
      changed.earlier = parsed == null ? earlier : this;
    }
    return changed;
  }

  /** As it would be with another content. */
  Text with(Source other) {
    return new Text(uri, path, version, other);
  }

  String uri() {
    return uri;
  }

  Path path() {
    return path;
  }

  OptionalInt version() {
    return version;
  }

  boolean isOpen() {
    return version.isPresent();
  }

  /** As the editor has it; that of {@link #module} has no lone surrogates. */
  Source source() {
    return source;
  }

  synchronized Parsed parsed() {
    Parsed known = parsed;
    if (known == null) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("nobody wants to know any more");
      }
      Text before = earlier;
      known = before == null ? Parse.file(source) : Parse.file(source, before.parsed());
      parsed = known;
      earlier = null;
    }
    return known;
  }

  Module module() {
    return parsed().module();
  }

  /** Its module's name and uses alone, which are sooner known. */
  synchronized Module head() {
    Parsed read = parsed;
    if (read != null) {
      return read.module();
    }
    Module known = head;
    if (known == null) {
      known = Parse.head(source);
      head = known;
    }
    return known;
  }

  synchronized String moduleName() {
    String known = name;
    if (known == null) {
      known = head().name().map(Object::toString).orElse("");
      name = known;
    }
    return known;
  }

  /** The names of the modules that it uses. */
  synchronized List<String> uses() {
    List<String> known = uses;
    if (known == null) {
      known = head().uses().stream().map(Object::toString).toList();
      uses = known;
    }
    return known;
  }

  /** Does it say what flows state? */
  boolean hasRequest() {
    return REQUEST.matcher(source.text()).find()
        && module().declarations().stream()
            .anyMatch(d -> d instanceof Declaration.Record record && record.request());
  }

  /** All of its tokens, comments too. */
  synchronized List<Token> tokens() {
    List<Token> known = tokens;
    if (known == null) {
      known = Parse.tokens(source);
      tokens = known;
    }
    return known;
  }
}
