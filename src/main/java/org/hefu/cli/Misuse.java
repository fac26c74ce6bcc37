package org.hefu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hefu.text.Nearest;
import org.hefu.text.Wording;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line. */
final class Misuse extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With the words to say, for what only a command itself can find. */
  Misuse(String said) {
    super(said);
  }

  static String said(ParameterException exception, Wording words) {
    return switch (exception) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched, words);
      case MissingParameterException missing -> missing(missing, words);
      default -> value(exception, words);
    };
  }

  private static String unmatched(UnmatchedArgumentException exception, Wording words) {
    CommandLine line = exception.getCommandLine();
    String first = exception.getUnmatched().getFirst();
    boolean option = exception.isUnknownOption();
    boolean command = !option && !line.getSubcommands().isEmpty();
    String key = option ? "unknown-option" : command ? "unknown-command" : "too-much";
    List<String> candidates =
        option ? options(line.getCommandSpec()) : List.copyOf(line.getSubcommands().keySet());
    String name =
        option && first.startsWith("--") && first.contains("=")
            ? first.substring(0, first.indexOf('='))
            : first;
    return words.say(key, name) + suggestion(Nearest.to(name, candidates), words);
  }

  private static String missing(MissingParameterException exception, Wording words) {
    ArgSpec missing =
        exception.getMissing().isEmpty()
            ? exception.getArgSpec()
            : exception.getMissing().getFirst();
    boolean valueless = missing instanceof OptionSpec option && !option.required();
    return words.say(valueless ? "missing-value" : "missing", name(missing));
  }

  private static String value(ParameterException exception, Wording words) {
    ArgSpec argument = exception.getArgSpec();
    String value = exception.getValue();
    if (argument == null || value == null) {
      return words.say("misuse");
    }
    List<String> candidates = new ArrayList<>();
    if (argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(candidates::add);
    }
    String possible =
        candidates.isEmpty() ? "" : words.say("possible", String.join(", ", candidates));
    return words.say("wrong-value", value, name(argument)) + possible;
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static List<String> options(CommandSpec command) {
    return command.options().stream()
        .filter(o -> !o.hidden())
        .flatMap(o -> List.of(o.names()).stream())
        .collect(Collectors.toList());
  }

  private static String suggestion(Optional<String> name, Wording words) {
    return name.map(n -> words.say("did-you-mean", n)).orElse("");
  }
}
