package org.hefu.polyglot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.TruffleFile;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.instrumentation.ProvidedTags;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.nodes.ExecutableNode;
import com.oracle.truffle.api.nodes.RootNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.hefu.Load;
import org.hefu.debug.FrameRootNode;
import org.hefu.engine.Program;
import org.hefu.text.Source;
import org.jspecify.annotations.Nullable;

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
    characterMimeTypes = {"text/x-hefu", DebugRequest.MIME},
    contextPolicy = TruffleLanguage.ContextPolicy.SHARED)
@ProvidedTags({StandardTags.RootTag.class, StandardTags.StatementTag.class})
public final class HefuLanguage extends TruffleLanguage<TruffleLanguage.Env> {
  public static final String ID = "hefu";

  private static final ContextReference<Env> ENV = ContextReference.create(HefuLanguage.class);

  @Override
  protected Env createContext(Env env) {
    return env;
  }

  @Override
  protected CallTarget parse(ParsingRequest request) {
    String text = request.getSource().getCharacters().toString();
    if (DebugRequest.MIME.equals(request.getSource().getMimeType())) {
      return new DebugRootNode(this, DebugRequest.of(text)).getCallTarget();
    }
    Load.Loaded loaded =
        Load.readyTexts(List.of(new Source(request.getSource().getName(), text)), true);
    if (loaded.policy().isEmpty()) {
      throw new FaultyPolicy(loaded.problems(), request.getSource());
    }
    PolicyObject policy = new PolicyObject(Program.of(loaded.policy().get(), this));
    return RootNode.createConstantNode(policy).getCallTarget();
  }

  /** An expression that a debugger asks for where it has stopped. */
  @Override
  protected @Nullable ExecutableNode parse(InlineParsingRequest request) {
    return request.getLocation().getRootNode() instanceof FrameRootNode frame
        ? new WatchNode(this, frame, request.getSource().getCharacters().toString())
        : null;
  }

  /** A text of a policy as debuggers know it: by its file or, where it has none, by itself. */
  static com.oracle.truffle.api.source.Source source(Source text) {
    TruffleFile file = ENV.get(null).getPublicTruffleFile(text.name()).getAbsoluteFile();
    return isTextOf(text, file)
        ? com.oracle.truffle.api.source.Source.newBuilder(ID, file).content(text.text()).build()
        : com.oracle.truffle.api.source.Source.newBuilder(ID, text.text(), text.name()).build();
  }

  /** A module of the library may be called as another file is. */
  private static boolean isTextOf(Source text, TruffleFile file) {
    try {
      return file.isRegularFile()
          && new String(file.readAllBytes(), UTF_8).replace("\uFEFF", "").equals(text.text());
    } catch (IOException e) {
      return false;
    }
  }

  /** Writes to whoever listens to the context. */
  static void say(String text) {
    PrintStream out = new PrintStream(ENV.get(null).out(), true, UTF_8);
    out.print(text);
    out.flush();
  }

  @Override
  protected boolean isThreadAccessAllowed(Thread thread, boolean singleThreaded) {
    return true;
  }
}
