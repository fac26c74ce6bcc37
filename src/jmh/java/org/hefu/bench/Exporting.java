package org.hefu.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.hefu.Load;
import org.hefu.decide.DecisionJson;
import org.hefu.decide.Finding;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Outcome;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * Exports of data under the library, decided by Hefu and by hand. The question is put to the
 * Provisions alone, of which {@link ExportByHand} is the Java, and {@link ExportAllKnown} a part of
 * it for flows of which nothing is unknown. Every flow comes out the same in all of them before
 * anything is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 5)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class Exporting {
  static final int FLOWS = 1024;

  /** Other flows that are decided before, so often, so that none that is timed is one of those. */
  private static final int BEFORE = 16_384;

  private static final int OFTEN = 640;

  /** As often it is seen whether something is made of them, and waited for. */
  private static final int WAITS = 16;

  /** One fact in so many is unknown, where some are. */
  private static final int FORGOTTEN = 10;

  private static final Asked ASKED = Asked.of(Set.of("cn.provisions_2024"));

  private Program program;

  /** The same, for flows of which some facts are unknown. */
  private Program unsure;

  private final Facts[] facts = new Facts[FLOWS];
  private final ExportFlow[] flows = new ExportFlow[FLOWS];
  private final ExportAllKnown.Flow[] allKnown = new ExportAllKnown.Flow[FLOWS];
  private final Facts[] someUnknownFacts = new Facts[FLOWS];
  private final ExportFlow[] someUnknown = new ExportFlow[FLOWS];

  @Setup(Level.Trial)
  public void load() {
    program = Program.of(Load.texts(List.of(), true).policy().orElseThrow());
    unsure = Program.of(program.policy());
    DrawExports draw = new DrawExports(new SplittableRandom(20261126));
    for (int i = 0; i < FLOWS; i++) {
      Map<String, Object> known = draw.known();
      facts[i] = read(known);
      flows[i] = new ExportFlow(known);
      allKnown[i] = new ExportAllKnown.Flow(flows[i]);
      boolean isPermitted = outcome(known) == Outcome.PERMITTED;
      if (isPermitted != ExportAllKnown.isPermitted(allKnown[i])) {
        throw new IllegalStateException("not by hand where all is known: " + known);
      }
    }
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (int i = 0; i < FLOWS; i++) {
      Map<String, Object> said = draw.forgetful(draw.known(), FORGOTTEN);
      someUnknownFacts[i] = read(said);
      someUnknown[i] = new ExportFlow(said);
      outcomes.merge(outcome(said), 1, Integer::sum);
    }
    System.out.println("where some facts are unknown: " + outcomes);
    decideOthers();
  }

  /** What Hefu learns of flows it shall have learned of others than those that are timed. */
  private void decideOthers() {
    DrawExports draw = new DrawExports(new SplittableRandom(20261128));
    Facts[] others = new Facts[BEFORE];
    Facts[] othersUnknown = new Facts[BEFORE];
    for (int i = 0; i < BEFORE; i++) {
      others[i] = read(draw.known());
      othersUnknown[i] = read(draw.forgetful(draw.known(), FORGOTTEN));
    }
    for (int wait = 0; wait < WAITS; wait++) {
      for (int i = 0; i < OFTEN / WAITS; i++) {
        permitted(program, others);
        permitted(unsure, othersUnknown);
        findings(program, others);
      }
      awaitPrecedents();
    }
    check(program, facts, flows);
    check(unsure, someUnknownFacts, someUnknown);
  }

  /**
   * Until all is made of flows that have been decided; later ones would be those that are timed.
   */
  private static void awaitPrecedents() {
    while (Thread.getAllStackTraces().keySet().stream()
        .anyMatch(t -> t.getName().equals("hefu-precedents"))) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static void check(Program program, Facts[] hefu, ExportFlow[] byHand) {
    Program once = Program.once(program.policy());
    for (int i = 0; i < hefu.length; i++) {
      if (program.outcome(hefu[i], ASKED) != ExportByHand.outcome(byHand[i])) {
        throw new IllegalStateException("not by hand any more: flow " + i);
      }
      List<Finding> findings = once.decide(hefu[i], ASKED).findings();
      if (!program.decide(hefu[i], ASKED).findings().equals(findings)) {
        throw new IllegalStateException("other findings than by itself: flow " + i);
      }
    }
  }

  /** Always: the same by Hefu and by hand. */
  private Outcome outcome(Map<String, Object> said) {
    Outcome outcome = program.outcome(read(said), ASKED);
    Outcome byHand = ExportByHand.outcome(new ExportFlow(said));
    if (outcome != byHand) {
      throw new IllegalStateException(outcome + ", by hand " + byHand + ": " + said);
    }
    return outcome;
  }

  private Facts read(Map<String, Object> said) {
    String json = JsonMapper.shared().writeValueAsString(said);
    ReadFlow.Result result = ReadFlow.file(new Source("flow", json), false, program.policy());
    return result
        .facts()
        .orElseThrow(() -> new IllegalStateException(result.problems().toString()));
  }

  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int hefu() {
    return permitted(program, facts);
  }

  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int byHand() {
    return permitted(flows);
  }

  /** Less than the others decide. */
  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int byHandAllKnown() {
    int permitted = 0;
    for (ExportAllKnown.Flow each : allKnown) {
      permitted += ExportAllKnown.isPermitted(each) ? 1 : 0;
    }
    return permitted;
  }

  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int hefuSomeUnknown() {
    return permitted(unsure, someUnknownFacts);
  }

  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int byHandSomeUnknown() {
    return permitted(someUnknown);
  }

  /** With the findings of all rules that govern the flow. */
  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int hefuFindings() {
    return findings(program, facts);
  }

  /** With those of the rules that apply, or may. */
  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int hefuApplying() {
    int read = 0;
    for (Facts each : facts) {
      read += Reading.applying(program.decide(each, ASKED));
    }
    return read;
  }

  /** With everything there is to tell, written as JSON. */
  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int hefuWritten() {
    int length = 0;
    for (Facts each : facts) {
      length += DecisionJson.line(program.decide(each, ASKED), "flow").length();
    }
    return length;
  }

  private static int permitted(Program program, Facts[] all) {
    int permitted = 0;
    for (Facts each : all) {
      permitted += program.outcome(each, ASKED) == Outcome.PERMITTED ? 1 : 0;
    }
    return permitted;
  }

  private static int findings(Program program, Facts[] all) {
    int read = 0;
    for (Facts each : all) {
      read += Reading.all(program.decide(each, ASKED));
    }
    return read;
  }

  private static int permitted(ExportFlow[] all) {
    int permitted = 0;
    for (ExportFlow each : all) {
      permitted += ExportByHand.outcome(each) == Outcome.PERMITTED ? 1 : 0;
    }
    return permitted;
  }
}
