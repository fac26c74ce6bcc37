package org.hefu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hefu.model.Policy;
import org.hefu.store.Store;
import org.hefu.text.DeepStack;
import org.hefu.text.Packed;
import org.hefu.text.Sha256;
import org.jspecify.annotations.Nullable;

/** The library's law as the build has checked it. */
final class Library {
  private static final String NAME = "library.policy";

  /** The packed library, and what tells this program from every other; read at first use. */
  private static final class Pack {
    private final byte[] program;
    private final byte @Nullable [] sound;

    Pack(byte[] program, byte @Nullable [] sound) {
      this.program = program;
      this.sound = sound;
    }
  }

  private static volatile @Nullable Pack pack;

  private Library() {}

  /** The library alone; empty where the build has not packed it, or something has changed since. */
  static Optional<Policy> policy() {
    byte[] sound = pack().sound;
    return sound == null ? Optional.empty() : Optional.of(Kept.policy(sound, Kept.head()));
  }

  /** What tells this program and its library from every other; empty where nothing does. */
  static byte[] program() {
    return pack().program;
  }

  private static Pack pack() {
    Pack known = pack;
    if (known == null) {
      known = read();
      pack = known;
    }
    return known;
  }

  private static Pack read() {
    byte[] packed = Packed.bytes(NAME).filter(Kept::isWhole).orElse(null);
    Optional<Path> folder = Packed.folder();
    if (folder.isPresent()) {
      // Classes and texts in a folder change one by one.
      byte[] program = hash(folder.get());
      boolean fits = packed != null && Arrays.equals(program, Kept.key(packed));
      return new Pack(program, fits ? packed : null);
    }
    return new Pack(packed == null ? new byte[0] : Kept.key(packed), packed);
  }

  /** Of all that the program is made of. */
  private static byte[] hash(Path folder) {
    Sha256 hash = new Sha256();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString();
        if (!name.equals(NAME)) {
          hash.add(name).add(Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hash.bytes();
  }

  /** Finishes the classes in the folder that this runs from, as the last step of their build. */
  public static void main(String[] arguments) throws IOException {
    if (policy().isPresent()) {
      return; // Nothing has changed since.
    }
    Path folder = Packed.folder().orElseThrow();
    LinkEarly.classes(folder);
    Load.Loaded loaded = Load.paths(List.of(), true);
    Policy policy = loaded.policy().orElseThrow(() -> new PolicyException(loaded.problems()));
    byte[] bytes = DeepStack.call(() -> Store.write(policy));
    Files.write(folder.resolve(NAME), Kept.sealed(hash(folder), bytes));
  }
}
