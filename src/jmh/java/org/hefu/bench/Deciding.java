package org.hefu.bench;

import java.util.concurrent.TimeUnit;
import org.hefu.engine.Asked;
import org.hefu.fact.Facts;
import org.hefu.model.Outcome;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The workload, decided by Hefu and by hand: a loop over the rules, and bitmaps. What counts is the
 * ratio in one run. Every decision is checked against the loop before anything is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 5)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class Deciding {
  private static final int FLOWS = Ready.FLOWS;

  @Param({"10", "100", "1000", "10000"})
  int rules;

  @Param({"100", "10000", "1000000"})
  int grants;

  private Ready ready;

  /** As JMH makes it. */
  public Deciding() {}

  Deciding(Ready ready) {
    this.ready = ready;
  }

  @Setup(Level.Trial)
  public void load() {
    ready = new Ready(rules, grants);
  }

  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int hefu() {
    int permitted = 0;
    for (Facts each : ready.facts) {
      permitted += ready.program.outcome(each, Asked.ALL) == Outcome.PERMITTED ? 1 : 0;
    }
    return permitted;
  }

  /** With the findings of all rules that govern the flow. */
  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int hefuFindings() {
    int read = 0;
    for (Facts each : ready.facts) {
      read += Reading.all(ready.program.decide(each, Asked.ALL));
    }
    return read;
  }

  /** With those of the rules that apply, or may. */
  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int hefuApplying() {
    int read = 0;
    for (Facts each : ready.facts) {
      read += Reading.applying(ready.program.decide(each, Asked.ALL));
    }
    return read;
  }

  @Benchmark
  @Threads(2)
  @OperationsPerInvocation(FLOWS)
  public int hefuInTwoThreads() {
    return hefu();
  }

  @Benchmark
  @Threads(2)
  @OperationsPerInvocation(FLOWS)
  public int byLoopInTwoThreads() {
    return byLoop();
  }

  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int byLoop() {
    int permitted = 0;
    for (Workload.Flow each : ready.flows) {
      permitted += ready.loop.permits(each) ? 1 : 0;
    }
    return permitted;
  }

  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int byBitmap() {
    int permitted = 0;
    for (Workload.Flow each : ready.flows) {
      permitted += ready.bitmap.permits(each) ? 1 : 0;
    }
    return permitted;
  }
}
