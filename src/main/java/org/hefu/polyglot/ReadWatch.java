package org.hefu.polyglot;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hefu.Load;
import org.hefu.debug.Watched;
import org.hefu.engine.Answers;
import org.hefu.engine.Program;
import org.hefu.model.Definition;
import org.hefu.model.Policy;
import org.hefu.model.Step;
import org.hefu.model.Term;
import org.hefu.parse.Parse;
import org.hefu.syntax.Module;
import org.hefu.text.Source;

/**
 * Understands an expression as a definition beside the module where the debugger stopped. Nothing
 * in a policy depends on the moment, and so neither does its value.
 *
 * @param request what the debugger goes through
 */
record ReadWatch(DebugRequest request) implements Watched.Reader {
  private static final String NAME = "watched";

  @Override
  public Watched read(String expression, Source module) {
    Source watch = new Source(NAME, knowing(module) + expression + "\n");
    Load.Loaded loaded = Load.paths(request.policies(), List.of(watch), request.withLibrary());
    Policy policy = loaded.policy().orElseThrow(() -> new FaultyPolicy(loaded.problems(), null));
    Answers answers = new Answers(Program.of(policy), request.facts(policy), request.asked(policy));
    for (Step step : policy.steps()) {
      if (step instanceof Step.Define(Definition definition)
          && definition.names().name().equals(NAME)
          && definition.declared().source() == watch) {
        Term term = new Term.Derived(definition.declared(), definition);
        return new Watched(policy, answers, term);
      }
    }
    throw new IllegalStateException("nothing was defined by " + expression);
  }

  /** The beginning of a module that knows what the other one knows. */
  private static String knowing(Source source) {
    Module module = Parse.file(source).module();
    Set<String> uses = new LinkedHashSet<>();
    module.name().ifPresent(n -> uses.add(n.toString()));
    module.uses().forEach(u -> uses.add(u.toString()));
    StringBuilder text = new StringBuilder("module " + NAME + "\n");
    uses.forEach(u -> text.append("use ").append(u).append('\n'));
    return text.append("define " + NAME + "\n  = ").toString();
  }
}
