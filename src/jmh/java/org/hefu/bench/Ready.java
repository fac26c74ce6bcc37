package org.hefu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hefu.Load;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.grant.ReadGrants;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.text.Source;

/** A workload that Hefu, and whoever it is measured against, is ready to decide. */
final class Ready {
  /** So few that all stay near the processor, as a flow does that has just been read. */
  static final int FLOWS = 1024;

  private static final long SEED = 20261126;

  final Workload workload;
  final Workload.Flow[] flows;
  final ByLoop loop;
  final ByBitmap bitmap;
  final Program program;
  final Facts[] facts;

  /** How long it took to check the policy and to decide a first flow. */
  final long readyMillis;

  final long grantsMillis;
  final long heapMegabytes;

  Ready(int rules, int grants) {
    workload = Draw.workload(rules, grants, FLOWS, SEED);
    flows = workload.flows().toArray(Workload.Flow[]::new);
    Held held = new Held(workload.leaves());
    loop = new ByLoop(workload.norms(), held);
    bitmap = new ByBitmap(workload.norms(), held);
    long before = used();
    long start = System.nanoTime();
    Policy checked = policy();
    Program first = Program.of(checked);
    first.outcome(WorkloadPolicy.facts(checked, flows[0]), Asked.ALL);
    readyMillis = millis(start);
    start = System.nanoTime();
    program = Program.of(granted(checked, workload));
    grantsMillis = millis(start);
    program.outcome(WorkloadPolicy.facts(program.policy(), flows[0]), Asked.ALL);
    heapMegabytes = (used() - before) >> 20;
    facts = new Facts[FLOWS];
    for (int i = 0; i < FLOWS; i++) {
      facts[i] = WorkloadPolicy.facts(program.policy(), flows[i]);
      agree("bitmap", i, bitmap.permits(flows[i]));
      Outcome outcome = program.outcome(facts[i], Asked.ALL);
      agree("hefu", i, outcome == Outcome.PERMITTED);
      agree("hefu", i, outcome != Outcome.PROHIBITED);
    }
  }

  private static long millis(long since) {
    return (System.nanoTime() - since) / 1_000_000;
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Checks the policy and decides a flow once more; how many milliseconds that takes. */
  long again() {
    long start = System.nanoTime();
    Policy policy = policy();
    Program.of(policy).outcome(WorkloadPolicy.facts(policy, flows[0]), Asked.ALL);
    return millis(start);
  }

  /** Always: every decision is that of the loop before any is timed. */
  void agree(String who, int flow, boolean said) {
    boolean expected = loop.permits(flows[flow]);
    if (said != expected) {
      throw new IllegalStateException(
          "flow %d: %s says %b, not %b".formatted(flow, who, said, expected));
    }
  }

  private Policy policy() {
    String text = WorkloadPolicy.text(workload.norms());
    Load.Loaded loaded = Load.texts(List.of(new Source("workload.hefu", text)), false);
    return loaded
        .policy()
        .orElseThrow(() -> new IllegalStateException(loaded.problems().toString()));
  }

  private static Policy granted(Policy policy, Workload workload) {
    try {
      Path file = Files.createTempFile("grants", ".jsonl");
      WorkloadPolicy.write(workload.leaves(), file);
      ReadGrants.Result read = ReadGrants.file(file, policy, _ -> {});
      Files.delete(file);
      return read.policy().orElseThrow(() -> new IllegalStateException(read.problems().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
