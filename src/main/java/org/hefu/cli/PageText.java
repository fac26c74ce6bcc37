package org.hefu.cli;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.hefu.problem.ProblemPage;
import org.hefu.problem.Severity;
import org.hefu.problem.Topic;
import org.hefu.text.Language;
import org.hefu.text.Width;
import org.hefu.text.Wording;
import org.hefu.text.Wrap;

/** A page on a problem, or the list of them, as it is read in a terminal. */
final class PageText {
  private static final int WIDTH = 100;
  private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
  private static final Pattern WIDE_JOINT =
      Pattern.compile("(?<=[，。；：、）」”])\n|(?<=\\p{IsHan})\n(?=\\p{IsHan})");

  private final StringBuilder out = new StringBuilder();
  private final Wording words;
  private final boolean coloured;

  PageText(Wording words, boolean coloured) {
    this.words = words;
    this.coloured = coloured;
  }

  String page(ProblemPage page) {
    String style = page.code().severity() == Severity.ERROR ? "1;31" : "1;33";
    out.append(
            styled(
                style,
                words.say(page.code().severity() == Severity.ERROR ? "an-error" : "a-warning")))
        .append(styled("1", " " + page.code().id()))
        .append("\n\n");
    paragraph("1", page.summary().in(language()));
    for (String paragraph : page.text().in(language()).split("\n\n+", -1)) {
      out.append('\n');
      if (paragraph.startsWith("- ")) {
        Arrays.stream(paragraph.substring(2).split("\n- ", -1)).forEach(this::item);
      } else {
        paragraph("", paragraph);
      }
    }
    for (ProblemPage.Role role : ProblemPage.Role.values()) {
      examples(page.examples().stream().filter(e -> e.role() == role).toList(), role);
    }
    return out.toString();
  }

  /** Every problem with its summary, by topics. */
  String list(List<ProblemPage> pages) {
    int width = pages.stream().mapToInt(p -> p.code().id().length()).max().orElse(0);
    for (Topic topic : Topic.values()) {
      out.append(styled("1", topic.label().in(language()))).append('\n');
      for (ProblemPage page : pages) {
        if (Topic.of(page.code()) == topic) {
          String id = page.code().id();
          out.append("  ").append(styled("36", id)).repeat(' ', width - id.length() + 2);
          out.append(page.summary().in(language())).append('\n');
        }
      }
      out.append('\n');
    }
    return out.append(words.say("explain-one")).append('\n').toString();
  }

  private void examples(List<ProblemPage.Example> examples, ProblemPage.Role role) {
    if (examples.isEmpty()) {
      return;
    }
    String heading =
        switch (role) {
          case WRONG -> styled("31", words.say("page-wrong"));
          case RIGHT -> styled("32", words.say("page-right"));
          case BOTH -> styled("1", words.say("page-both"));
        };
    out.append('\n').append(heading).append('\n');
    for (ProblemPage.Example each : examples) {
      out.append('\n');
      each.text()
          .lines()
          .forEach(l -> out.append(l.isEmpty() ? "" : "    ").append(Width.shown(l)).append('\n'));
    }
  }

  private void paragraph(String style, String text) {
    for (String line : Wrap.lines(joined(text), WIDTH)) {
      out.append(styled(style, style.isEmpty() ? code(line) : line)).append('\n');
    }
  }

  private void item(String text) {
    String mark = "- ";
    for (String line : Wrap.lines(joined(text), WIDTH - 2)) {
      out.append(mark).append(code(line)).append('\n');
      mark = "  ";
    }
  }

  /** Lines of one paragraph, of which Chinese ones go on without a space. */
  private static String joined(String text) {
    return WIDE_JOINT.matcher(text).replaceAll("").replaceAll("\n *", " ");
  }

  private String code(String line) {
    return CODE.matcher(line)
        .replaceAll(m -> styled("36", m.group()).replace("\\", "\\\\").replace("$", "\\$"));
  }

  private Language language() {
    return words.language();
  }

  private String styled(String style, String text) {
    return coloured && !style.isEmpty() ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
  }
}
