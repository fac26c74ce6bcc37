package org.hefu;

import java.util.concurrent.atomic.AtomicBoolean;
import org.hefu.engine.Program;
import org.hefu.text.Bilingual;
import org.hefu.text.Language;

/** Tells a program that decides much, once, where it could decide faster. */
final class Pace {
  /** The optimizing runtime has made up for its start after some million decisions. */
  static final int MANY = 5_000_000;

  static final Bilingual HINT =
      new Bilingual(
          "已作出 %,d 次判定，而 Java 虚拟机没有启用优化运行时。启用后长期运行更快："
              + "-XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI --upgrade-module-path=target/jit"
              + "（见 docs/guide/start-up.md）",
          "%,d decisions so far, without the optimizing runtime, which is faster in the long run: "
              + "-XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI --upgrade-module-path=target/jit"
              + " (see docs/guide/start-up.md)");

  private static final AtomicBoolean TOLD = new AtomicBoolean();

  /** Threads may lose some of it among each other; nothing hangs on that. */
  private int decided;

  void count() {
    if (++decided == MANY && !Program.isOptimized() && TOLD.compareAndSet(false, true)) {
      String hint = HINT.in(Language.ofDefault()).formatted(MANY);
      System.getLogger("org.hefu").log(System.Logger.Level.INFO, hint);
    }
  }
}
