package dev.tare.scheduler.breaker.guard;

import dev.tare.scheduler.breaker.BreakerPolicy;
import dev.tare.scheduler.breaker.CircuitBreaker;
import dev.tare.scheduler.queue.MemoryMessageQueue;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.MessageQueueContract;
import dev.tare.scheduler.queue.QueueSettings;
import dev.tare.scheduler.store.RunExchangeContract;
import dev.tare.scheduler.store.RunQueueContract;
import dev.tare.scheduler.store.Stores;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRepositoryContract;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.WorkerRepositoryContract;
import dev.tare.scheduler.store.jdbc.JdbcStores;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/**
 * What holds of the repositories on SQLite and of the queue in memory holds of their guards: the
 * main contract of each port. {@link GuardTest} has every method.
 */
class GuardedContractsTest {
  private @Nullable JdbcStores opened;

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  private Stores emptyGuarded() {
    opened = JdbcStores.pinned("sqlite");
    Stores plain = opened.empty();
    CircuitBreaker breaker = new CircuitBreaker("sqlite", BreakerPolicy.DEFAULT);
    return new Stores(
        new GuardedTaskRepository(plain.tasks(), breaker),
        new GuardedTaskRunRepository(plain.runs(), breaker),
        new GuardedWorkerRepository(plain.workers(), breaker),
        plain.types());
  }

  private static MessageQueue guarded(QueueSettings settings, Clock clock) {
    return new GuardedMessageQueue(
        new MemoryMessageQueue(settings, clock),
        new CircuitBreaker("queue", BreakerPolicy.DEFAULT));
  }

  @Nested
  class RunQueues extends RunQueueContract {
    @Override
    protected TaskRunRepository emptyRepository() {
      return emptyGuarded().runs();
    }
  }

  @Nested
  class RunExchanges extends RunExchangeContract {
    private @Nullable Stores stores;

    @Override
    protected TaskRunRepository emptyRepository() {
      stores = emptyGuarded();
      return stores.runs();
    }

    @Override
    protected TaskRepository tasks() {
      return Objects.requireNonNull(stores).tasks();
    }
  }

  @Nested
  class Tasks extends TaskRepositoryContract {
    @Override
    protected Stores emptyStores() {
      return emptyGuarded();
    }
  }

  @Nested
  class Workers extends WorkerRepositoryContract {
    @Override
    protected Stores emptyStores() {
      return emptyGuarded();
    }
  }

  @Nested
  class Messages extends MessageQueueContract {
    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return guarded(settings, clock);
    }
  }
}
