package org.hefu.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hefu.Load;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.text.Source;
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
 * The workload, decided by Hefu and by hand: a loop over the rules, and bitmaps. Every decision is
 * checked against the loop before anything is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 5)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class Deciding {
  private static final int FLOWS = 4096;
  private static final long SEED = 20261126;

  @Param({"10", "100", "1000", "10000"})
  int rules;

  @Param("100")
  int grants;

  private Workload workload = new Workload(List.of(), List.of(), List.of());
  private Workload.Flow[] flows = {};
  private ByLoop loop;
  private ByBitmap bitmap;
  private Program program;
  private Facts[] facts;

  @Setup(Level.Trial)
  public void load() {
    workload = Draw.workload(rules, grants, FLOWS, SEED);
    flows = workload.flows().toArray(Workload.Flow[]::new);
    Held held = new Held(workload.leaves());
    loop = new ByLoop(workload.norms(), held);
    bitmap = new ByBitmap(workload.norms(), held);
    String text = WorkloadPolicy.text(workload.norms(), workload.leaves());
    Load.Loaded loaded = Load.texts(List.of(new Source("workload.hefu", text)), false);
    Policy policy =
        loaded.policy().orElseThrow(() -> new IllegalStateException(loaded.problems().toString()));
    program = Program.of(policy);
    facts = new Facts[FLOWS];
    for (int i = 0; i < FLOWS; i++) {
      facts[i] = WorkloadPolicy.facts(policy, flows[i]);
      boolean expected = loop.permits(flows[i]);
      agree("bitmap", i, bitmap.permits(flows[i]), expected);
      Outcome outcome = program.outcome(facts[i], Asked.ALL);
      agree("hefu", i, outcome == Outcome.PERMITTED, expected);
      agree("hefu", i, outcome != Outcome.PROHIBITED, expected);
    }
  }

  private static void agree(String who, int flow, boolean said, boolean expected) {
    if (said != expected) {
      throw new IllegalStateException(
          "flow %d: %s says %b, not %b".formatted(flow, who, said, expected));
    }
  }

  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int hefu() {
    int permitted = 0;
    for (Facts each : facts) {
      permitted += program.outcome(each, Asked.ALL) == Outcome.PERMITTED ? 1 : 0;
    }
    return permitted;
  }

  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int byLoop() {
    int permitted = 0;
    for (Workload.Flow each : flows) {
      permitted += loop.permits(each) ? 1 : 0;
    }
    return permitted;
  }

  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int byBitmap() {
    int permitted = 0;
    for (Workload.Flow each : flows) {
      permitted += bitmap.permits(each) ? 1 : 0;
    }
    return permitted;
  }
}
