package org.hefu.lsp;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;

/** Names of files as editors write them. */
final class Uris {
  private Uris() {}

  /**
   * Where the file lies; of what lies in no folder, such as a text not yet saved, its name alone.
   */
  static Path path(String uri) {
    try {
      URI parsed = URI.create(uri);
      if ("file".equals(parsed.getScheme())) {
        return Path.of(parsed).normalize();
      }
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      // No file, then.
    }
    String name = uri.substring(uri.lastIndexOf('/') + 1).replaceAll("[^\\p{L}\\p{N}_.-]", "_");
    return Path.of(name.isEmpty() ? "untitled.hefu" : name);
  }

  static boolean isFile(String uri) {
    return uri.startsWith("file:");
  }

  static String of(Path path) {
    return path.toUri().toString();
  }

  /** One file has one name, however an editor writes it: {@code %3A} for a colon, and so on. */
  static String same(String uri) {
    return isFile(uri) ? of(path(uri)) : uri;
  }

  static boolean isPolicy(Path path) {
    return path.toString().endsWith(".hefu");
  }
}
