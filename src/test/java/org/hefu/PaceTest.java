package org.hefu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Whoever decides much without the optimizing runtime is told once. */
class PaceTest {
  @Test
  void theHintComesOnceAndLate() {
    List<String> told = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord message) {
            told.add(message.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("org.hefu");
    logger.addHandler(handler);
    try {
      Pace pace = new Pace();
      for (int i = 1; i < Pace.MANY; i++) {
        pace.count();
      }
      assertEquals(List.of(), told);
      pace.count();
      Pace other = new Pace();
      for (int i = 0; i <= Pace.MANY; i++) {
        other.count();
      }
      assertEquals(1, told.size());
      assertTrue(told.getFirst().contains("--upgrade-module-path"), told.getFirst());
    } finally {
      logger.removeHandler(handler);
    }
  }
}
