package org.hefu.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.hefu.problem.Problem;
import org.hefu.problem.Report;
import org.hefu.text.Language;
import org.hefu.text.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that every command takes. */
final class Shared {
  private static final int FRAMES = 50;

  /** When to write in colours. */
  enum Colour {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      converter = Languages.class,
      completionCandidates = Languages.class)
  @Nullable Language language;

  @Option(
      names = {"--colour", "--color"},
      paramLabel = "WHEN")
  Colour colour = Colour.AUTO;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;

  Language language(Terminal terminal) {
    return language == null ? terminal.language() : language;
  }

  boolean isColoured(Terminal terminal) {
    return switch (colour) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          terminal.interactive()
              && terminal.says("NO_COLOR").isEmpty()
              && !terminal.says("TERM").equals("dumb");
    };
  }

  /** Problems with their places shown; of very many, the first. */
  String frames(Terminal terminal, List<Problem> problems) {
    String shown = report(terminal).frames(problems.subList(0, Math.min(FRAMES, problems.size())));
    return problems.size() > FRAMES
        ? shown + words(terminal).say("more", problems.size() - FRAMES) + "\n\n"
        : shown;
  }

  /** Every problem on a line. */
  String lines(Terminal terminal, List<Problem> problems) {
    return report(terminal).lines(problems);
  }

  private Report report(Terminal terminal) {
    return new Report(language(terminal), isColoured(terminal));
  }

  Wording words(Terminal terminal) {
    return new Wording("org.hefu.cli.words", language(terminal));
  }

  /** The languages by the names they have on the command line. */
  static final class Languages implements ITypeConverter<Language>, Iterable<String> {
    @Override
    public Language convert(String value) {
      return switch (value) {
        case "zh" -> Language.ZH;
        case "en" -> Language.EN;
        default -> throw new TypeConversionException("zh, en");
      };
    }

    @Override
    public Iterator<String> iterator() {
      return List.of("zh", "en").iterator();
    }
  }
}
