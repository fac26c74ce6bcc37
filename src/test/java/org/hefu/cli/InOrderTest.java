package org.hefu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {
  @Test
  void whatIsReadyLaterIsHandedOnInItsPlace() {
    List<Integer> handed = new ArrayList<>();
    CountDownLatch later = new CountDownLatch(1);
    try (InOrder<Integer> each = new InOrder<>(handed::add)) {
      // With one processor nothing could run before what waits for it.
      boolean areSeveral = Runtime.getRuntime().availableProcessors() > 1;
      each.add(() -> {
        if (areSeveral) {
          await(later);
        }
        return 0;
      });
      each.add(() -> {
        later.countDown();
        return 1;
      });
      for (int i = 2; i < 1000; i++) {
        int number = i;
        each.add(() -> number);
      }
      each.finish();
      assertEquals(IntStream.range(0, 1000).boxed().toList(), handed);
    }
  }

  @Test
  void itIsWorkedOutElsewhereAndHandedOnHere() {
    Thread here = Thread.currentThread();
    try (InOrder<Thread> each =
        new InOrder<>(worked -> {
          assertSame(here, Thread.currentThread());
          assertNotEquals(here, worked);
        })) {
      each.add(Thread::currentThread);
      each.finish();
    }
  }

  @Test
  void whatFailsFailsHere() {
    List<Integer> handed = new ArrayList<>();
    try (InOrder<Integer> each = new InOrder<>(handed::add)) {
      each.add(() -> 1);
      IllegalStateException failure = new IllegalStateException("on purpose");
      each.add(() -> {
        throw failure;
      });
      each.add(() -> 3);
      assertSame(failure, assertThrows(IllegalStateException.class, each::finish));
      assertEquals(List.of(1), handed);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
