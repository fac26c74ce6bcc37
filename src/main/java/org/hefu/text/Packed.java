package org.hefu.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What is packed with the program. A class loader finds it as well, but through URLs and the other
 * jars, which takes longer than a decision; so the program's own jar is looked into first.
 */
public final class Packed {
  private static final @Nullable ZipFile JAR = jar();

  private Packed() {}

  private static @Nullable ZipFile jar() {
    CodeSource code = Packed.class.getProtectionDomain().getCodeSource();
    if (code == null || code.getLocation() == null || !isJar(code)) {
      return null;
    }
    try {
      return new ZipFile(Path.of(code.getLocation().toURI()).toFile());
    } catch (IOException | URISyntaxException | IllegalArgumentException inAnotherWay) {
      return null;
    }
  }

  private static boolean isJar(CodeSource code) {
    return code.getLocation().getProtocol().equals("file")
        && code.getLocation().getPath().endsWith(".jar");
  }

  /** The folder of classes that the program runs from; empty where it is in a jar. */
  public static Optional<Path> folder() {
    CodeSource code = Packed.class.getProtectionDomain().getCodeSource();
    if (code == null || code.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(code.getLocation().toURI())).filter(Files::isDirectory);
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException inAJar) {
      return Optional.empty();
    }
  }

  /** The bytes that have the name; empty where nothing has. */
  public static Optional<byte[]> bytes(String name) {
    try (InputStream in = open(name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable InputStream open(String name) throws IOException {
    ZipFile jar = JAR;
    if (jar != null) {
      ZipEntry entry = jar.getEntry(name);
      if (entry != null) {
        return jar.getInputStream(entry);
      }
    }
    return Packed.class.getClassLoader().getResourceAsStream(name);
  }
}
