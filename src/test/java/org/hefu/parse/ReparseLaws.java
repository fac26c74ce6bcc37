package org.hefu.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.hefu.lsp.LargeWorkspace;
import org.hefu.syntax.Declaration;
import org.hefu.text.Source;

/** Reading a text again after a change gives what reading all of it gives. */
class ReparseLaws {
  private static final String TEXT = LargeWorkspace.of(3, 100).get(LargeWorkspace.LARGE);

  private static final List<String> PIECES =
      List.of(
          "rule ",
          "rule x (art 1) {\n",
          "}",
          "{",
          "\"",
          "“",
          "\n",
          "\r\n",
          "\n}\n",
          "  ",
          "(",
          ")",
          "define z = ",
          "--",
          "data.",
          ".",
          "=",
          ",",
          "when ",
          "not ",
          "account {",
          "tally",
          "tally t",
          "unit",
          "use a\n",
          "module b\n",
          "grant",
          "grant \"x\" {",
          "scenario \"q\" {",
          "按",
          "x",
          "\uD800");

  @Property(tries = 30, shrinking = ShrinkingMode.OFF)
  void readingAgainIsReadingAll(@ForAll long seed) {
    Random random = new Random(seed);
    String text = TEXT;
    Parsed parsed = Parse.file(new Source("f", text));
    for (int i = 0; i < 25; i++) {
      int start = random.nextInt(text.length() + 1);
      int taken = random.nextInt(3) == 0 ? random.nextInt(40) : random.nextInt(2);
      int end = Math.min(text.length(), start + taken);
      String piece = random.nextInt(4) == 0 ? "" : PIECES.get(random.nextInt(PIECES.size()));
      text = text.substring(0, start) + piece + text.substring(end);
      parsed = Parse.file(new Source("f", text), parsed);
      assertEquals(told(Parse.file(new Source("f", text))), told(parsed));
    }
  }

  private static String told(Parsed parsed) {
    StringBuilder told = new StringBuilder();
    told.append(parsed.module().name()).append(parsed.module().uses()).append(parsed.starts());
    parsed.problems().forEach(p -> told.append('\n').append(p.span().start()).append(p));
    for (Declaration each : parsed.module().declarations()) {
      told.append('\n').append(each.span().start()).append(each);
    }
    return told.toString();
  }
}
