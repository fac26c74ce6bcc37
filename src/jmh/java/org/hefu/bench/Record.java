package org.hefu.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures what a decision takes beside the same decision by hand, on both runtimes, and writes
 * that down or holds it against what was written down. Times are written down, too, but only ratios
 * and bytes are compared. Each point is measured in a JVM of its own, by {@link Rounds}; what is
 * quick there hangs on how the compiler happens to put code together, so that of several JVMs the
 * median is written down, and what has become slower must be so in each of them.
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

  /** In so many JVMs points of few grants are measured; others take long to load. */
  private static final int JVMS = 3;

  /** Who is divided by whom; Hefu by bitmaps or, in the export, by hand. */
  private static final Map<String, String> BESIDE =
      Map.ofEntries(
          Map.entry("hefuSomeUnknown", "byHandSomeUnknown"),
          Map.entry("hefuFindings", "hefu"),
          Map.entry("hefuApplying", "hefu"),
          Map.entry("hefuWritten", "hefu"),
          Map.entry("hefuInTwoThreads", "hefu"),
          Map.entry("byLoopInTwoThreads", "byLoop"),
          Map.entry("byBitmapInTwoThreads", "byBitmap"),
          Map.entry("cedar", "hefu"),
          Map.entry("drools", "hefu"));

  /** Who is held against those who decide by hand, not against an outcome that varies. */
  private static final List<String> REASONED =
      List.of("hefuFindings", "hefuApplying", "hefuWritten");

  private static final String BY_HAND = "BesideHand";

  /** Who allocates as many bytes on every machine. */
  private static final List<String> ALLOCATING_ALIKE = List.of("hefu", "hefuSomeUnknown");

  /** Of these it is only written down how they stand to Hefu. */
  private static final List<String> OTHERS =
      List.of(
          "cedar",
          "drools",
          "byLoopInTwoThreads",
          "byBitmapInTwoThreads",
          "hefuFindings",
          "hefuApplying",
          "hefuWritten");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Map<String, Double> ns = new TreeMap<>();
  private final Map<String, Double> bytes = new TreeMap<>();
  private final Map<String, Double> load = new TreeMap<>();
  private final Map<String, Double> ratios = new TreeMap<>();

  private Record() {}

  /**
   * @param arguments {@code check} or {@code write}, the record, the modules of the optimizing
   *     runtime, and {@code short} to measure less, or the only point to be measured; what the
   *     record says of others then stays
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean isCheck = arguments[0].equals("check");
    Path file = Path.of(arguments[1]);
    boolean isShort = arguments.length > 3 && arguments[3].equals("short");
    List<String> points =
        arguments.length > 3 && !isShort ? List.of(arguments[3]) : isCheck || isShort ? SOME : ALL;
    if (!ALL.containsAll(points)) {
      System.err.println("no point of the record: " + points + "; there are " + ALL);
      System.exit(2);
    }
    Record record = new Record();
    if (!isCheck && points.size() == 1) {
      record.keepOthers(JSON.readTree(file), points.getFirst());
    }
    JsonNode before = isCheck ? JSON.readTree(file) : JSON.createObjectNode();
    Map<String, String[]> runtimes =
        Map.of(
            "interpreter",
            new String[] {"-Dpolyglot.engine.WarnInterpreterOnly=false"},
            "optimizing",
            new String[] {
              "-XX:+UnlockExperimentalVMOptions",
              "-XX:+EnableJVMCI",
              "--upgrade-module-path=" + arguments[2]
            });
    for (String point : points) {
      for (String runtime : new TreeSet<>(runtimes.keySet())) {
        String at = " " + runtime + " " + point;
        System.out.printf("%-12s %-14s", runtime, point);
        int most = isShort || point.endsWith("0000") ? 1 : JVMS;
        List<JsonNode> found = new ArrayList<>();
        do {
          found.add(run(point, isShort ? "3" : most > 1 ? "10" : "15", runtimes.get(runtime)));
          record.keep(found, at, isCheck);
        } while (found.size() < most && !(isCheck && record.isNowhereWorse(at, before)));
        record.ratios.forEach((who, ratio) -> {
          if (who.endsWith(at)) {
            System.out.printf(" %s %.2f", who.substring(0, who.length() - at.length()), ratio);
          }
        });
        System.out.println();
      }
    }
    if (isCheck) {
      System.exit(record.compare(before) ? 0 : 1);
    }
    record.write(file);
  }

  /** Keeps what was recorded of other points. */
  private void keepOthers(JsonNode before, String point) throws IOException {
    String here = Runtime.getRuntime().availableProcessors() + " " + processor();
    String there = before.path("processors").asInt() + " " + before.path("processor").asString();
    if (!here.equals(there)) {
      System.err.println("recorded on another machine: " + there + "; record all of it anew");
      System.exit(2);
    }
    Map.of("ratios", ratios, "bytes", bytes, "ns", ns, "load", load)
        .forEach((what, all) ->
            before
                .path(what)
                .properties()
                .forEach(n -> {
                  if (!n.getKey().endsWith(" " + point)) {
                    all.put(n.getKey(), n.getValue().asDouble());
                  }
                }));
  }

  /** Measures one point in a JVM of its own. */
  private static JsonNode run(String point, String rounds, String... flags)
      throws IOException, InterruptedException {
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
    return JSON.readTree(said.getLast());
  }

  /** Keeps the median of some JVMs, or the least of their ratios. */
  private void keep(List<JsonNode> found, String at, boolean least) {
    Map<String, List<Double>> ratiosOf = new TreeMap<>();
    for (String what : List.of("ns", "bytes", "load")) {
      Map<String, List<Double>> all = new TreeMap<>();
      for (JsonNode each : found) {
        each.path(what)
            .properties()
            .forEach(n ->
                all.computeIfAbsent(n.getKey(), _ -> new ArrayList<>())
                    .add(n.getValue().asDouble()));
      }
      Map<String, Double> in = what.equals("ns") ? ns : what.equals("bytes") ? bytes : load;
      all.forEach((who, some) -> in.put(who + at, Math.round(median(some) * 100) / 100.0));
    }
    for (JsonNode each : found) {
      ratios(each.path("ns"))
          .forEach((who, ratio) ->
              ratiosOf.computeIfAbsent(who + at, _ -> new ArrayList<>()).add(ratio));
    }
    ratiosOf.forEach((who, some) -> ratios.put(who, least ? Collections.min(some) : median(some)));
  }

  private static double median(List<Double> some) {
    return some.stream().sorted().toList().get(some.size() / 2);
  }

  private static Map<String, Double> ratios(JsonNode times) {
    Map<String, Double> ratios = new TreeMap<>();
    double byHand = times.path(times.has("byHand") ? "byHand" : "byBitmap").asDouble();
    times
        .properties()
        .forEach(each -> {
          String who = each.getKey();
          double time = each.getValue().asDouble();
          if (who.equals("hefu")) {
            ratios.put(who, time / byHand);
          } else if (times.has(BESIDE.getOrDefault(who, ""))) {
            ratios.put(who, time / times.path(BESIDE.get(who)).asDouble());
          }
          if (REASONED.contains(who)) {
            ratios.put(who + BY_HAND, time / byHand);
          }
        });
    return ratios;
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

  private boolean isNowhereWorse(String at, JsonNode record) {
    return ratios.keySet().stream().noneMatch(who -> who.endsWith(at) && isWorse(who, record));
  }

  private boolean isWorse(String who, JsonNode record) {
    JsonNode before = record.path("ratios").path(who);
    boolean counts = OTHERS.stream().noneMatch(o -> who.startsWith(o + " "));
    return counts
        && (before.isMissingNode()
            || (ratios.getOrDefault(who, 0.0) > atLeast(who, before.asDouble()) * SLACK
                && (!who.startsWith("hefu ") || isWorseBesideLoop(who, record.path("ns")))));
  }

  /**
   * Has an outcome become slower beside the loop, too? Bitmaps take, from one JVM to the next, now
   * 30 and now 40 ns. Where there is no loop, nothing speaks against it.
   */
  private boolean isWorseBesideLoop(String who, JsonNode before) {
    String loop = who.replace("hefu ", "byLoop ");
    if (!ns.containsKey(loop)) {
      return true;
    }
    double now = ns.getOrDefault(who, 0.0) / ns.getOrDefault(loop, 0.0);
    return now > before.path(who).asDouble() / before.path(loop).asDouble() * SLACK;
  }

  private boolean compare(JsonNode record) {
    boolean fine = true;
    for (Map.Entry<String, Double> each : ratios.entrySet()) {
      JsonNode before = record.path("ratios").path(each.getKey());
      boolean worse = isWorse(each.getKey(), record);
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
