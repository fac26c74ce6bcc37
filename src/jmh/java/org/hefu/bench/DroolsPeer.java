package org.hefu.bench;

import java.util.ArrayList;
import java.util.List;
import org.hefu.bench.Workload.Flow;
import org.hefu.bench.Workload.Norm;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.utils.KieHelper;

/**
 * The workload in Drools: a rule for each norm over one fact, the flow, in a session that stays. It
 * is given the grants by a hand-written look-up, the quickest way it has: a fact of each, joined by
 * rules, is slower and takes a hundred times the memory.
 */
public final class DroolsPeer {
  private static final String HEAD =
      """
      package bench
      import org.hefu.bench.DroolsPeer.Asked
      """;

  private final KieSession session;
  private final Held held;

  /** A flow and what the rules say of it, as Drools takes facts: a bean. */
  public static final class Asked {
    private final Flow flow;
    private boolean forbidden;
    private boolean permitted;

    Asked(Flow flow) {
      this.flow = flow;
    }

    public String getAct() {
      return Workload.ACTS.get(flow.act());
    }

    public String getCategory() {
      return Workload.CATEGORIES.get(flow.category());
    }

    public String getOrigin() {
      return Workload.REGIONS.get(flow.origin());
    }

    public String getDestination() {
      return Workload.REGIONS.get(flow.destination());
    }

    public String getPurpose() {
      return Workload.PURPOSES.get(flow.purpose());
    }

    public String getRecipient() {
      return Workload.RECIPIENTS.get(flow.recipient());
    }

    public String getMechanism() {
      return Workload.MECHANISMS.get(flow.mechanism());
    }

    public String getBasis() {
      return Workload.BASES.get(flow.basis());
    }

    public long getVolume() {
      return flow.volume();
    }

    public boolean isEncrypted() {
      return flow.encrypted();
    }

    public boolean isDeidentified() {
      return flow.deidentified();
    }

    public void forbid() {
      forbidden = true;
    }

    public void permit() {
      permitted = true;
    }
  }

  DroolsPeer(List<Norm> norms, Held held) {
    this.held = held;
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < norms.size(); i++) {
      rule(text, i, norms.get(i));
    }
    session = new KieHelper().addContent(text.toString(), ResourceType.DRL).build().newKieSession();
  }

  private static void rule(StringBuilder text, int number, Norm norm) {
    List<String> conditions = new ArrayList<>();
    in(conditions, "act", norm.acts(), Workload.ACTS);
    in(conditions, "category", norm.categories(), Workload.CATEGORIES);
    in(conditions, "origin", norm.origins(), Workload.REGIONS);
    in(conditions, "destination", norm.destinations(), Workload.REGIONS);
    in(conditions, "purpose", norm.purposes(), Workload.PURPOSES);
    in(conditions, "recipient", norm.recipients(), Workload.RECIPIENTS);
    conditions.add("volume " + (norm.forbids() ? ">= " : "<= ") + norm.volume());
    List<String> exception = new ArrayList<>();
    in(exception, "mechanism", norm.mechanisms(), Workload.MECHANISMS);
    in(exception, "basis", norm.bases(), Workload.BASES);
    if (norm.encrypted()) {
      exception.add("encrypted == true");
    }
    if (norm.deidentified()) {
      exception.add("deidentified == true");
    }
    conditions.add("!(" + String.join(" && ", exception) + ")");
    text.append("rule r").append(number).append(" when $a : Asked(");
    text.append(String.join(", ", conditions)).append(") then $a.");
    text.append(norm.forbids() ? "forbid" : "permit").append("(); end\n");
  }

  private static void in(List<String> conditions, String fact, int set, List<String> names) {
    if (set != 0) {
      List<String> members = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        if ((set >> i & 1) != 0) {
          members.add(fact + " == \"" + names.get(i) + "\"");
        }
      }
      conditions.add("(" + String.join(" || ", members) + ")");
    }
  }

  boolean permits(Flow flow) {
    Asked asked = new Asked(flow);
    FactHandle handle = session.insert(asked);
    session.fireAllRules();
    session.delete(handle);
    return !asked.forbidden && (asked.permitted || held.covers(flow));
  }
}
