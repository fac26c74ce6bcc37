package org.hefu.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The workload, decided by engines that Hefu is measured against; {@link Deciding} has the same
 * flows. Every decision is checked against the loop before anything is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Peers {
  private static final int FLOWS = 256;

  @Param({"10", "100", "1000"})
  int rules;

  @Param("100")
  int grants;

  private Workload.Flow[] flows = {};
  private CedarPeer cedar;
  private DroolsPeer drools;
  private List<CedarPeer.Asked> asked = List.of();

  long cedarMillis;
  long droolsMillis;

  /** As JMH makes it. */
  public Peers() {}

  Peers(Ready ready, int count) {
    load(ready, count);
  }

  @Setup(Level.Trial)
  public void load() {
    load(new Ready(rules, grants), FLOWS);
    System.out.printf("loaded: Cedar %d ms, Drools %d ms%n", cedarMillis, droolsMillis);
  }

  private void load(Ready ready, int count) {
    flows = Stream.of(ready.flows).limit(count).toArray(Workload.Flow[]::new);
    long start = System.nanoTime();
    cedar = new CedarPeer(ready.workload);
    long between = System.nanoTime();
    drools = new DroolsPeer(ready.workload.norms(), new Held(ready.workload.leaves()));
    cedarMillis = (between - start) / 1_000_000;
    droolsMillis = (System.nanoTime() - between) / 1_000_000;
    asked = Stream.of(flows).map(cedar::asked).toList();
    for (int i = 0; i < count; i++) {
      ready.agree("Cedar", i, cedar.permits(asked.get(i)));
      ready.agree("Drools", i, drools.permits(flows[i]));
    }
  }

  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int cedar() {
    int permitted = 0;
    for (CedarPeer.Asked each : asked) {
      permitted += cedar.permits(each) ? 1 : 0;
    }
    return permitted;
  }

  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int drools() {
    int permitted = 0;
    for (Workload.Flow each : flows) {
      permitted += drools.permits(each) ? 1 : 0;
    }
    return permitted;
  }
}
