package org.hefu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {
  private static final String NEAT = "module a\n\nrule r (art 1) {\n  forbid b\n}\n";
  private static final String LOOSE = "module a\nrule  r(art 1){\nforbid b\n}";

  @TempDir Path folder;
  private Path neat;
  private Path loose;

  @BeforeEach
  void write() throws IOException {
    neat = Files.writeString(folder.resolve("neat.hefu"), NEAT);
    loose = Files.writeString(folder.resolve("loose.hefu"), LOOSE);
  }

  @Test
  void whatChangesIsNamed() throws IOException {
    Told told = Told.by("fmt", folder.toString());
    assertEquals(new Told(0, loose + "\n", ""), told);
    assertEquals(NEAT, Files.readString(loose));
    assertEquals(NEAT, Files.readString(neat));
    assertEquals(new Told(0, "", ""), Told.by("fmt", folder.toString()));
  }

  @Test
  void checkingChangesNothing() throws IOException {
    assertEquals(new Told(1, loose + "\n", ""), Told.by("fmt", "--check", folder.toString()));
    assertEquals(LOOSE, Files.readString(loose));
    assertEquals(new Told(0, "", ""), Told.by("fmt", "--check", neat.toString()));
  }

  @Test
  void fromStandardInputToStandardOutput() {
    assertEquals(new Told(0, NEAT, ""), Told.by(LOOSE, new String[] {"fmt", "-"}));
    assertEquals(1, Told.by(LOOSE, new String[] {"fmt", "--check", "-"}).code());
    assertEquals(0, Told.by(NEAT, new String[] {"fmt", "--check", "-"}).code());
  }

  @Test
  void keywordsOfEitherLanguage() {
    Told zh = Told.by(LOOSE, new String[] {"fmt", "--keywords", "zh", "-"});
    assertEquals("模块 a\n\n规则 r (条款 1) {\n  禁止 b\n}\n", zh.out());
    assertEquals(NEAT, Told.by(zh.out(), new String[] {"fmt", "--keywords=en", "-"}).out());
  }

  @Test
  void whatCannotBeReadStaysAsItIs() throws IOException {
    Files.writeString(loose, LOOSE + " forbid {");
    Told told = Told.by("fmt", folder.toString());
    assertEquals(2, told.code());
    assertEquals("", told.out());
    assertTrue(told.err().contains("[unreadable]"), told.err());
    assertEquals(LOOSE + " forbid {", Files.readString(loose));
  }

  @Test
  void whatIsNotThereIsBadInput() {
    assertEquals(1, Told.by("fmt", folder.resolve("nowhere.hefu").toString()).code());
  }
}
