package org.hefu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hefu.text.Language;
import org.hefu.text.Wording;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code hefu}: finds the command that is meant, runs it, and says what went wrong. */
@Command(name = "hefu", synopsisSubcommandLabel = "COMMAND")
public final class Main {
  /** Every command, in the order in which help names them. */
  private static final Map<String, Function<Terminal, Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("decide", DecideCommand::new);
    COMMANDS.put("check", CheckCommand::new);
    COMMANDS.put("doc", DocCommand::new);
    COMMANDS.put("explain", ExplainCommand::new);
    COMMANDS.put("test", TestCommand::new);
    COMMANDS.put("debug", DebugCommand::new);
    COMMANDS.put("fmt", FormatCommand::new);
    COMMANDS.put("schema", SchemaCommand::new);
    COMMANDS.put("lsp", LspCommand::new);
    COMMANDS.put("completion", CompletionCommand::new);
    COMMANDS.put("version", VersionCommand::new);
  }

  @Mixin Shared shared = new Shared();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true)
  boolean version;

  /** Runs a command; what it answers is its exit code. */
  static int run(Terminal terminal, String... arguments) {
    Language language = language(terminal, arguments);
    try {
      CommandLine line = line(terminal, language, arguments);
      if (arguments.length == 0) {
        line.usage(terminal.err());
        return Exit.MISUSE;
      }
      return line.execute(arguments);
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return internal(e, terminal, language);
    }
  }

  /**
   * With the command that is meant; with all of them where that is not clear, since each costs time
   * to start.
   */
  private static CommandLine line(Terminal terminal, Language language, String... arguments) {
    CommandLine line = new CommandLine(new Main());
    Function<Terminal, Object> meant = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
    if (meant == null) {
      return whole(terminal, language);
    }
    line.addSubcommand(arguments[0], meant.apply(terminal));
    return set(line, terminal, language);
  }

  /** With every command. */
  static CommandLine whole(Terminal terminal, Language language) {
    CommandLine line = new CommandLine(new Main());
    COMMANDS.forEach((name, command) -> line.addSubcommand(name, command.apply(terminal)));
    return set(line, terminal, language);
  }

  private static CommandLine set(CommandLine line, Terminal terminal, Language language) {
    Wording help = new Wording("org.hefu.cli.help", language);
    line.setResourceBundle(help.bundle());
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(100);
    line.setUsageHelpLongOptionsMaxWidth(40);
    line.setAbbreviatedOptionsAllowed(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.getCommandSpec().versionProvider(() -> new String[] {VersionCommand.version()});
    line.setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()));
    line.setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()));
    Wording words = new Wording("org.hefu.cli.words", language);
    line.setParameterExceptionHandler(
        (e, _) -> misuse(Misuse.said(e, words), e.getCommandLine(), terminal, words));
    line.setExecutionExceptionHandler((e, command, _) ->
        e instanceof Misuse misuse
            ? misuse(Objects.toString(misuse.getMessage()), command, terminal, words)
            : internal(e, terminal, language));
    return line;
  }

  private static int misuse(String said, CommandLine command, Terminal terminal, Wording words) {
    terminal.err().println("hefu: " + said);
    terminal
        .err()
        .println("hefu: " + words.say("see-help", command.getCommandSpec().qualifiedName()));
    return Exit.MISUSE;
  }

  /** One line for the user; what happened is kept in a file for whoever mends it. */
  static int internal(Throwable error, Terminal terminal, Language language) {
    Wording words = new Wording("org.hefu.cli.words", language);
    String said = error.getClass().getSimpleName() + ": " + error.getMessage();
    String where = kept(error).map(file -> words.say("kept", file)).orElse("");
    terminal
        .err()
        .println("hefu: " + words.say("internal", said.lines().findFirst().orElse(said)) + where);
    return Exit.INTERNAL;
  }

  private static Optional<Path> kept(Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    try {
      Path file = Files.createTempFile("hefu-error-", ".txt");
      Files.writeString(file, "hefu " + VersionCommand.version() + "\n" + trace);
      return Optional.of(file);
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** Needed before the command line is understood, since that may go wrong. */
  static Language language(Terminal terminal, String... arguments) {
    String last = "";
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
        last = arguments[i + 1];
      } else if (arguments[i].startsWith("--lang=")) {
        last = arguments[i].substring("--lang=".length());
      }
    }
    return last.equals("zh") ? Language.ZH : last.equals("en") ? Language.EN : terminal.language();
  }
}
