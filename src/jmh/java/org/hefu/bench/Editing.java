package org.hefu.bench;

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
    long began = System.nanoTime();
    Process process = start();
    try (Editor editor = Editor.on(folder, process)) {
      editor.show(LargeWorkspace.LARGE, files.get(LargeWorkspace.LARGE));
      editor.diagnostics(LargeWorkspace.LARGE, 1);
      System.out.printf(
          "cold start to first diagnostics  %6.0f ms, %d ms of the processor%n",
          since(began), processor(process));
      edit(editor, files.get(LargeWorkspace.LARGE), keystrokes, process);
    } finally {
      process.destroy();
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  /** As the launcher starts it. */
  private static Process start() throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xss16m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "org.hefu.cli.Main",
            "lsp");
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Types words into conditions all over the text, letter by letter, and takes them out again. */
  private static void edit(Editor editor, String text, int keystrokes, Process process)
      throws IOException {
    Random random = new Random(5);
    List<String> lines = text.lines().toList();
    List<Double> waits = new ArrayList<>();
    List<Double> completions = new ArrayList<>();
    System.out.printf("memory of the server             %6d MB%n", memory(process.pid()));
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
    }
    System.out.printf(
        "memory after %6d edits         %6d MB%n", waits.size(), memory(process.pid()));
    // On a machine that others use, too, this says more than the clock.
    System.out.printf(
        "processor for a keystroke, warm  %6d ms%n",
        (processor(process) - half) / Math.max(1, waits.size() - before));
    told("diagnostics behind a keystroke", waits);
    told("completion", completions);
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
