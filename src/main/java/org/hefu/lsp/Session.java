package org.hefu.lsp;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CancellationException;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.hefu.text.Language;
import org.hefu.text.Wording;
import org.jspecify.annotations.Nullable;

/** Whom the server talks to, and in which language. */
final class Session {
  private volatile Language language;
  private volatile @Nullable Client client;

  Session(Language language) {
    this.language = language;
  }

  Language language() {
    return language;
  }

  void speak(Language language) {
    this.language = language;
  }

  Wording words() {
    return new Wording("org.hefu.lsp.words", language);
  }

  void connect(Client client) {
    this.client = client;
  }

  @Nullable Client client() {
    return client;
  }

  /** Runs the work; what goes wrong in it is told to the editor and stops nothing else. */
  void guarded(Runnable work) {
    try {
      work.run();
    } catch (CancellationException stopped) {
      // It was not wanted any more.
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      report(e);
    }
  }

  void report(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    Client editor = client;
    if (editor != null) {
      editor.logMessage(new MessageParams(MessageType.Error, "hefu: " + trace));
    }
  }
}
