package org.hefu.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hefu.bench.Workload.Flow;
import org.hefu.bench.Workload.Leave;
import org.hefu.bench.Workload.Norm;
import org.hefu.fact.Facts;
import org.hefu.model.Fact;
import org.hefu.model.Policy;
import org.hefu.model.Row;
import org.hefu.model.Type;

/**
 * The workload as a policy. What nothing allows is forbidden, so one rule bans every act that no
 * grant covers, each permission takes a flow out of that ban ({@code despite}), and each ban stands
 * beside it. So a flow is permitted where the workload says yes, and prohibited where it says no.
 *
 * <p>A grant has one territory, the destination; the region of origin is the folder in which the
 * data set lies: {@code CN/ds7}.
 */
final class WorkloadPolicy {
  private WorkloadPolicy() {}

  /** The policy with these rules. */
  static String text(List<Norm> norms) {
    StringBuilder text =
        new StringBuilder(
            """
            module bench.workload
            kind Act tree { handle { %s } }
            kind Stage { planned completed }
            kind Category { %s }
            kind Region tree { %s }
            kind Purpose { %s }
            kind Recipient { %s }
            kind Mechanism { %s }
            kind Basis { %s }
            request Flow {
              act: Act required
              on: date required
              stage: Stage
              who: string
              dataset: string
              category: Category
              volume: number
              purpose: Purpose
              basis: Basis
              origin: Region
              destination: Region
              recipient: Recipient
              mechanism: Mechanism
              encrypted: boolean
              deidentified: boolean
            }
            role grantee = who
            role data = dataset
            role purpose = purpose
            role territory = destination
            authority owner over "*"
            instrument "Rules on data" { rank: internal in_force: 2020-01-01 .. }
            rule closed (art 1) { forbid handle unless grant }
            """
                .formatted(
                    names(Workload.ACTS),
                    names(Workload.CATEGORIES),
                    names(Workload.REGIONS),
                    names(Workload.PURPOSES),
                    names(Workload.RECIPIENTS),
                    names(Workload.MECHANISMS),
                    names(Workload.BASES)));
    for (int i = 0; i < norms.size(); i++) {
      rule(text, i, norms.get(i));
    }
    return text.toString();
  }

  private static String names(List<String> names) {
    return String.join(" ", names);
  }

  private static void rule(StringBuilder text, int number, Norm norm) {
    String acts = norm.acts() == 0 ? "handle" : members(norm.acts(), Workload.ACTS);
    text.append("rule r").append(number).append(" (art ").append(number + 2).append(") { ");
    text.append(norm.forbids() ? "forbid " : "permit ").append(acts);
    text.append(norm.forbids() ? "" : " despite closed").append(" when ");
    List<String> conditions = new ArrayList<>();
    in(conditions, "category", norm.categories(), Workload.CATEGORIES);
    in(conditions, "origin", norm.origins(), Workload.REGIONS);
    in(conditions, "destination", norm.destinations(), Workload.REGIONS);
    in(conditions, "purpose", norm.purposes(), Workload.PURPOSES);
    in(conditions, "recipient", norm.recipients(), Workload.RECIPIENTS);
    conditions.add("volume " + (norm.forbids() ? ">= " : "<= ") + norm.volume());
    text.append(String.join(" and ", conditions));
    List<String> exception = new ArrayList<>();
    in(exception, "mechanism", norm.mechanisms(), Workload.MECHANISMS);
    in(exception, "basis", norm.bases(), Workload.BASES);
    if (norm.encrypted()) {
      exception.add("encrypted");
    }
    if (norm.deidentified()) {
      exception.add("deidentified");
    }
    text.append(" unless ").append(String.join(" and ", exception)).append(" }\n");
  }

  private static void in(List<String> conditions, String fact, int set, List<String> names) {
    if (set != 0) {
      conditions.add(fact + " in {" + members(set, names) + "}");
    }
  }

  private static String members(int set, List<String> names) {
    return IntStream.range(0, names.size())
        .filter(i -> (set >> i & 1) != 0)
        .mapToObj(names::get)
        .collect(Collectors.joining(", "));
  }

  /** Writes the grants as a file of JSON Lines. */
  static void write(List<Leave> leaves, Path file) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < leaves.size(); i++) {
        Leave leave = leaves.get(i);
        out.write("{\"title\": \"g" + i + "\", \"grantor\": \"owner\", \"grantee\": \"u");
        out.write(leave.who() + "\", \"data\": \"" + dataset(leave.set(), leave.origin()));
        out.write("\", \"acts\": \"handle\", \"purposes\": \"");
        out.write(Workload.PURPOSES.get(leave.purpose()) + "\", \"territory\": \"");
        out.write(Workload.REGIONS.get(leave.destination()) + "\", \"from\": \"");
        out.write(LocalDate.ofEpochDay(leave.from()) + "\", \"to\": \"");
        out.write(LocalDate.ofEpochDay(leave.to()) + "\"}\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String dataset(int set, int origin) {
    return Workload.REGIONS.get(origin) + "/ds" + set;
  }

  /** The flow's facts, all stated. */
  static Facts facts(Policy policy, Flow flow) {
    Facts facts = new Facts(policy);
    for (Fact fact : policy.request().facts()) {
      switch (fact.name()) {
        case "act" -> member(facts, fact, Workload.ACTS.get(flow.act()));
        case "on" -> facts.set(fact, flow.on());
        case "stage" -> member(facts, fact, "planned");
        case "who" -> facts.set(fact, "u" + flow.who());
        case "dataset" -> facts.set(fact, dataset(flow.set(), flow.origin()));
        case "category" -> member(facts, fact, Workload.CATEGORIES.get(flow.category()));
        case "volume" -> facts.set(fact, flow.volume() * 10_000);
        case "purpose" -> member(facts, fact, Workload.PURPOSES.get(flow.purpose()));
        case "basis" -> member(facts, fact, Workload.BASES.get(flow.basis()));
        case "origin" -> member(facts, fact, Workload.REGIONS.get(flow.origin()));
        case "destination" -> member(facts, fact, Workload.REGIONS.get(flow.destination()));
        case "recipient" -> member(facts, fact, Workload.RECIPIENTS.get(flow.recipient()));
        case "mechanism" -> member(facts, fact, Workload.MECHANISMS.get(flow.mechanism()));
        case "encrypted" -> facts.set(fact, flow.encrypted() ? Row.TRUE : Row.FALSE);
        case "deidentified" -> facts.set(fact, flow.deidentified() ? Row.TRUE : Row.FALSE);
        default -> throw new IllegalStateException(fact.name());
      }
    }
    return facts;
  }

  private static void member(Facts facts, Fact fact, String name) {
    facts.set(fact, ((Type.Of) fact.type()).kind().member(name).orElseThrow().index());
  }
}
