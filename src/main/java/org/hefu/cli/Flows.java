package org.hefu.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hefu.problem.ReadFile;

/** The flows that a command line names, one after another: a file is one, or one a line. */
final class Flows {
  /** From how much on nobody can say that it is little. */
  private static final int FEW = 20;

  /**
   * A flow as it was found, and under what name.
   *
   * @param size in bytes
   */
  record Found(String name, boolean yaml, int size, ReadFile.Read read) {
    /** Of a whole file; nobody watches how far along a few of these are. */
    Found(String name, boolean yaml, ReadFile.Read read) {
      this(name, yaml, read.source().length(), read);
    }
  }

  private final Terminal terminal;
  private final String standardInput;
  private final boolean yaml;
  private final boolean lines;
  private final List<String> names;

  Flows(Terminal terminal, String standardInput, boolean yaml, boolean lines, List<String> names) {
    this.terminal = terminal;
    this.standardInput = standardInput;
    this.yaml = yaml;
    this.lines = lines;
    this.names = names;
  }

  /** Are there so many that it pays to get ready for them? */
  boolean areMany() {
    return names.size() > FEW || names.stream().anyMatch(this::isLines);
  }

  boolean areSeveral() {
    return names.size() > 1 || areMany();
  }

  private boolean isLines(String name) {
    return lines || name.endsWith(".jsonl") || name.endsWith(".ndjson");
  }

  private boolean isYaml(String name) {
    return yaml || name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /** How many bytes there are to read; 0 where that cannot be known. */
  long size() {
    long size = 0;
    for (String name : names) {
      try {
        size += name.equals("-") ? 0 : Files.size(Path.of(name));
      } catch (IOException unreadable) {
        return 0; // which is told when it is read
      }
    }
    return names.contains("-") ? 0 : size;
  }

  /**
   * @param pause is called where it may take long until there is another
   */
  void each(Consumer<Found> flow, Runnable pause) {
    for (String name : names) {
      if (isLines(name)) {
        lines(name, flow, pause);
      } else {
        ReadFile.Read read =
            name.equals("-")
                ? ReadFile.from(standardInput, terminal.in())
                : ReadFile.at(Path.of(name));
        flow.accept(new Found(name, isYaml(name), read));
      }
    }
  }

  /** A line at a time, so that there may be any number. */
  private void lines(String name, Consumer<Found> flow, Runnable pause) {
    boolean standard = name.equals("-");
    String shown = standard ? standardInput : name;
    if (!standard && Files.isDirectory(Path.of(name))) {
      flow.accept(new Found(name, false, ReadFile.at(Path.of(name))));
      return;
    }
    try (InputStream in =
        new BufferedInputStream(standard ? terminal.in() : Files.newInputStream(Path.of(name)))) {
      int number = 0;
      for (Optional<byte[]> line = line(in); line.isPresent(); line = line(in)) {
        number++;
        ReadFile.Read read = ReadFile.decoded(shown, line.get(), number);
        if (!read.source().text().isBlank()) {
          flow.accept(new Found(name + ":" + number, false, line.get().length + 1, read));
        }
        if (in.available() == 0) {
          pause.run();
        }
      }
    } catch (IOException e) {
      flow.accept(new Found(name, false, ReadFile.unread(shown, e)));
    }
  }

  /** A line without its end; empty at the end of all. */
  private static Optional<byte[]> line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    boolean isAny = next >= 0;
    for (; next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
    }
    byte[] read = line.toByteArray();
    boolean returns = read.length > 0 && read[read.length - 1] == '\r';
    return isAny
        ? Optional.of(returns ? Arrays.copyOf(read, read.length - 1) : read)
        : Optional.empty();
  }
}
