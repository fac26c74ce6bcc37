package org.hefu.polyglot;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hefu.Load;
import org.hefu.debug.Walk;
import org.hefu.decide.Decision;
import org.hefu.decide.Explain;
import org.hefu.decide.Look;
import org.hefu.engine.Answers;
import org.hefu.engine.Asked;
import org.hefu.engine.Parts;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.model.Policy;
import org.hefu.seek.Decide;
import org.hefu.text.Source;

/**
 * Decides what a debugger asks for, and goes through it; says why it came out so, and answers the
 * outcome.
 */
final class DebugRootNode extends RootNode {
  private static final int WIDTH = 100;

  private final HefuLanguage language;
  private final DebugRequest request;
  private final Map<Source, com.oracle.truffle.api.source.Source> known = new HashMap<>();

  DebugRootNode(HefuLanguage language, DebugRequest request) {
    super(language);
    this.language = language;
    this.request = request;
  }

  @Override
  public boolean isInternal() {
    return true;
  }

  @Override
  public Object execute(VirtualFrame frame) {
    return decide();
  }

  @TruffleBoundary
  private String decide() {
    Load.Loaded loaded = Load.paths(request.policies(), request.withLibrary());
    Policy policy = loaded.policy().orElseThrow(() -> new FaultyPolicy(loaded.problems(), null));
    Program program = Program.of(policy);
    Facts facts = request.facts(policy);
    Asked asked = request.asked(policy);
    Decision decision = Decide.flow(program, facts, asked);
    Set<Source> own = new HashSet<>();
    loaded.modules().forEach(m -> own.add(m.source()));
    if (decision.parts().isEmpty()) {
      walk(decision, new Answers(program, facts, asked), own).run();
    } else {
      List<Facts.Part> parts = Parts.of(program, facts);
      for (int i = 0; i < parts.size(); i++) {
        Answers answers = new Answers(program, parts.get(i).facts(), asked);
        walk(decision.parts().get(i).decision(), answers, own).run();
      }
    }
    HefuLanguage.say(Explain.text(decision, new Look(request.language(), false, WIDTH)));
    return decision.outcome().word();
  }

  private Walk walk(Decision decision, Answers answers, Set<Source> own) {
    return new Walk(
        language, decision, answers, own, request.language(), this::source, new ReadWatch(request));
  }

  /** A text as debuggers know it: by its file, or by itself where it has none. */
  private com.oracle.truffle.api.source.Source source(Source source) {
    return known.computeIfAbsent(source, s -> HefuLanguage.source(s));
  }
}
