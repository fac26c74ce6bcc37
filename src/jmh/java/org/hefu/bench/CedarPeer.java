package org.hefu.bench;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hefu.bench.Workload.Flow;
import org.hefu.bench.Workload.Leave;
import org.hefu.bench.Workload.Norm;

/**
 * The workload in Cedar: a policy for each rule, one for all grants, which are tags of the party:
 * only the party of the flow is handed over, as its guide advises.
 */
final class CedarPeer {
  private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
  private final PolicySet policies;
  private final Map<Integer, Map<String, Leave>> held = new HashMap<>();

  CedarPeer(Workload workload) {
    StringBuilder text = new StringBuilder();
    workload.norms().forEach(n -> policy(text, n));
    text.append(
        """
        permit(principal, action, resource) when {
          principal.hasTag(context.use) &&
          principal.getTag(context.use).first <= context.day &&
          context.day <= principal.getTag(context.use).last
        };
        """);
    try {
      policies = PolicySet.parsePolicies(text.toString());
      policies.cache();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    for (Leave each : workload.leaves()) {
      held.computeIfAbsent(each.who(), _ -> new HashMap<>())
          .put(use(each.set(), each.purpose(), each.origin(), each.destination()), each);
    }
  }

  private static String use(int set, int purpose, int origin, int destination) {
    return set + " " + purpose + " " + origin + " " + destination;
  }

  private static void policy(StringBuilder text, Norm norm) {
    text.append(norm.forbids() ? "forbid" : "permit")
        .append("(principal, action, resource) when { ");
    List<String> conditions = new ArrayList<>();
    in(conditions, "act", norm.acts(), Workload.ACTS);
    in(conditions, "category", norm.categories(), Workload.CATEGORIES);
    in(conditions, "origin", norm.origins(), Workload.REGIONS);
    in(conditions, "destination", norm.destinations(), Workload.REGIONS);
    in(conditions, "purpose", norm.purposes(), Workload.PURPOSES);
    in(conditions, "recipient", norm.recipients(), Workload.RECIPIENTS);
    conditions.add("context.volume " + (norm.forbids() ? ">= " : "<= ") + norm.volume());
    text.append(String.join(" && ", conditions)).append(" } unless { ");
    List<String> exception = new ArrayList<>();
    in(exception, "mechanism", norm.mechanisms(), Workload.MECHANISMS);
    in(exception, "basis", norm.bases(), Workload.BASES);
    if (norm.encrypted()) {
      exception.add("context.encrypted");
    }
    if (norm.deidentified()) {
      exception.add("context.deidentified");
    }
    text.append(String.join(" && ", exception)).append(" };\n");
  }

  private static void in(List<String> conditions, String fact, int set, List<String> names) {
    if (set != 0) {
      List<String> members = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        if ((set >> i & 1) != 0) {
          members.add("\"" + names.get(i) + "\"");
        }
      }
      conditions.add("[" + String.join(", ", members) + "].contains(context." + fact + ")");
    }
  }

  /** A flow as Cedar takes it. */
  record Asked(AuthorizationRequest request, Entities entities) {}

  Asked asked(Flow flow) {
    Map<String, Value> context = new HashMap<>();
    context.put("act", new PrimString(Workload.ACTS.get(flow.act())));
    context.put("category", new PrimString(Workload.CATEGORIES.get(flow.category())));
    context.put("origin", new PrimString(Workload.REGIONS.get(flow.origin())));
    context.put("destination", new PrimString(Workload.REGIONS.get(flow.destination())));
    context.put("purpose", new PrimString(Workload.PURPOSES.get(flow.purpose())));
    context.put("recipient", new PrimString(Workload.RECIPIENTS.get(flow.recipient())));
    context.put("mechanism", new PrimString(Workload.MECHANISMS.get(flow.mechanism())));
    context.put("basis", new PrimString(Workload.BASES.get(flow.basis())));
    context.put("volume", new PrimLong(flow.volume()));
    context.put("encrypted", new PrimBool(flow.encrypted()));
    context.put("deidentified", new PrimBool(flow.deidentified()));
    context.put("day", new PrimLong(flow.on()));
    context.put(
        "use", new PrimString(use(flow.set(), flow.purpose(), flow.origin(), flow.destination())));
    Map<String, Value> tags = new HashMap<>();
    held.getOrDefault(flow.who(), Map.of())
        .forEach((use, leave) -> {
          CedarMap days = new CedarMap();
          days.put("first", new PrimLong(leave.from()));
          days.put("last", new PrimLong(leave.to()));
          tags.put(use, days);
        });
    EntityUID party = uid("Party", "u" + flow.who());
    return new Asked(
        new AuthorizationRequest(
            party, uid("Action", "handle"), uid("Data", "ds" + flow.set()), context),
        new Entities(Set.of(new Entity(party, Map.of(), Set.of(), tags))));
  }

  private static EntityUID uid(String type, String id) {
    return EntityUID.parse(type + "::\"" + id + "\"").orElseThrow();
  }

  boolean permits(Asked asked) {
    try {
      AuthorizationResponse response =
          engine.isAuthorized(asked.request(), policies, asked.entities());
      if (response.success.isEmpty() || !response.success.get().getErrors().isEmpty()) {
        throw new IllegalStateException(response.toString());
      }
      return response.success.get().isAllowed();
    } catch (AuthException e) {
      throw new IllegalStateException(e);
    }
  }
}
