package org.hefu.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hefu.text.Language;

/**
 * Understands the command lines of {@code decide} that have nothing unusual about them, which takes
 * no time. All others, and all that is wrong, are left to the whole command line.
 */
final class Plain {
  private Plain() {}

  /** The command, as the whole command line would understand it. */
  static Optional<DecideCommand> decide(Terminal terminal, String... arguments) {
    if (arguments.length < 2 || !arguments[0].equals("decide")) {
      return Optional.empty();
    }
    DecideCommand command = new DecideCommand(terminal);
    Set<String> seen = new HashSet<>();
    Iterator<String> rest = List.of(arguments).subList(1, arguments.length).iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      boolean isOption = argument.startsWith("-") && !argument.equals("-");
      boolean taken =
          isOption
              ? option(command, argument, rest, seen)
              : isValue(argument) && command.flows.add(argument);
      if (!taken) {
        return Optional.empty();
      }
    }
    return command.flows.isEmpty() ? Optional.empty() : Optional.of(command);
  }

  /** Takes an option and its value; false where the whole command line has to look at it. */
  private static boolean option(
      DecideCommand command, String name, Iterator<String> rest, Set<String> seen) {
    return switch (name) {
      case "-p", "--policy" -> policy(command, value(rest));
      case "--using" -> {
        String module = value(rest);
        yield isValue(module) && command.using.add(module);
      }
      default -> seen.add(name) && once(command, name, rest);
    };
  }

  private static boolean policy(DecideCommand command, String value) {
    try {
      return isValue(value) && command.policies.policies.add(Path.of(value));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean once(DecideCommand command, String name, Iterator<String> rest) {
    switch (name) {
      case "--brief" -> command.brief = true;
      case "--yaml" -> command.yaml = true;
      case "--lines" -> command.lines = true;
      case "--with-drafts" -> command.withDrafts = true;
      case "--no-library" -> command.policies.withoutLibrary = true;
      case "--lang" -> {
        return language(command, value(rest));
      }
      case "--format" -> {
        return format(command, value(rest));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean language(DecideCommand command, String value) {
    command.shared.language =
        switch (value) {
          case "zh" -> Language.ZH;
          case "en" -> Language.EN;
          default -> null;
        };
    return command.shared.language != null;
  }

  private static boolean format(DecideCommand command, String value) {
    command.format = value.equals("json") ? DecideCommand.Format.JSON : DecideCommand.Format.TEXT;
    return value.equals("json") || value.equals("text");
  }

  private static String value(Iterator<String> rest) {
    return rest.hasNext() ? rest.next() : "";
  }

  /** What begins with these may be an option, or a file with more arguments. */
  private static boolean isValue(String argument) {
    return !argument.isEmpty()
        && !argument.startsWith("@")
        && (!argument.startsWith("-") || argument.equals("-"));
  }
}
