package dev.tare.benchmarks.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.zip.Deflater;

/** Leaks that a scheduler could have, each as it is usually written. */
enum Plant {
  /** Whoever listens is added, and nobody is removed. */
  REGISTRY("registry") {
    @Override
    LongConsumer planted() {
      Map<Long, LongSupplier> listeners = new HashMap<>();
      return run -> listeners.put(run, () -> run);
    }
  },
  /** A client's bucket stays for good. */
  RATE_LIMIT("rate-limit") {
    @Override
    LongConsumer planted() {
      Map<Long, long[]> buckets = new HashMap<>();
      return run -> buckets.computeIfAbsent(run, client -> new long[] {client, 0});
    }
  },
  /** A pool whose objects are taken, and made anew when there is none. */
  POOL("pool") {
    @Override
    LongConsumer planted() {
      List<byte[]> lent = new ArrayList<>();
      return run -> lent.add(new byte[64]);
    }
  },
  /** A table of equal texts without an end. */
  INTERNER("interner") {
    @Override
    LongConsumer planted() {
      Map<String, String> texts = new HashMap<>();
      return run -> texts.putIfAbsent("type-" + run, "type-" + run);
    }
  },
  /** Memory of a library, never given back. */
  NATIVE("native") {
    @Override
    LongConsumer planted() {
      List<Deflater> open = new ArrayList<>();
      return run -> addOneInAHundred(run, open);
    }
  },
  /** Threads that wait for nobody. */
  THREAD("thread") {
    @Override
    LongConsumer planted() {
      CountDownLatch never = new CountDownLatch(1);
      return run -> {
        if (run % 1_000 == 0) {
          Thread waits = new Thread(
              () -> {
                try {
                  never.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              },
              "planted");
          waits.setDaemon(true);
          waits.start();
        }
      };
    }
  };

  private static void addOneInAHundred(long run, List<Deflater> open) {
    if (run % 100 == 0) {
      open.add(new Deflater());
    }
  }

  private final String label;

  Plant(String label) {
    this.label = label;
  }

  /** Its name on the command line. */
  String label() {
    return label;
  }

  /** A fresh one; it is given the number of each run. For one thread. */
  abstract LongConsumer planted();
}
