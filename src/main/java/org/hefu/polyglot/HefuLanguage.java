package org.hefu.polyglot;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.nodes.RootNode;
import java.util.List;
import org.hefu.Load;
import org.hefu.engine.Program;
import org.hefu.text.Source;

/**
 * The language {@code hefu}: evaluating a module gives its policy, together with the library's law,
 * as a value with the members {@code outcome} and {@code decide}, each of which takes a flow in
 * JSON.
 *
 * <pre>{@code
 * try (Context context = Context.newBuilder("hefu").build()) {
 *   Value policy = context.eval("hefu", "module ours\nuse library");
 *   String outcome = policy.invokeMember("outcome", "{\"act\": \"export\", …}").asString();
 * }
 * }</pre>
 */
@TruffleLanguage.Registration(
    id = HefuLanguage.ID,
    name = "Hefu",
    version = "0.1",
    defaultMimeType = "text/x-hefu",
    characterMimeTypes = "text/x-hefu",
    contextPolicy = TruffleLanguage.ContextPolicy.SHARED)
public final class HefuLanguage extends TruffleLanguage<TruffleLanguage.Env> {
  public static final String ID = "hefu";

  @Override
  protected Env createContext(Env env) {
    return env;
  }

  @Override
  protected CallTarget parse(ParsingRequest request) {
    String text = request.getSource().getCharacters().toString();
    Load.Loaded loaded =
        Load.readyTexts(List.of(new Source(request.getSource().getName(), text)), true);
    if (loaded.policy().isEmpty()) {
      throw new FaultyPolicy(loaded.problems(), request.getSource());
    }
    PolicyObject policy = new PolicyObject(Program.of(loaded.policy().get(), this));
    return RootNode.createConstantNode(policy).getCallTarget();
  }

  @Override
  protected boolean isThreadAccessAllowed(Thread thread, boolean singleThreaded) {
    return true;
  }
}
