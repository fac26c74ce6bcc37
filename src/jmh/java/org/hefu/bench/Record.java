package org.hefu.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures what a decision takes beside the same decision by hand, on both runtimes, and writes
 * that down or holds it against what was written down. Times are written down, too, but only ratios
 * and bytes are compared. Each point is measured in a JVM of its own, by {@link Rounds}.
 */
public final class Record {
  /** By how much a ratio may grow. */
  private static final double SLACK = 1.2;

  private static final List<String> ALL =
      List.of(
          "10x100",
          "100x100",
          "1000x100",
          "10000x100",
          "10x10000",
          "100x10000",
          "1000x10000",
          "10000x10000",
          "10x1000000",
          "100x1000000",
          "1000x1000000",
          "10000x1000000",
          "export");
  private static final List<String> SOME = List.of("10x100", "1000x100", "1000x10000", "export");

  /** Who is divided by whom; the workload is decided by bitmaps, the export by hand. */
  private static final Map<String, String> BESIDE =
      Map.ofEntries(
          Map.entry("hefu", "byBitmap"),
          Map.entry("hefuSomeUnknown", "byHandSomeUnknown"),
          Map.entry("hefuFindings", "hefu"),
          Map.entry("hefuApplying", "hefu"),
          Map.entry("hefuWritten", "hefu"),
          Map.entry("hefuInTwoThreads", "hefu"),
          Map.entry("byLoopInTwoThreads", "byLoop"),
          Map.entry("byBitmapInTwoThreads", "byBitmap"),
          Map.entry("cedar", "hefu"),
          Map.entry("drools", "hefu"));

  /** Who allocates as many bytes on every machine. */
  private static final List<String> ALLOCATING_ALIKE = List.of("hefu", "hefuSomeUnknown");

  /** Of these it is only written down how they stand to Hefu. */
  private static final List<String> OTHERS =
      List.of("cedar", "drools", "byLoopInTwoThreads", "byBitmapInTwoThreads");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Map<String, Double> ns = new TreeMap<>();
  private final Map<String, Double> bytes = new TreeMap<>();
  private final Map<String, Double> load = new TreeMap<>();
  private final Map<String, Double> ratios = new TreeMap<>();

  private Record() {}

  /**
   * @param arguments {@code check} or {@code write}, the record, the modules of the optimizing
   *     runtime, and {@code short} to measure less
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean isCheck = arguments[0].equals("check");
    Path file = Path.of(arguments[1]);
    boolean isShort = arguments.length > 3;
    Record record = new Record();
    for (String point : isCheck || isShort ? SOME : ALL) {
      String rounds = isShort ? "3" : "15";
      record.measure("interpreter", point, rounds, "-Dpolyglot.engine.WarnInterpreterOnly=false");
      record.measure(
          "optimizing",
          point,
          rounds,
          "-XX:+UnlockExperimentalVMOptions",
          "-XX:+EnableJVMCI",
          "--upgrade-module-path=" + arguments[2]);
    }
    if (isCheck) {
      System.exit(record.compare(JSON.readTree(file)) ? 0 : 1);
    }
    record.write(file);
  }

  private void measure(String runtime, String point, String rounds, String... flags)
      throws IOException, InterruptedException {
    System.out.printf("%-12s %-14s", runtime, point);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Rounds.class.getName(), point, rounds));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> said = process.inputReader().lines().toList();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join("\n", said));
    }
    JsonNode found = JSON.readTree(said.getLast());
    String at = " " + runtime + " " + point;
    Map<String, Double> times = keep(found.path("ns"), at, ns);
    keep(found.path("bytes"), at, bytes);
    keep(found.path("load"), at, load);
    times.forEach((who, time) -> {
      Double beside = times.get(BESIDE.getOrDefault(who, ""));
      beside = beside == null && who.equals("hefu") ? times.get("byHand") : beside;
      if (beside != null) {
        ratios.put(who + at, time / beside);
        System.out.printf(" %s %.2f", who, time / beside);
      }
    });
    System.out.println();
  }

  private static Map<String, Double> keep(JsonNode numbers, String at, Map<String, Double> in) {
    Map<String, Double> kept = new TreeMap<>();
    numbers
        .properties()
        .forEach(each -> {
          kept.put(each.getKey(), each.getValue().asDouble());
          in.put(each.getKey() + at, Math.round(each.getValue().asDouble() * 100) / 100.0);
        });
    return kept;
  }

  private void write(Path file) throws IOException {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("processors", Runtime.getRuntime().availableProcessors());
    record.put("processor", processor());
    record.put("memory MB", Runtime.getRuntime().maxMemory() >> 20);
    record.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    record.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    record.put("versions", versions());
    Map<String, Double> rounded = new TreeMap<>();
    ratios.forEach((name, ratio) -> rounded.put(name, Math.round(ratio * 100) / 100.0));
    record.put("ratios", rounded);
    record.put("bytes", bytes);
    record.put("ns", ns);
    record.put("load", load);
    Files.writeString(file, JSON.writeValueAsString(record) + "\n");
    System.out.println("written: " + file);
  }

  private static String processor() throws IOException {
    Path about = Path.of("/proc/cpuinfo");
    return Files.isReadable(about)
        ? Files.readAllLines(about).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("")
        : "";
  }

  /** Of what is on the class path, those that are measured. */
  private static List<String> versions() {
    return List.of(System.getProperty("java.class.path").split(":", -1)).stream()
        .map(each -> each.substring(each.lastIndexOf(java.io.File.separatorChar) + 1))
        .filter(name -> name.matches("(cedar-java|drools-engine|truffle-api|jmh-core)-.*\\.jar"))
        .map(name -> name.replace(".jar", ""))
        .sorted()
        .toList();
  }

  /** A thread beside another is not held to be cheaper than one alone, whatever was recorded. */
  private static double atLeast(String who, double recorded) {
    return who.contains("InTwoThreads ") ? Math.max(1, recorded) : recorded;
  }

  private boolean compare(JsonNode record) {
    boolean fine = true;
    for (Map.Entry<String, Double> each : ratios.entrySet()) {
      JsonNode before = record.path("ratios").path(each.getKey());
      boolean counts = OTHERS.stream().noneMatch(o -> each.getKey().startsWith(o + " "));
      boolean worse =
          counts
              && (before.isMissingNode()
                  || each.getValue() > atLeast(each.getKey(), before.asDouble()) * SLACK);
      System.out.printf(
          "%s %-50s %.2f, recorded %s%n",
          worse ? "WORSE" : "     ", each.getKey(), each.getValue(), before);
      fine &= !worse;
    }
    for (Map.Entry<String, Double> each : bytes.entrySet()) {
      JsonNode before = record.path("bytes").path(each.getKey());
      boolean counts = ALLOCATING_ALIKE.stream().anyMatch(w -> each.getKey().startsWith(w + " "));
      if (counts && (before.isMissingNode() || before.asDouble() != each.getValue())) {
        System.out.printf(
            "BYTES %-50s %.0f, recorded %s%n", each.getKey(), each.getValue(), before);
        fine = false;
      }
    }
    System.out.println(fine ? "no regression" : "there are regressions");
    return fine;
  }
}
