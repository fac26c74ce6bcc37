package org.hefu.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hefu.parse.Parse;
import org.hefu.parse.Parsed;
import org.hefu.problem.ReadFile;
import org.hefu.syntax.Outline;
import org.hefu.syntax.Token;
import org.hefu.text.Language;
import org.hefu.text.Source;

/**
 * Of modules put together from declarations of the library and the cases, with spaces, comments and
 * languages as they fall.
 */
class FormatLaws {
  private static final List<String> BETWEEN =
      List.of(
          " ",
          " ",
          " ",
          "  ",
          "\t",
          "\n",
          "\n",
          "\r\n",
          "\n\n\n",
          "\u3000",
          " -- why\n",
          "\n  -- 说明 \n");
  private static final List<String> DECLARATIONS = declarations();

  @Property(tries = 300)
  void layingOutAgainChangesNothing(@ForAll("modules") String text) {
    String once = format(text, Optional.empty());
    assertEquals(once, format(once, Optional.empty()));
  }

  @Property(tries = 300)
  void layingOutKeepsWhatIsSaid(@ForAll("modules") String text) {
    assertEquals(outline(text), outline(format(text, Optional.empty())));
  }

  @Property(tries = 300)
  void eitherLanguageSaysTheSame(@ForAll("modules") String text) {
    String zh = format(text, Optional.of(Language.ZH));
    String en = format(zh, Optional.of(Language.EN));
    assertEquals(outline(text), outline(zh));
    assertEquals(outline(text), outline(en));
    assertEquals(zh, format(zh, Optional.of(Language.ZH)));
    assertEquals(en, format(en, Optional.of(Language.EN)));
  }

  @Property(tries = 200)
  void damagedTextIsLaidOutToo(@ForAll("modules") String text, @ForAll long seed) {
    Random random = new Random(seed);
    int from = random.nextInt(text.length());
    String damaged =
        text.substring(0, from)
            + text.substring(Math.min(text.length(), from + random.nextInt(20)));
    format(damaged, Optional.empty());
    format(damaged, Optional.of(Language.ZH));
  }

  @Provide
  Arbitrary<String> modules() {
    return Combinators.combine(
            Arbitraries.of(DECLARATIONS).list().ofMinSize(1).ofMaxSize(6), Arbitraries.longs())
        .as(FormatLaws::shaken);
  }

  private static String shaken(List<String> declarations, long seed) {
    Random random = new Random(seed);
    StringBuilder out = new StringBuilder();
    for (String declaration : declarations) {
      Source source = new Source("declaration", declaration);
      int end = 0;
      for (Token token : Parse.tokens(source)) {
        String gap = declaration.substring(end, token.start());
        boolean joined = gap.isEmpty() && (random.nextInt(4) > 0 || isWord(token));
        boolean kept = random.nextInt(3) > 0 || gap.contains("\n");
        out.append(
            joined
                ? ""
                : kept && !gap.isEmpty() ? gap : BETWEEN.get(random.nextInt(BETWEEN.size())));
        out.append(reworded(token, random));
        end = token.end();
      }
      out.append(random.nextBoolean() ? "\n" : "\n\n");
    }
    return out.toString();
  }

  /** Within 5.1.4 and 100人 a gap would say something else, or nothing. */
  private static boolean isWord(Token token) {
    return token.type() == Token.Type.LITERAL || Tokens.isMark(token, ".");
  }

  private static String reworded(Token token, Random random) {
    boolean simple =
        token.type() == Token.Type.KEYWORD
            && !token.zh().isEmpty()
            && !token.en().equals("from")
            && !token.en().equals("within");
    return switch (simple ? random.nextInt(4) : 0) {
      case 1 -> token.en();
      case 2 -> token.zh();
      default -> token.text();
    };
  }

  private static String outline(String text) {
    Parsed parsed = Parse.file(new Source("module", text));
    assertEquals(List.of(), parsed.problems(), text);
    return Outline.of(parsed.module());
  }

  private static String format(String text, Optional<Language> keywords) {
    return FormatTest.format(new Source("module", text), keywords);
  }

  private static List<String> declarations() {
    List<String> all = new ArrayList<>();
    for (String folder : List.of("stdlib", "src/test/resources/cases/format")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".hefu")).sorted().toList()) {
          Parse.file(ReadFile.at(file).source())
              .module()
              .declarations()
              .forEach(d -> all.add(d.span().text()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }
}
