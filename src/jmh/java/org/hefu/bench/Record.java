package org.hefu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures in one run what a decision takes beside the same decision by hand, and writes that down
 * or holds it against what was written down. Times are written down, too, but only ratios are
 * compared.
 */
public final class Record {
  /** By how much a ratio may grow. */
  private static final double SLACK = 1.2;

  /** What the profiler is off by where something is allocated; nothing is nothing. */
  private static final double NOISE = 0.01;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Record() {}

  /**
   * @param arguments {@code check} or {@code write}, and the record; {@code write} with a third
   *     argument measures no more than {@code check} does
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    boolean isCheck = arguments[0].equals("check");
    Path file = Path.of(arguments[1]);
    boolean isWhole = !isCheck && arguments.length == 2;
    List<String> rules = isWhole ? List.of() : List.of("10", "1000");
    List<String> grants = isWhole ? List.of() : List.of("100", "10000");
    Collection<RunResult> results = run(rules, grants);
    Map<String, Double> times = new TreeMap<>();
    Map<String, Double> bytes = new TreeMap<>();
    for (RunResult each : results) {
      String name = name(each);
      times.put(name, each.getPrimaryResult().getStatistics().getMin());
      Result<?> allocated = each.getSecondaryResults().get("gc.alloc.rate.norm");
      // The profiler's own work shows as a fraction of a byte.
      bytes.put(name, allocated == null ? 0 : Math.floor(allocated.getScore()));
    }
    Map<String, Double> ratios = ratios(times);
    if (!isCheck) {
      write(file, times, bytes, ratios);
      return;
    }
    System.exit(compare(JSON.readTree(file), bytes, ratios) ? 0 : 1);
  }

  private static Collection<RunResult> run(List<String> rules, List<String> grants)
      throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options.include("\\.(Deciding|Exporting)\\.").addProfiler(GCProfiler.class);
    options.warmupIterations(3).warmupTime(TimeValue.seconds(2));
    options.measurementIterations(5).measurementTime(TimeValue.seconds(1));
    if (!rules.isEmpty()) {
      options.param("rules", rules.toArray(String[]::new));
      options.param("grants", grants.toArray(String[]::new));
      options.exclude("InTwoThreads");
    }
    return new Runner(options.build()).run();
  }

  /** {@code Deciding.hefu 10x100}. */
  private static String name(RunResult result) {
    String full = result.getParams().getBenchmark();
    String name = full.substring(full.lastIndexOf('.', full.lastIndexOf('.') - 1) + 1);
    String rules = result.getParams().getParam("rules");
    return rules == null ? name : name + " " + rules + "x" + result.getParams().getParam("grants");
  }

  /** What Hefu takes by what the same takes by hand. */
  private static Map<String, Double> ratios(Map<String, Double> times) {
    Map<String, Double> ratios = new TreeMap<>();
    times.forEach((name, time) -> {
      for (String[] pair :
          new String[][] {
            {"hefu ", "byBitmap "},
            {"hefuInTwoThreads ", "byLoopInTwoThreads "},
            {".hefu", ".byHand"}
          }) {
        Double by = name.contains(pair[0]) ? times.get(name.replace(pair[0], pair[1])) : null;
        if (by != null) {
          ratios.put(name + " / " + pair[1].strip().replace(".", ""), time / by);
        }
      }
    });
    return ratios;
  }

  private static void write(
      Path file, Map<String, Double> times, Map<String, Double> bytes, Map<String, Double> ratios)
      throws IOException {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("processors", Runtime.getRuntime().availableProcessors());
    record.put("memory MB", Runtime.getRuntime().maxMemory() >> 20);
    record.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    record.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    record.put("ratios", rounded(ratios));
    record.put("bytes", bytes);
    record.put("ns", rounded(times));
    Files.writeString(file, JSON.writeValueAsString(record) + "\n");
    System.out.println("written: " + file);
  }

  private static Map<String, Double> rounded(Map<String, Double> numbers) {
    Map<String, Double> rounded = new TreeMap<>();
    numbers.forEach((name, number) -> rounded.put(name, Math.round(number * 100) / 100.0));
    return rounded;
  }

  private static boolean compare(
      JsonNode record, Map<String, Double> bytes, Map<String, Double> ratios) {
    boolean fine = true;
    for (Map.Entry<String, Double> each : ratios.entrySet()) {
      JsonNode before = record.path("ratios").path(each.getKey());
      boolean worse = before.isMissingNode() || each.getValue() > before.asDouble() * SLACK;
      System.out.printf(
          "%s %-55s %.2f, recorded %s%n",
          worse ? "WORSE" : "     ", each.getKey(), each.getValue(), before);
      fine &= !worse;
    }
    for (Map.Entry<String, Double> each : bytes.entrySet()) {
      JsonNode before = record.path("bytes").path(each.getKey());
      if (before.isMissingNode()
          || Math.abs(before.asDouble() - each.getValue()) > before.asDouble() * NOISE) {
        System.out.printf(
            "BYTES %-55s %.0f, recorded %s%n", each.getKey(), each.getValue(), before);
        fine = false;
      }
    }
    System.out.println(fine ? "no regression" : "there are regressions");
    return fine;
  }
}
