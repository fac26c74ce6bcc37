package org.hefu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.hefu.model.Policy;
import org.hefu.text.Source;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was kept is taken only where it is whole and made of the same. */
class KeptTest {
  private static final byte[] PROGRAM = {1};
  private static final List<Source> GIVEN =
      List.of(new Source("ours.hefu", "module acme.ours\nuse library\n"));

  private static Policy policy;

  @TempDir private Path folder;

  @BeforeAll
  static void check() {
    policy = Load.texts(GIVEN, true).policy().orElseThrow();
  }

  private static byte[] key() {
    return Kept.key(PROGRAM, GIVEN, true);
  }

  private Path keep(List<Path> tables) throws IOException {
    new Kept(folder).keep(key(), policy, tables);
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".policy")).findFirst().orElseThrow();
    }
  }

  private Optional<Policy> found() {
    return new Kept(folder).find(key());
  }

  @Test
  void whatIsWholeIsFound() throws IOException {
    assertTrue(found().isEmpty());
    keep(List.of());
    assertEquals(policy.sources().hash(), found().orElseThrow().sources().hash());
    assertEquals(policy.rules(), found().orElseThrow().rules());
  }

  @Test
  void whateverIsDamagedIsNotThere() throws IOException {
    Path file = keep(List.of());
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(20261127);
    for (int i = 0; i < 500; i++) {
      byte[] damaged = whole.clone();
      // The head as well as the rest.
      int at = i < 100 ? i % Kept.head() : random.nextInt(whole.length);
      damaged[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, damaged);
      assertTrue(found().isEmpty(), "byte " + at);
    }
    for (int length : new int[] {0, 1, Kept.head() - 1, Kept.head(), whole.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertTrue(found().isEmpty(), length + " bytes");
    }
    Files.write(file, whole);
    assertTrue(found().isPresent());
  }

  @Test
  void anotherTextNameProgramOrQuestionIsAnotherPolicy() throws IOException {
    keep(List.of());
    Kept kept = new Kept(folder);
    Source same = GIVEN.getFirst();
    List<Source> text = List.of(new Source(same.name(), same.text() + "\n"));
    List<Source> name = List.of(new Source("other.hefu", same.text()));
    assertTrue(kept.find(Kept.key(PROGRAM, text, true)).isEmpty());
    assertTrue(kept.find(Kept.key(PROGRAM, name, true)).isEmpty());
    assertTrue(kept.find(Kept.key(new byte[] {2}, GIVEN, true)).isEmpty());
    assertTrue(kept.find(Kept.key(PROGRAM, GIVEN, false)).isEmpty());
  }

  @Test
  void aFileUnderTheNameOfAnotherIsNotTaken() throws IOException {
    Path file = keep(List.of());
    byte[] other = Kept.key(new byte[] {2}, GIVEN, true);
    Path there = folder.resolve(java.util.HexFormat.of().formatHex(other, 0, 16) + ".policy");
    Files.move(file, there);
    assertTrue(new Kept(folder).find(other).isEmpty());
  }

  @Test
  void aTableThatChangedOrIsGoneMakesItStale() throws IOException {
    Path table = Files.writeString(folder.resolve("list.csv"), "code\nA1\n");
    keep(List.of(table));
    assertTrue(found().isPresent());
    Files.writeString(table, "code\nA2\n");
    assertTrue(found().isEmpty());
    Files.delete(table);
    assertTrue(found().isEmpty());
  }

  @Test
  void whereNothingCanBeWrittenNothingIsKept() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Kept kept = new Kept(file.resolve("below"));
    kept.keep(key(), policy, List.of());
    assertTrue(kept.find(key()).isEmpty());
  }

  @Test
  void onlySoManyAreKept() throws IOException {
    for (int i = 0; i < 70; i++) {
      new Kept(folder).keep(Kept.key(new byte[] {(byte) i}, GIVEN, true), policy, List.of());
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(64, files.count());
    }
  }

  @Test
  void theEnvironmentSaysWhere() {
    assertTrue(Kept.own(Map.of("HEFU_CACHE", "off")).isEmpty());
    assertTrue(Kept.own(Map.of("HEFU_CACHE", folder.toString())).isPresent());
    assertTrue(Kept.own(Map.of()).isPresent());
  }
}
