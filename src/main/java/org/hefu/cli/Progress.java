package org.hefu.cli;

/** A bar on the terminal for what takes long; nothing where nobody looks. */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 30;
  private static final int MANY = 200;
  private static final long BETWEEN = 100_000_000;

  private final Terminal terminal;
  private final int total;
  private final String what;
  private final boolean isShown;
  private int done;
  private long last = System.nanoTime();

  Progress(Terminal terminal, int total, String what) {
    this.terminal = terminal;
    this.total = total;
    this.what = what;
    this.isShown = terminal.interactive() && total >= MANY;
  }

  void step() {
    to(done + 1);
  }

  /** So much of it is done. */
  void to(int done) {
    this.done = done;
    if (isShown && System.nanoTime() - last > BETWEEN) {
      last = System.nanoTime();
      int filled = (int) Math.min(WIDTH, (long) WIDTH * done / total);
      terminal
          .err()
          .printf(
              "\r%s%s %d/%d %s ",
              "█".repeat(filled), "░".repeat(WIDTH - filled), done, total, what);
      terminal.err().flush();
    }
  }

  @Override
  public void close() {
    if (isShown) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
    }
  }
}
