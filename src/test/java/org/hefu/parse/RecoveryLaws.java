package org.hefu.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hefu.problem.Problem;
import org.hefu.problem.ReadFile;
import org.hefu.problem.Report;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Module;
import org.hefu.syntax.Outline;
import org.hefu.syntax.Token;
import org.hefu.text.Language;
import org.hefu.text.Source;

/**
 * Of the library's modules, damaged: what stands beside the damage is still read, and nothing is
 * ever thrown.
 */
class RecoveryLaws {
  private static final List<Source> MODULES = modules();

  @Property(tries = 400)
  void everyPrefixIsRead(@ForAll("sources") Source source, @ForAll long seed) {
    String text = source.text();
    survives(text.substring(0, new Random(seed).nextInt(text.length() + 1)));
  }

  @Property(tries = 400)
  void anyDamageIsRead(@ForAll("sources") Source source, @ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(source.text());
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
        case 1 ->
            text.insert(
                at,
                List.of("{", "}", "(", "\"", "rule ", "when", "\0", "，", "\uD800", "”")
                    .get(random.nextInt(10)));
        default -> text.setCharAt(at, (char) random.nextInt(0x10000));
      }
    }
    survives(text.toString());
  }

  /**
   * Tokens taken out of one declaration, but not the word it begins with, leave all the others as
   * they were.
   */
  @Property(tries = 400)
  void damageInOneDeclarationLeavesTheOthers(@ForAll("sources") Source source, @ForAll long seed) {
    Random random = new Random(seed);
    Module whole = Parse.file(source).module();
    int hit = random.nextInt(whole.declarations().size());
    Declaration victim = whole.declarations().get(hit);
    List<Token> inside =
        Parse.tokens(source).stream()
            .filter(t -> t.start() > victim.span().start() && t.end() <= victim.span().end())
            .toList();
    int first = random.nextInt(inside.size());
    int last = Math.min(inside.size() - 1, first + random.nextInt(4));
    String text = source.text();
    String damaged =
        text.substring(0, inside.get(first).start()) + text.substring(inside.get(last).end());

    Parsed parsed = Parse.file(new Source(source.name(), damaged));
    List<String> expected = new ArrayList<>();
    whole.declarations().forEach(d -> expected.add(outline(d)));
    expected.remove(hit);
    List<String> found = new ArrayList<>();
    parsed.module().declarations().forEach(d -> found.add(outline(d)));
    assertTrue(
        isSubsequence(expected, found),
        () -> {
          List<String> lost = new ArrayList<>(expected);
          lost.removeAll(found);
          int end = Math.min(damaged.length(), victim.span().end());
          return "damaged:\n" + damaged.substring(victim.span().start(), end) + "\nlost:\n" + lost;
        });
  }

  /** A clause that cannot be read leaves the others of its rule. */
  @Property(tries = 100)
  void aBrokenClauseLeavesItsRule(@ForAll("clauses") String clause) {
    String before = "module m\nrule r (art 1) {\n  forbid export\n  ";
    String after = "\n  when a and b\n  unless c\n}\nrule s (art 2) {\n}\n";
    Parsed parsed = Parse.file(new Source("m", before + clause + after));
    assertFalse(parsed.problems().isEmpty());
    assertEquals(2, parsed.module().declarations().size());
    String outline = Outline.of(parsed.module());
    assertTrue(
        outline.contains("Forbid") && outline.contains("When") && outline.contains("Unless"),
        outline);
  }

  @Provide
  Arbitrary<String> clauses() {
    return Arbitraries.of(
        "when and",
        "when (a and b",
        "require any of before export",
        "exempt export",
        "forbid",
        "oblige within 3 days",
        "??? !!!",
        "permit export despite",
        "when x < < 3",
        "presume",
        "yields law",
        "consequence",
        "banana republic",
        "when x in {a, b");
  }

  @Provide
  Arbitrary<Source> sources() {
    return Arbitraries.of(MODULES);
  }

  private static boolean isSubsequence(List<String> wanted, List<String> in) {
    int at = 0;
    for (String each : in) {
      at += at < wanted.size() && wanted.get(at).equals(each) ? 1 : 0;
    }
    return at == wanted.size();
  }

  private static String outline(Declaration declaration) {
    return Outline.of(
        new Module(declaration.span().source(), Optional.empty(), List.of(), List.of(declaration)));
  }

  private static void survives(String text) {
    Source source = new Source("damaged.hefu", text);
    Parsed parsed = Parse.file(source);
    for (Problem problem : parsed.problems()) {
      assertTrue(problem.span().end() <= text.length());
    }
    for (Language language : Language.values()) {
      new Report(language, true).frames(parsed.problems());
      new Report(language, false).lines(parsed.problems());
    }
  }

  private static List<Source> modules() {
    try (Stream<Path> files = Files.walk(Path.of("stdlib"))) {
      return files
          .filter(f -> f.toString().endsWith(".hefu") && !f.endsWith("library.hefu"))
          .sorted()
          .map(f -> ReadFile.at(f).source())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
