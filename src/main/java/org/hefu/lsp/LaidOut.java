package org.hefu.lsp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hefu.problem.Code;
import org.hefu.text.Source;
import org.hefu.text.UserCache;

/**
 * What the program brings along, the library's modules and the pages on problems, as files that an
 * editor can open: it cannot look into the program.
 */
final class LaidOut {
  private static final Map<String, Optional<String>> MODULES = new ConcurrentHashMap<>();
  private static final Map<Code, Optional<String>> PAGES = new ConcurrentHashMap<>();

  private LaidOut() {}

  /** The uri of a file that holds the source; empty where it is none of the library's. */
  static Optional<String> module(Source source) {
    return source.name().startsWith("stdlib/")
        ? MODULES.computeIfAbsent(
            source.name(),
            name -> laidOut(name, name, source.text().getBytes(StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  /** The uri of a file that holds the page on the problem. */
  static Optional<String> page(Code code) {
    return PAGES.computeIfAbsent(
        code,
        it -> {
          String name = "problems/" + it.id() + ".md";
          try (InputStream in = LaidOut.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? Optional.empty() : laidOut(name, "docs/" + name, in.readAllBytes());
          } catch (IOException e) {
            return Optional.empty();
          }
        });
  }

  /**
   * @param own where the file lies for whoever works on the program itself
   */
  private static Optional<String> laidOut(String name, String own, byte[] bytes) {
    try {
      Path beside = Path.of(own).toAbsolutePath().normalize();
      if (holds(beside, bytes)) {
        return Optional.of(Uris.of(beside));
      }
      Optional<Path> folder = UserCache.folder(System.getenv());
      if (folder.isEmpty()) {
        return Optional.empty();
      }
      Path file = folder.get().resolve(name);
      Files.createDirectories(file.getParent());
      if (!holds(file, bytes)) {
        Files.deleteIfExists(file);
        Files.write(file, bytes);
        // Whoever edits it there would change nothing; where it cannot be forbidden, so be it.
        boolean _ = file.toFile().setReadOnly();
      }
      return Optional.of(Uris.of(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean holds(Path file, byte[] bytes) throws IOException {
    return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes);
  }
}
