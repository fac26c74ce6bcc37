package org.hefu.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.hefu.lsp.Editor;
import org.hefu.lsp.LargeWorkspace;

/**
 * How long an editor waits: replays seeded keystrokes against a server in a process of its own, in
 * a module of 5,000 lines among 200. `./dev bench-lsp` runs it.
 */
public final class Editing {
  private static final int MODULES = 200;
  private static final int LINES = 5_000;
  private static final int STARTS = 5;

  /** Behind so many edits it is seen what the server remembers, and at the end again. */
  private static final int EARLY = 1_000;

  private static final String TYPED = "and data.personal ";

  private Editing() {}

  /**
   * @param arguments how many keystrokes
   */
  public static void main(String[] arguments) throws Exception {
    int keystrokes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 600;
    Path folder = Files.createTempDirectory("hefu-editing");
    Map<String, String> files = LargeWorkspace.of(MODULES, LINES);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    try {
      start(folder, files.get(LargeWorkspace.LARGE));
      edit(folder, files.get(LargeWorkspace.LARGE), keystrokes);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  /** Through the launcher, as an editor does; the property {@code server} names another command. */
  private static Process start() throws IOException {
    String command = System.getProperty("server", "./hefu lsp");
    return new ProcessBuilder(command.split(" ", -1))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Starts it some times, and each time opens the text. */
  private static void start(Path folder, String text) throws IOException {
    List<Double> waits = new ArrayList<>();
    List<Long> processor = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      long began = System.nanoTime();
      Process process = start();
      try (Editor editor = Editor.on(folder, process)) {
        editor.show(LargeWorkspace.LARGE, text);
        editor.diagnostics(LargeWorkspace.LARGE, 1);
        waits.add(since(began));
        processor.add(processor(process));
      } finally {
        process.destroy();
      }
    }
    waits.sort(null);
    processor.sort(null);
    System.out.printf(
        "cold start to first diagnostics  %6.0f ms at best, %.0f ms at the median,"
            + " %d ms of the processor, %d starts%n",
        waits.getFirst(), waits.get(STARTS / 2), processor.get(STARTS / 2), STARTS);
  }

  /** Types words into conditions all over the text, letter by letter, and takes them out again. */
  private static void edit(Path folder, String text, int keystrokes) throws IOException {
    Process process = start();
    try (Editor editor = Editor.on(folder, process)) {
      editor.show(LargeWorkspace.LARGE, text);
      editor.diagnostics(LargeWorkspace.LARGE, 1);
      edit(editor, text, keystrokes, process);
    } finally {
      process.destroy();
    }
  }

  private static void edit(Editor editor, String text, int keystrokes, Process process)
      throws IOException {
    Random random = new Random(5);
    List<String> lines = text.lines().toList();
    List<Double> waits = new ArrayList<>();
    List<Double> completions = new ArrayList<>();
    int typed = 0;
    long half = 0;
    int before = 0;
    while (typed < keystrokes) {
      if (half == 0 && typed > keystrokes / 2) {
        half = processor(process);
        before = waits.size();
      }
      int line = random.nextInt(lines.size());
      if (!lines.get(line).startsWith("  when ")) {
        continue;
      }
      int column = lines.get(line).length();
      for (int i = 0; i < TYPED.length(); i++, typed++) {
        waits.add(keystroke(editor, line, column + i, column + i, TYPED.substring(i, i + 1)));
        if (TYPED.charAt(i) == '.') {
          completions.add(completion(editor, line, column + i + 1));
        }
      }
      waits.add(keystroke(editor, line, column, column + TYPED.length(), ""));
      if (waits.size() >= EARLY && waits.size() <= EARLY + TYPED.length()) {
        remembered(process, waits.size());
      }
    }
    // On a machine that others use, too, this says more than the clock.
    System.out.printf(
        "processor for a keystroke, warm  %6d ms%n",
        (processor(process) - half) / Math.max(1, waits.size() - before));
    told("diagnostics behind a keystroke", waits);
    told("completion", completions);
    remembered(process, waits.size());
  }

  /** What the server cannot forget, and what it has taken of the machine. */
  private static void remembered(Process process, int edits) throws IOException {
    System.out.printf(
        "memory after %6d edits         %6d MB in use, %d MB taken%n",
        edits, used(process.pid()), memory(process.pid()));
  }

  /** Megabytes of objects that are left when all others are removed. */
  private static long used(long pid) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process = new ProcessBuilder(jcmd, String.valueOf(pid), "GC.class_histogram").start();
    try (BufferedReader out = process.inputReader()) {
      return out.lines()
          .filter(l -> l.startsWith("Total"))
          .mapToLong(l -> Long.parseLong(l.trim().split("\\s+", -1)[2]) >> 20)
          .findFirst()
          .orElse(0);
    }
  }

  private static double keystroke(Editor editor, int line, int from, int to, String text) {
    long began = System.nanoTime();
    Range range = new Range(new Position(line, from), new Position(line, to));
    int version = editor.change(LargeWorkspace.LARGE, range, text);
    editor.diagnostics(LargeWorkspace.LARGE, version);
    return since(began);
  }

  private static double completion(Editor editor, int line, int column) {
    long began = System.nanoTime();
    Editor.get(
        editor
            .server()
            .getTextDocumentService()
            .completion(
                new CompletionParams(
                    editor.text(LargeWorkspace.LARGE), new Position(line, column))));
    return since(began);
  }

  /** The second half: by then the server is warm. */
  private static void told(String what, List<Double> all) {
    double[] warm = all.subList(all.size() / 2, all.size()).stream().mapToDouble(d -> d).toArray();
    Arrays.sort(warm);
    System.out.printf(
        "%-32s %6.0f ms at the median, %.0f ms at 95%%, %d measured%n",
        what, warm[warm.length / 2], warm[(int) (warm.length * 0.95)], warm.length);
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e6;
  }

  /** How long the server has used the processor, on all of its threads. */
  private static long processor(Process process) {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
  }

  /** In megabytes, where the system tells. */
  private static long memory(long pid) throws IOException {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(l -> l.startsWith("VmRSS:"))
        .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
