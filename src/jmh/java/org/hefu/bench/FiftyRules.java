package org.hefu.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.Engine;
import org.hefu.Load;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Type;
import org.hefu.text.Source;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Fifty rules over fifteen facts, decided by Hefu and by the same rules hand-written in Java. What
 * counts is the ratio of the two in one run. Every flow is checked to come out the same in both
 * before anything is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 5)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class FiftyRules {
  private static final int FLOWS = 1024;

  private Program program;
  private Facts[] facts;
  private FiftyRulesByHand.Flow[] flows;

  @Setup(Level.Trial)
  public void load() {
    Load.Loaded loaded =
        Load.texts(List.of(new Source("fifty.hefu", FiftyRulesPolicy.TEXT)), false);
    Policy policy =
        loaded.policy().orElseThrow(() -> new IllegalStateException(loaded.problems().toString()));
    program = Program.of(policy);
    facts = new Facts[FLOWS];
    flows = new FiftyRulesByHand.Flow[FLOWS];
    SplittableRandom random = new SplittableRandom(20261122);
    int[] outcomes = new int[4];
    for (int i = 0; i < FLOWS; i++) {
      facts[i] = new Facts(policy);
      flows[i] = new FiftyRulesByHand.Flow();
      for (Fact fact : policy.request().facts()) {
        state(facts[i], flows[i], fact, random);
      }
      int byHand = FiftyRulesByHand.outcome(flows[i]);
      Outcome outcome = program.outcome(facts[i], Asked.ALL);
      if (outcome != expected(byHand)) {
        throw new IllegalStateException(
            "flow %d: %s, by hand %s".formatted(i, outcome, expected(byHand)));
      }
      outcomes[byHand]++;
    }
    try (Engine engine = Engine.create()) {
      System.out.printf(
          "runtime %s; prohibited %d, undetermined %d, conditional %d, permitted %d%n",
          engine.getImplementationName(), outcomes[0], outcomes[1], outcomes[2], outcomes[3]);
    }
  }

  private static Outcome expected(int byHand) {
    return switch (byHand) {
      case 0 -> Outcome.PROHIBITED;
      case 1 -> Outcome.UNDETERMINED;
      case 2 -> Outcome.CONDITIONAL;
      default -> Outcome.PERMITTED;
    };
  }

  private static void state(
      Facts facts, FiftyRulesByHand.Flow flow, Fact fact, SplittableRandom random) {
    boolean unknown = !fact.required() && random.nextInt(20) == 0;
    long value =
        switch (fact.type()) {
          case Type.Truth _ -> unknown ? Row.MAYBE : random.nextBoolean() ? Row.TRUE : Row.FALSE;
          case Type.Number _ -> unknown ? -1 : (long) Math.pow(10, random.nextDouble() * 6);
          case Type.Date _ -> 20_600;
          case Type.Of(Kind kind) -> unknown ? -1 : leaf(kind, random);
          default -> throw new IllegalStateException(fact.toString());
        };
    boolean truth = fact.type() instanceof Type.Truth;
    boolean number = fact.type() instanceof Type.Number;
    facts.set(fact, value < 0 && !truth ? Row.UNKNOWN : number ? value * 10_000 : value);
    try {
      var field = FiftyRulesByHand.Flow.class.getDeclaredField(fact.name());
      if (number) {
        field.setLong(flow, value);
      } else {
        field.setInt(flow, (int) value);
      }
    } catch (NoSuchFieldException notCompared) {
      // The act and the date are the same in every flow.
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long leaf(Kind kind, SplittableRandom random) {
    List<Kind.Member> leaves = kind.members().stream().filter(m -> m.last() == m.index()).toList();
    return leaves.get(random.nextInt(leaves.size())).index();
  }

  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int hefu() {
    int sum = 0;
    for (Facts each : facts) {
      sum += program.outcome(each, Asked.ALL).exitCode();
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int byHand() {
    int sum = 0;
    for (FiftyRulesByHand.Flow each : flows) {
      sum += FiftyRulesByHand.outcome(each);
    }
    return sum;
  }
}
