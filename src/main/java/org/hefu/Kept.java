package org.hefu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.hefu.model.Policy;
import org.hefu.store.Store;
import org.hefu.text.DeepStack;
import org.hefu.text.Sha256;
import org.hefu.text.Source;
import org.hefu.text.UserCache;

/**
 * Policies that were checked before, in files under names made of all that went into them: the
 * texts and the program. What is damaged, or was made of something else, is as good as not there. A
 * folder that cannot be written keeps nothing, and no harm is done.
 */
final class Kept {
  /** Changes whenever {@link Store} writes otherwise. */
  private static final int FORMAT = 1;

  private static final int MAGIC = 0x68656675;
  private static final int HASH = 32;
  private static final int HEAD = 8 + HASH + 8;
  private static final int MOST = 64;
  private static final String ENDING = ".policy";

  private final Path folder;

  Kept(Path folder) {
    this.folder = folder;
  }

  /** Where {@code HEFU_CACHE} says, else among the user's caches; empty where it says off. */
  static Optional<Kept> own(Map<String, String> environment) {
    String wanted = environment.getOrDefault("HEFU_CACHE", "");
    if (wanted.equals("off")) {
      return Optional.empty();
    }
    if (wanted.isEmpty()) {
      return UserCache.folder(environment).map(Kept::new);
    }
    try {
      return Optional.of(new Kept(Path.of(wanted)));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** What tells a policy from every other, apart from the tables that it asks for. */
  static byte[] key(byte[] program, List<Source> given, boolean withLibrary) {
    Sha256 hash = new Sha256().add(program).add(withLibrary ? "with the library" : "alone");
    for (Source each : given) {
      hash.add(each.name()).add(each.text());
    }
    return hash.bytes();
  }

  /** The policy that was kept under the key, if its tables say what they said. */
  Optional<Policy> find(byte[] key) {
    try {
      byte[] bytes = Files.readAllBytes(file(key));
      return isSound(bytes, key) ? read(bytes) : Optional.empty();
    } catch (IOException | InvalidPathException absent) {
      return Optional.empty();
    }
  }

  private Path file(byte[] key) {
    return folder.resolve(HexFormat.of().formatHex(key, 0, HASH / 2) + ENDING);
  }

  private static Optional<Policy> read(byte[] bytes) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(bytes, HEAD, bytes.length - HEAD);
    int tables = in.getInt();
    for (int i = 0; i < tables; i++) {
      byte[] name = new byte[in.getInt()];
      in.get(name);
      byte[] hash = new byte[HASH];
      in.get(hash);
      Path table = Path.of(new String(name, StandardCharsets.UTF_8));
      if (!Arrays.equals(hash, hash(table))) {
        return Optional.empty();
      }
    }
    return Optional.of(policy(bytes, in.position()));
  }

  private static byte[] hash(Path table) throws IOException {
    return new Sha256().add(Files.readAllBytes(table)).bytes();
  }

  static Policy policy(byte[] bytes, int from) {
    return DeepStack.call(() -> Store.read(bytes, from));
  }

  /**
   * Keeps a policy that has no problem.
   *
   * @param tables the files of its lists
   */
  void keep(byte[] key, Policy policy, List<Path> tables) {
    try {
      ByteBuffer before = ByteBuffer.allocate(size(tables)).putInt(tables.size());
      for (Path table : tables) {
        byte[] name = table.toString().getBytes(StandardCharsets.UTF_8);
        before.putInt(name.length).put(name).put(hash(table));
      }
      write(file(key), sealed(key, before.array(), DeepStack.call(() -> Store.write(policy))));
      prune();
    } catch (IOException | UncheckedIOException | InvalidPathException notKept) {
      // The next one reads and checks again.
    }
  }

  private static int size(List<Path> tables) {
    int size = 4;
    for (Path table : tables) {
      size += 4 + table.toString().getBytes(StandardCharsets.UTF_8).length + HASH;
    }
    return size;
  }

  /** With a head by which it can be told whether what follows is whole, and made of what. */
  static byte[] sealed(byte[] key, byte[]... parts) {
    int size = HEAD;
    for (byte[] part : parts) {
      size += part.length;
    }
    ByteBuffer out = ByteBuffer.allocate(size).putInt(MAGIC).putInt(FORMAT).put(key).putLong(0);
    for (byte[] part : parts) {
      out.put(part);
    }
    return out.putLong(8 + HASH, sum(out.array())).array();
  }

  static boolean isSound(byte[] bytes, byte[] key) {
    return isWhole(bytes) && Arrays.equals(key, key(bytes));
  }

  static boolean isWhole(byte[] bytes) {
    if (bytes.length < HEAD) {
      return false;
    }
    ByteBuffer head = ByteBuffer.wrap(bytes);
    return head.getInt(0) == MAGIC
        && head.getInt(4) == FORMAT
        && head.getLong(8 + HASH) == sum(bytes);
  }

  /** What it was made of, as its head says. */
  static byte[] key(byte[] bytes) {
    return Arrays.copyOfRange(bytes, 8, 8 + HASH);
  }

  static int head() {
    return HEAD;
  }

  /** Of the key and of what follows the head. */
  private static long sum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, 8 + HASH);
    sum.update(bytes, HEAD, bytes.length - HEAD);
    return sum.getValue();
  }

  /** Whole or not at all, whoever else writes at the same time. */
  private static void write(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, "new-", ".tmp");
    try {
      Files.write(fresh, bytes);
      try {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Drops those that were made longest ago. */
  private void prune() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> kept = all.filter(f -> f.toString().endsWith(ENDING)).toList();
      if (kept.size() > MOST) {
        for (Path each :
            kept.stream()
                .sorted(Comparator.comparingLong((Path f) -> f.toFile().lastModified()))
                .limit(kept.size() - MOST)
                .toList()) {
          Files.deleteIfExists(each);
        }
      }
    }
  }
}
