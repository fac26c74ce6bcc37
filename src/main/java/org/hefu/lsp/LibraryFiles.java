package org.hefu.lsp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hefu.text.Source;

/** The library's modules as files that an editor can open: it cannot look into the program. */
final class LibraryFiles {
  private static final Map<String, Optional<String>> LAID_OUT = new ConcurrentHashMap<>();

  private LibraryFiles() {}

  /** The uri of a file that holds the source; empty where it is none of the library's. */
  static Optional<String> uri(Source source) {
    return source.name().startsWith("stdlib/")
        ? LAID_OUT.computeIfAbsent(source.name(), _ -> laidOut(source))
        : Optional.empty();
  }

  private static Optional<String> laidOut(Source source) {
    try {
      Path beside = Path.of(source.name()).toAbsolutePath().normalize();
      byte[] bytes = source.text().getBytes(StandardCharsets.UTF_8);
      if (Files.isRegularFile(beside)
          && java.util.Arrays.equals(Files.readAllBytes(beside), bytes)) {
        return Optional.of(Uris.of(beside));
      }
      Path file = folder().resolve(source.name());
      Files.createDirectories(file.getParent());
      if (!Files.isRegularFile(file) || !java.util.Arrays.equals(Files.readAllBytes(file), bytes)) {
        Files.deleteIfExists(file);
        Files.write(file, bytes);
        // Whoever edits it there would change nothing.
        boolean readOnly = file.toFile().setReadOnly();
        if (!readOnly) {
          return Optional.of(Uris.of(file));
        }
      }
      return Optional.of(Uris.of(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Path folder() {
    String cache = System.getenv("XDG_CACHE_HOME");
    return cache != null && !cache.isEmpty()
        ? Path.of(cache, "hefu")
        : Path.of(System.getProperty("user.home"), ".cache", "hefu");
  }
}
