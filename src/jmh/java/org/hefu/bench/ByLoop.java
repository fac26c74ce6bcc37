package org.hefu.bench;

import java.util.List;
import org.hefu.bench.Workload.Flow;
import org.hefu.bench.Workload.Norm;

/** The workload as a programmer would first write it: a loop over the rules. */
final class ByLoop {
  private final Norm[] bans;
  private final Norm[] permissions;
  private final Held held;

  ByLoop(List<Norm> norms, Held held) {
    this.bans = norms.stream().filter(Norm::forbids).toArray(Norm[]::new);
    this.permissions = norms.stream().filter(n -> !n.forbids()).toArray(Norm[]::new);
    this.held = held;
  }

  boolean permits(Flow flow) {
    return !isForbidden(flow) && (isPermitted(flow) || held.covers(flow));
  }

  boolean isForbidden(Flow flow) {
    for (Norm ban : bans) {
      if (flow.volume() >= ban.volume() && applies(ban, flow)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPermitted(Flow flow) {
    for (Norm permission : permissions) {
      if (flow.volume() <= permission.volume() && applies(permission, flow)) {
        return true;
      }
    }
    return false;
  }

  private static boolean applies(Norm norm, Flow flow) {
    return Workload.isIn(norm.acts(), flow.act())
        && Workload.isIn(norm.categories(), flow.category())
        && Workload.isIn(norm.origins(), flow.origin())
        && Workload.isIn(norm.destinations(), flow.destination())
        && Workload.isIn(norm.purposes(), flow.purpose())
        && Workload.isIn(norm.recipients(), flow.recipient())
        && !isExcepted(norm, flow);
  }

  private static boolean isExcepted(Norm norm, Flow flow) {
    return Workload.isIn(norm.mechanisms(), flow.mechanism())
        && Workload.isIn(norm.bases(), flow.basis())
        && (!norm.encrypted() || flow.encrypted())
        && (!norm.deidentified() || flow.deidentified());
  }
}
