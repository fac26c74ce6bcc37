package org.hefu.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.hefu.engine.Program;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures one point of the workload, or the library's export decision, for all who decide it, in
 * turns, and prints what came out. Times are those of the processor and the least of all rounds
 * counts, so that other work on the machine does little to them, and to ratios less.
 */
public final class Rounds {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int THREAD_COUNT = 2;

  /** Up to so many rules other engines are asked; more takes hours. */
  private static final int MOST_OF_PEERS = 1000;

  private static final int FLOWS_OF_PEERS = 64;

  /** How often the policy is made ready, until that is warm. */
  private static final int AGAIN = 5;

  private static final double WARM = 3e9;
  private static final double ROUND = 5e7;

  private final List<Contender> contenders = new ArrayList<>();
  private final List<Contender> inTwoThreads = new ArrayList<>();
  private final Map<String, Double> ns = new TreeMap<>();
  private final Map<String, Double> bytes = new TreeMap<>();
  private final Map<String, Long> load = new TreeMap<>();

  /** So that nothing is decided in vain, and thus left out by the compiler. */
  private int decided;

  /** Who decides so many flows at once. */
  private record Contender(String name, int flows, IntSupplier decide) {}

  private Rounds() {}

  /**
   * @param arguments {@code RULESxGRANTS} or {@code export}, and how many rounds
   */
  public static void main(String[] arguments) throws ExecutionException, InterruptedException {
    Rounds rounds = new Rounds();
    int count = Integer.parseInt(arguments[1]);
    if (arguments[0].equals("export")) {
      rounds.export();
    } else {
      String[] size = arguments[0].split("x", -1);
      rounds.workload(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
    }
    rounds.measure(count);
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("ns", rounds.ns);
    said.put("bytes", rounds.bytes);
    said.put("load", rounds.load);
    said.put("decided", rounds.decided);
    System.out.println("\n" + JsonMapper.shared().writeValueAsString(said));
  }

  private void export() {
    Exporting exporting = new Exporting();
    exporting.load();
    contenders.add(new Contender("hefu", Exporting.FLOWS, exporting::hefu));
    contenders.add(new Contender("byHand", Exporting.FLOWS, exporting::byHand));
    contenders.add(new Contender("byHandAllKnown", Exporting.FLOWS, exporting::byHandAllKnown));
    contenders.add(new Contender("hefuSomeUnknown", Exporting.FLOWS, exporting::hefuSomeUnknown));
    contenders.add(
        new Contender("byHandSomeUnknown", Exporting.FLOWS, exporting::byHandSomeUnknown));
    contenders.add(new Contender("hefuFindings", Exporting.FLOWS, exporting::hefuFindings));
    contenders.add(new Contender("hefuApplying", Exporting.FLOWS, exporting::hefuApplying));
    contenders.add(new Contender("hefuWritten", Exporting.FLOWS, exporting::hefuWritten));
  }

  private void workload(int rules, int grants) {
    Ready ready = new Ready(rules, grants);
    Deciding deciding = new Deciding(ready);
    contenders.add(new Contender("hefu", Ready.FLOWS, deciding::hefu));
    contenders.add(new Contender("byBitmap", Ready.FLOWS, deciding::byBitmap));
    contenders.add(new Contender("byLoop", Ready.FLOWS, deciding::byLoop));
    inTwoThreads.addAll(contenders);
    if (grants <= 100) {
      contenders.add(new Contender("hefuFindings", Ready.FLOWS, deciding::hefuFindings));
      contenders.add(new Contender("hefuApplying", Ready.FLOWS, deciding::hefuApplying));
    }
    load.put("grants, ms", ready.grantsMillis);
    load.put("heap, MB", ready.heapMegabytes);
    load.put("checked and ready, first time, ms", ready.readyMillis);
    load.put(
        "checked and ready, warm, ms",
        Stream.generate(ready::again).limit(AGAIN).min(Long::compare).orElseThrow());
    // The runtime is nothing to them, so that they are measured on one of them.
    if (rules <= MOST_OF_PEERS && grants <= 100 && !Program.isOptimized()) {
      Peers peers = new Peers(ready, FLOWS_OF_PEERS);
      load.put("Cedar, ms", peers.cedarMillis);
      load.put("Drools, ms", peers.droolsMillis);
      contenders.add(new Contender("cedar", FLOWS_OF_PEERS, peers::cedar));
      contenders.add(new Contender("drools", FLOWS_OF_PEERS, peers::drools));
    }
  }

  private void measure(int rounds) throws ExecutionException, InterruptedException {
    for (Contender each : contenders) {
      time(each, WARM);
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(THREAD_COUNT)) {
      for (int i = 0; i < rounds; i++) {
        for (Contender each : contenders) {
          long before = THREADS.getCurrentThreadAllocatedBytes();
          long decided = least(each.name(), time(each, ROUND), each.flows());
          long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
          // What the measuring itself takes is a fraction of a byte.
          bytes.merge(each.name(), Math.floor((double) allocated / decided), Math::min);
        }
        for (Contender each : inTwoThreads) {
          List<Future<long[]>> both = new ArrayList<>();
          for (int thread = 0; thread < THREAD_COUNT; thread++) {
            both.add(threads.submit(() -> time(each, ROUND)));
          }
          for (Future<long[]> one : both) {
            least(each.name() + "InTwoThreads", one.get(), each.flows());
          }
        }
      }
    }
  }

  /** Keeps the least time that one decision took; how many there were. */
  private long least(String name, long[] spent, int flows) {
    long decided = spent[1] * flows;
    ns.merge(name, (double) spent[0] / decided, Math::min);
    return decided;
  }

  /** How much time of the processor it took, and how often all flows were decided. */
  private long[] time(Contender contender, double atLeast) {
    long start = THREADS.getCurrentThreadCpuTime();
    long spent;
    long times = 0;
    int sum = 0;
    do {
      sum += contender.decide().getAsInt();
      times++;
      spent = THREADS.getCurrentThreadCpuTime() - start;
    } while (spent < atLeast);
    synchronized (this) {
      decided += sum;
    }
    return new long[] {spent, times};
  }
}
