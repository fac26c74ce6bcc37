package org.hefu.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hefu.Grown;
import org.hefu.Load;
import org.hefu.decide.Decision;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.text.Source;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long policies of growing width and depth take, each step once: what counts is the ratio
 * between one size and the next.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class Growth {
  @Param({
    "rules 1000",
    "rules 10000",
    "rules 100000",
    "depth 50",
    "depth 500",
    "depth 5000",
    "modules 10",
    "modules 100",
    "modules 1000"
  })
  String shape = "";

  private List<Source> texts = List.of();
  private Program program;
  private Facts facts;

  @Setup(Level.Trial)
  public void load() {
    int gap = shape.indexOf(' ');
    int size = Integer.parseInt(shape.substring(gap + 1));
    texts =
        switch (shape.substring(0, gap)) {
          case "rules" -> Grown.rules(size);
          case "depth" -> Grown.condition(Grown.nested(Grown.Nested.AND_OR, size));
          default -> Grown.modules(size);
        };
    program = ready();
    facts =
        ReadFlow.file(new Source("flow", Grown.FLOW), false, program.policy())
            .facts()
            .orElseThrow();
  }

  /** Reads and checks the texts. */
  @Benchmark
  public Policy check() {
    Load.Loaded loaded = Load.texts(texts, false);
    return loaded
        .policy()
        .orElseThrow(() -> new IllegalStateException(loaded.problems().getFirst().toString()));
  }

  /** Makes ready to decide what has been checked. */
  @Benchmark
  public Program ready() {
    return Program.of(program == null ? check() : program.policy());
  }

  /** The outcome alone. */
  @Benchmark
  public Outcome outcome() {
    return program.outcome(facts, Asked.ALL);
  }

  /** The outcome with its reasons. */
  @Benchmark
  public Decision decide() {
    return program.decide(facts, Asked.ALL);
  }
}
