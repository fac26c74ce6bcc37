package org.hefu.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.hefu.Load;
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
 * Provisions alone, of which {@link ExportByHand} is the Java. Every flow comes out the same in
 * both before anything is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 5)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class Exporting {
  static final int FLOWS = 1024;
  private static final Asked ASKED = Asked.of(Set.of("cn.provisions_2024"));
  private static final List<String> SCENES =
      List.of(
          "shopping", "cross_border_hr", "life_emergency", "trade_activity", "domestic_service");
  private static final List<List<String>> MECHANISMS =
      List.of(List.of(), List.of("assessment_passed"), List.of("contract_concluded"));

  private Program program;
  private Facts[] facts;
  private ExportByHand.Flow[] flows;

  @Setup(Level.Trial)
  public void load() {
    program = Program.of(Load.texts(List.of(), true).policy().orElseThrow());
    SplittableRandom random = new SplittableRandom(20261126);
    List<Facts> read = new ArrayList<>();
    List<ExportByHand.Flow> drawn = new ArrayList<>();
    int permitted = 0;
    while (read.size() < FLOWS) {
      ExportByHand.Flow flow = draw(random);
      Facts each = read(flow);
      Outcome outcome = program.outcome(each, ASKED);
      Outcome byHand = ExportByHand.isPermitted(flow) ? Outcome.PERMITTED : Outcome.CONDITIONAL;
      if (outcome != byHand) {
        throw new IllegalStateException(json(flow) + ": " + outcome + ", by hand " + byHand);
      }
      permitted += outcome == Outcome.PERMITTED ? 1 : 0;
      read.add(each);
      drawn.add(flow);
    }
    facts = read.toArray(Facts[]::new);
    flows = drawn.toArray(ExportByHand.Flow[]::new);
    System.out.printf("%d of %d permitted%n", permitted, FLOWS);
  }

  private static ExportByHand.Flow draw(SplittableRandom random) {
    ExportByHand.Flow flow = new ExportByHand.Flow();
    flow.ciio = random.nextInt(5) == 0;
    flow.personal = random.nextInt(5) != 0;
    flow.sensitive = flow.personal && random.nextInt(3) == 0;
    flow.important = random.nextInt(6) == 0;
    flow.scene = random.nextInt(SCENES.size());
    flow.necessary = random.nextBoolean();
    flow.staffRules = random.nextBoolean();
    flow.fromAbroad = random.nextInt(6) == 0;
    flow.domesticIntroduced = random.nextBoolean();
    flow.people = flow.personal ? (long) Math.pow(10, random.nextDouble(3, 7)) : 0;
    flow.sensitivePeople = flow.sensitive ? (long) Math.pow(10, random.nextDouble(1, 5)) : 0;
    flow.mechanism = random.nextInt(MECHANISMS.size());
    flow.consentNeeded = random.nextBoolean();
    flow.consent = random.nextInt(4) != 0;
    flow.notice = random.nextInt(8) != 0;
    flow.evaluated = random.nextInt(8) != 0;
    return flow;
  }

  private Facts read(ExportByHand.Flow flow) {
    ReadFlow.Result result = ReadFlow.file(new Source("flow", json(flow)), false, program.policy());
    return result
        .facts()
        .orElseThrow(() -> new IllegalStateException(result.problems().toString()));
  }

  private static String json(ExportByHand.Flow flow) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("act", "provide_abroad");
    said.put("on", "2026-06-30");
    said.put("stage", "planned");
    said.put("place", "CN-31");
    said.put("purpose", "service_performance");
    said.put("legal_basis", flow.consentNeeded ? "consent_basis" : "contract_or_hr");
    said.put("scene", SCENES.get(flow.scene));
    said.put("scene_necessary", flow.necessary);
    said.put("exported_people", flow.people);
    said.put("exported_sensitive_people", flow.sensitivePeople);
    said.put("mechanisms", MECHANISMS.get(flow.mechanism));
    said.put(
        "handler",
        Map.of(
            "kind",
            "other_enterprise",
            "region",
            "CN-31",
            "ciio",
            flow.ciio,
            "in_free_trade_zone",
            false));
    said.put("recipient", Map.of("kind", "enterprise", "region", "FR"));
    said.put(
        "data",
        Map.of(
            "personal",
            flow.personal,
            "sensitive",
            flow.sensitive,
            "minors",
            false,
            "level",
            flow.important ? "important" : "general",
            "collected_in",
            flow.fromAbroad ? "FR" : "mainland",
            "domestic_introduced",
            flow.domesticIntroduced));
    said.put("consent", Map.of("separate", flow.consent));
    said.put("notice", Map.of("export_told", flow.notice));
    said.put("review", Map.of("pipia_done", flow.evaluated));
    said.put("employment", Map.of("lawful_rules", flow.staffRules, "collective_contract", true));
    said.put(
        "assessment",
        Map.of(
            "issued_on",
            "2025-06-30",
            "in_scope",
            true,
            "extension_approved",
            false,
            "redeclaration_due",
            false,
            "false_material",
            false));
    said.put("export_contract", Map.of("effective_on", "2026-01-01", "covers_flow", true));
    return JsonMapper.shared().writeValueAsString(said);
  }

  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int hefu() {
    int permitted = 0;
    for (Facts each : facts) {
      permitted += program.outcome(each, ASKED) == Outcome.PERMITTED ? 1 : 0;
    }
    return permitted;
  }

  @Benchmark
  @OperationsPerInvocation(FLOWS)
  public int byHand() {
    int permitted = 0;
    for (ExportByHand.Flow each : flows) {
      permitted += ExportByHand.isPermitted(each) ? 1 : 0;
    }
    return permitted;
  }
}
