package org.hefu.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.hefu.problem.Report;
import org.hefu.text.Language;
import org.hefu.text.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that every command takes. */
final class Shared {
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

  Report report(Terminal terminal) {
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
