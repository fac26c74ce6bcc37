package org.hefu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocCommandTest {
  private static final String POLICY = "examples/granted-data/policy.hefu";

  @TempDir Path folder;

  @Test
  void aSiteIsWrittenForAnOwnPolicy() throws IOException {
    Path site = folder.resolve("site");
    Told told = Told.by("doc", "--out", site.toString(), POLICY);
    assertEquals(0, told.code(), told.err());
    assertTrue(told.err().contains(site.resolve("index.html").toString()), told.err());
    assertTrue(Files.readString(site.resolve("index.html")).startsWith("<!DOCTYPE html>"));
    assertTrue(Files.size(site.resolve("hefu.js")) > 0);
  }

  @Test
  void whatToMakeHasToBeSaid() {
    Told told = Told.by("doc", POLICY);
    assertEquals(64, told.code());
    assertTrue(told.err().contains("--coverage"), told.err());
  }

  @Test
  void aPolicyWithProblemsMakesNoPages() throws IOException {
    Path bad = folder.resolve("bad.hefu");
    Files.writeString(bad, "module bad\nrule r { forbid export }\n");
    Path site = folder.resolve("site");
    Told told = Told.by("doc", "-o", site.toString(), bad.toString());
    assertEquals(2, told.code());
    assertTrue(told.err().contains("[no-instrument]"), told.err());
    assertFalse(Files.exists(site));
    assertEquals(1, Told.by("doc", "--coverage", "no-such-file.hefu").code());
  }

  @Test
  void aFolderThatCannotBeWrittenIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");
    Told told = Told.by("doc", "--out", file.resolve("site").toString(), POLICY);
    assertEquals(64, told.code());
    assertTrue(told.err().contains("cannot write to"), told.err());
  }

  @Test
  void aTextOfAPolicyIsNoMarkup() throws IOException {
    Path policy = folder.resolve("p.hefu");
    Files.writeString(
        policy,
        """
        module p
        use library
        instrument "<b>甲</b> & \\"乙\\"" { rank: internal in_force: 2026-01-01 .. }
        rule r（规则） "<script>alert(1)</script>" { forbid export }
        """);
    assertEquals(0, Told.by("doc", "-o", folder.toString(), policy.toString()).code());
    String page = Files.readString(folder.resolve("p.html"));
    assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
    assertTrue(page.contains("&lt;b&gt;甲&lt;/b&gt; &amp; &quot;乙&quot;"), page);
    assertFalse(page.contains("<script>alert"), page);
  }
}
