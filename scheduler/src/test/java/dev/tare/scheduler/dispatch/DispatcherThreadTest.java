package dev.tare.scheduler.dispatch;

import static dev.tare.scheduler.dispatch.Node.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.auth.ManualClock;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.retry.RetryPolicy;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.testkit.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The thread that scans: when it does, and what it survives. */
class DispatcherThreadTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /** Longer than any test: a scan that comes has been asked for. */
  private static final DispatchSettings RARELY =
      DispatchSettings.DEFAULT.withScanMillis(86_400_000).withBackoff(new RetryPolicy(1, 1, 0));

  private final ManualClock clock = ManualClock.at(NOON.toString());
  private final Semaphore woken = new Semaphore(0);
  private Node observer;
  private Node node;
  private Dispatcher dispatcher;

  @BeforeEach
  void open() {
    Database database = Database.of("sqlite").empty();
    observer = new Node(database);
    node = new Node(database);
    dispatcher = dispatcher(RARELY);
  }

  private Dispatcher dispatcher(DispatchSettings settings) {
    return new Dispatcher(
        node.tasks, node.runs, node.workers, CronCache.utc(), settings, clock, woken::release);
  }

  @AfterEach
  void close() {
    dispatcher.close();
    node.close();
    observer.close();
  }

  @Test
  void createdTask_wakesTheDispatcher_andItsRunWakesTheWorker() throws Exception {
    dispatcher.start();
    Eventually.await("it scans", () -> dispatcher.stats().scans() > 0);
    Task task = observer.create(task("t", "0 * * * * *"), NOON.toEpochMilli());

    dispatcher.wake();

    assertThat(woken.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    assertThat(observer.runsOf(task)).hasSize(1);
  }

  @Test
  void nextInstant_endsTheSleep() throws Exception {
    // The clock stands, so the time until the next instant is over when it was slept through once.
    Task task = observer.create(task("t", "* * * * * *"), NOON.toEpochMilli() + 100);
    dispatcher.start();
    Eventually.await("it scans", () -> dispatcher.stats().scans() > 0);

    clock.advance(Duration.ofMillis(100));

    assertThat(woken.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    assertThat(observer.runsOf(task)).hasSize(1);
  }

  @Test
  void databaseThatComesBack_isScannedAgain() throws Exception {
    node.connections.fail(true);
    dispatcher.start();
    Eventually.await("it tries again", () -> dispatcher.stats().failures() >= 3);
    observer.create(task("t", "0 * * * * *"), NOON.toEpochMilli());
    assertThat(woken.availablePermits()).isZero();

    node.connections.fail(false);

    assertThat(woken.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void close_endsTheThreadAtOnce_alsoBetweenFailures() throws Exception {
    node.connections.fail(true);
    dispatcher = dispatcher(RARELY.withBackoff(new RetryPolicy(60_000, 60_000, 0)));
    dispatcher.start();
    Eventually.await("it fails", () -> dispatcher.stats().failures() == 1);

    assertThat(dispatcher.close(Duration.ofSeconds(10))).isTrue();
    assertThat(dispatcher.close(Duration.ofSeconds(10))).as("again").isTrue();
  }

  @Test
  void close_doesNotWaitLongerThanItMay() throws Exception {
    Semaphore goOn = new Semaphore(0);
    Semaphore reached = new Semaphore(0);
    observer.create(task("t", "0 * * * * *"), NOON.toEpochMilli());
    dispatcher =
        new Dispatcher(node.tasks, node.runs, node.workers, CronCache.utc(), RARELY, clock, () -> {
          reached.release();
          goOn.acquireUninterruptibly();
        });
    dispatcher.start();
    assertThat(reached.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

    assertThat(dispatcher.close(Duration.ofMillis(1))).isFalse();

    goOn.release();
    assertThat(dispatcher.close(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void dispatcher_isStartedOnce() {
    dispatcher.start();
    assertThatThrownBy(dispatcher::start).isInstanceOf(IllegalStateException.class);
    dispatcher.close();
    assertThatThrownBy(dispatcher::start).isInstanceOf(IllegalStateException.class);
  }
}
