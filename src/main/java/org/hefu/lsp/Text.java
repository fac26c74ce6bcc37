package org.hefu.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.hefu.parse.Parse;
import org.hefu.parse.Parsed;
import org.hefu.syntax.Module;
import org.hefu.syntax.Token;
import org.hefu.text.Source;
import org.jspecify.annotations.Nullable;

/** What a file says at one moment; it never changes, and is read once. */
final class Text {
  private final String uri;
  private final Path path;
  private final OptionalInt version;
  private final Source source;
  private @Nullable Parsed parsed;
  private @Nullable List<Token> tokens;

  /**
   * @param version as the editor counts; empty where it is not open
   */
  Text(String uri, Path path, OptionalInt version, Source source) {
    this.uri = uri;
    this.path = path;
    this.version = version;
    this.source = source;
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
      known = Parse.file(source);
      parsed = known;
    }
    return known;
  }

  Module module() {
    return parsed().module();
  }

  String moduleName() {
    return module().name().map(Object::toString).orElse("");
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
