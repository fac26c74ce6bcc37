package org.hefu.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Name;

/** Pass: cases that two scenarios of the policy, in whatever modules, both call themselves. */
final class Cases {
  private final World world;
  private final List<Scope> scopes;

  Cases(World world, List<Scope> scopes) {
    this.world = world;
    this.scopes = scopes;
  }

  void run() {
    Map<String, Name> first = new HashMap<>();
    for (Scope scope : world.scopes.values()) {
      for (Declaration declaration : scope.module.declarations()) {
        if (declaration instanceof Declaration.Scenario it && it.caseId().isPresent()) {
          Name id = it.caseId().get();
          Name other = first.putIfAbsent(id.text(), id);
          if (other != null && scopes.contains(scope)) {
            world.report(
                Problem.of(Code.CASE_TWICE, id.span(), id.text())
                    .related(other.span(), "first-here"));
          }
        }
      }
    }
  }
}
