package dev.tare.benchmarks.pool;

import dev.tare.scheduler.pool.ObjectPool;
import dev.tare.scheduler.pool.PoolHandle;
import dev.tare.scheduler.pool.PoolPolicy;

/** Where an object that is needed for a moment comes from. */
public enum Way {
  /** It is made, and left to the collector. */
  PLAIN {
    @Override
    <T> Cycle of(Subject<T> subject) {
      return () -> subject.use(subject.create());
    }
  },
  /** It is borrowed under a handle of its own, which detects every misuse. */
  POOLED {
    @Override
    <T> Cycle of(Subject<T> subject) {
      ObjectPool<T> pool = pool(subject);
      return () -> {
        try (PoolHandle<T> handle = pool.acquire()) {
          return subject.use(handle.get());
        }
      };
    }
  },
  /** It is borrowed under a handle that its owner keeps, so that nothing is allocated. */
  KEPT {
    @Override
    <T> Cycle of(Subject<T> subject) {
      ObjectPool<T> pool = pool(subject);
      PoolHandle<T> mine = pool.acquire();
      mine.close();
      return () -> {
        try (PoolHandle<T> handle = pool.acquire(mine)) {
          return subject.use(handle.get());
        }
      };
    }
  },
  /** Its owner has it for good, and clears it before each use. */
  CONFINED {
    @Override
    <T> Cycle of(Subject<T> subject) {
      T own = subject.create();
      return () -> {
        long sum = subject.use(own);
        subject.clear(own);
        return sum;
      };
    }
  };

  private static final int SIZE = 16;

  /** One use of an object, from nowhere to nowhere. */
  interface Cycle {
    long run();
  }

  abstract <T> Cycle of(Subject<T> subject);

  private static <T> ObjectPool<T> pool(Subject<T> subject) {
    return new ObjectPool<>("subjects", PoolPolicy.failing(SIZE), subject);
  }
}
