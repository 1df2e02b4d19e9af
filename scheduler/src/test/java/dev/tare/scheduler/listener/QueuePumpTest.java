package dev.tare.scheduler.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.error.StorageException;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.MessageBody;
import dev.tare.scheduler.message.StatusUpdate;
import dev.tare.scheduler.message.TaskControl;
import dev.tare.scheduler.message.WorkerHeartbeat;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.worker.Heartbeat;
import dev.tare.scheduler.queue.MemoryMessageQueue;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.QueueName;
import dev.tare.scheduler.queue.QueueSettings;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QueuePumpTest {
  private static final QueueName NAME = QueueName.of("updates");
  private static final ListenerSettings SETTINGS = new ListenerSettings(10, 3, 5, 1, 2);

  private final MessageQueue queue =
      new MemoryMessageQueue(QueueSettings.DEFAULT, Clock.systemUTC());
  private final RecordedRuns runs = new RecordedRuns();
  private final List<Object> heartbeats = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void create() {
    queue.create(NAME);
  }

  @Test
  void updatesOfABatch_areWrittenByOneStatement_andAcknowledged() {
    publish(update(1, RunStatus.COMPLETED), update(2, RunStatus.FAILED));
    publish(new WorkerHeartbeat("w", 3, 0.5, 100, 77));
    try (QueuePump pump = pump(updates())) {
      pump.start();

      await(() -> queue.size(NAME) == 0);
    }
    assertThat(runs.batches)
        .containsExactly(List.of(
            new Completion(1, 4, RunStatus.COMPLETED, 99, Bytes.of(new byte[] {7}), null),
            new Completion(2, 4, RunStatus.FAILED, 99, Bytes.of(new byte[] {7}), null)));
    assertThat(heartbeats).containsExactly(new Heartbeat("w", 3, 77));
  }

  @Test
  void failureThatMayPass_bringsTheSameBatchAgain() {
    runs.failuresToCome = 4;
    publish(update(1, RunStatus.COMPLETED));
    try (QueuePump pump = pump(updates())) {
      pump.start();

      await(() -> queue.size(NAME) == 0);
    }
    assertThat(runs.runIds()).containsExactly(1L);
  }

  @Test
  void messagesThatCanNeverBeDealtWith_becomeDeadLetters() {
    publish(update(1, RunStatus.COMPLETED));
    Consumer<List<Message>> refusing = batch -> {
      throw new StorageException("no", false, new SQLException("no"));
    };
    try (QueuePump pump = pump(refusing)) {
      pump.start();

      await(() -> queue.size(NAME.deadLetters()) == 1);
    }
    assertThat(queue.size(NAME)).isZero();
  }

  @Test
  void updateOfARunThatHasNotBegunThere_andAnythingElse_changeNothing() {
    publish(update(1, RunStatus.PENDING), new TaskControl(1, TaskControl.Action.CANCEL, "me", 1));
    publish(update(2, RunStatus.COMPLETED));
    try (QueuePump pump = pump(updates())) {
      pump.start();

      await(() -> queue.size(NAME) == 0);
    }
    assertThat(runs.runIds()).containsExactly(2L);
  }

  @Test
  void wakeUp_shortensTheWait() {
    QueuePump pump = new QueuePump(queue, NAME, SETTINGS, 3_600_000, updates());
    try (pump) {
      pump.start();
      publish(update(1, RunStatus.COMPLETED));
      pump.wake();

      await(() -> queue.size(NAME) == 0);
    }
  }

  @Test
  void queueThatNobodyWantsAsked_isAskedAtFirst_andWhenWoken() {
    AtomicInteger looks = new AtomicInteger();
    AtomicBoolean wanted = new AtomicBoolean();
    try (QueuePump pump = pump(updates()).askingWhile(() -> {
      looks.incrementAndGet();
      return wanted.get();
    })) {
      publish(update(1, RunStatus.COMPLETED));
      pump.start();
      await(() -> queue.size(NAME) == 0);
      await(() -> looks.get() > 0);

      publish(update(2, RunStatus.COMPLETED));
      int before = looks.get();
      await(() -> looks.get() > before + 3);
      assertThat(queue.size(NAME)).isOne();
      pump.wake();
      await(() -> queue.size(NAME) == 0);

      publish(update(3, RunStatus.COMPLETED));
      wanted.set(true);
      await(() -> queue.size(NAME) == 0);
    }
    assertThat(runs.runIds()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void queueThatStaysEmpty_isAskedLessOften_untilSomethingComes() {
    try (QueuePump pump = pump(updates()).slowingTo(40)) {
      pump.start();
      for (long run = 1; run <= 3; run++) {
        publish(update(run, RunStatus.COMPLETED));
        await(() -> queue.size(NAME) == 0);
      }
    }
    assertThat(runs.runIds()).containsExactly(1L, 2L, 3L);
  }

  private RemoteUpdates updates() {
    return new RemoteUpdates(runs.port(), RecordedRuns.workers(heartbeats));
  }

  private QueuePump pump(Consumer<List<Message>> handler) {
    return new QueuePump(queue, NAME, SETTINGS, 5, handler);
  }

  private void publish(MessageBody... bodies) {
    for (MessageBody body : bodies) {
      queue.publish(NAME, Message.of(body, 1));
    }
  }

  private static StatusUpdate update(long runId, RunStatus status) {
    return new StatusUpdate(runId, 4, status, "w", Bytes.of(new byte[] {7}), null, 99);
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) { // the test's time limit ends it
      Thread.onSpinWait();
    }
  }
}
