package dev.tare.scheduler;

import dev.tare.scheduler.breaker.BreakerStats;
import dev.tare.scheduler.breaker.CircuitBreaker;
import dev.tare.scheduler.breaker.guard.GuardedMessageQueue;
import dev.tare.scheduler.config.CachePolicy;
import dev.tare.scheduler.config.CacheStats;
import dev.tare.scheduler.config.IdCache;
import dev.tare.scheduler.dispatch.CronCache;
import dev.tare.scheduler.dispatch.Dispatcher;
import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.IllegalTransitionException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.listener.ListenerSettings;
import dev.tare.scheduler.listener.QueuePump;
import dev.tare.scheduler.listener.RemoteUpdates;
import dev.tare.scheduler.listener.StateListener;
import dev.tare.scheduler.message.TaskControl;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.queue.MemoryMessageQueue;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.QueueName;
import dev.tare.scheduler.queue.QueueSettings;
import dev.tare.scheduler.queue.jdbc.JdbcMessageQueue;
import dev.tare.scheduler.store.StatusChange;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.TaskTypes;
import dev.tare.scheduler.store.WorkerRepository;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Sessions;
import dev.tare.scheduler.wake.Wakes;
import dev.tare.scheduler.worker.Worker;
import dev.tare.scheduler.worker.executor.ExecutorRegistry;
import dev.tare.scheduler.worker.executor.TaskExecutor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task scheduler over a database: makes runs of tasks when their schedules are due or somebody
 * asks, and executes them in this process and in every other one on the same database.
 *
 * <pre>{@code
 * try (Scheduler scheduler = Scheduler.builder().database("jdbc:sqlite:tare.db").build()) {
 *   scheduler.register("greet", run -> Outcome.completed(run.parameters()));
 *   scheduler.start();
 *   Task task = scheduler.schedule(
 *       NewTask.builder("hello", "greet").schedule("0 0 9 * * MON-FRI").build());
 *   long runId = scheduler.submit(task.id(), null);
 * }
 * }</pre>
 *
 * <p>A run is executed at least once; its end is accepted from its latest attempt alone. What
 * {@link #submit} returned an id for survives the end of any process and of the database. Instants
 * are epoch milliseconds. All methods are safe from any thread; a failing database throws
 * {@link dev.tare.scheduler.error.StorageException}, one that keeps failing
 * {@link dev.tare.scheduler.error.CircuitOpenException}.
 */
public final class Scheduler implements AutoCloseable {
  /** Where workers that have no database publish how runs ended, and that they live. */
  public static final QueueName UPDATES = QueueName.of("updates");

  /** Tasks kept in memory, and how long: so late another process's change of one is seen here. */
  private static final CachePolicy CACHE = new CachePolicy(30_000, 1000);

  /** So many polls apart is the queue of updates asked as long as nobody publishes any. */
  private static final int QUIETEST_POLLS = 4;

  private final Stores stores;
  private final Clock clock;
  private final ExecutorRegistry executors = new ExecutorRegistry();
  private final IdCache<Task> cache;
  private final WatchedTasks tasks;
  private final CircuitBreaker queueBreaker;
  private final StateListener listener;
  private final Worker worker;
  private final MessageQueue messages;
  private final QueuePump updates;
  private final Controls controls;
  private final CronCache crons;
  private final Dispatcher dispatcher;
  private final Wakes wakes;
  private final OnDemand onDemand;
  private final boolean dispatching;
  private final long closeMillis;
  private boolean started;
  private boolean closed;

  Scheduler(SchedulerBuilder builder, Stores stores) {
    this.stores = stores;
    this.clock = builder.clock;
    this.dispatching = builder.dispatching;
    this.closeMillis = builder.closeMillis;
    this.cache = new IdCache<>(CACHE, id -> stores.tasks.byId(id).orElse(null));
    this.listener = new StateListener(
        stores.workerRuns,
        stores.workerLeases,
        new ListenerSettings(
            8 * builder.completionBatch,
            builder.completionBatch,
            builder.completionDelayMillis,
            50,
            5000));
    this.worker = new Worker(
        builder.workerSettings(),
        stores.workerRuns,
        stores.workerLeases,
        stores.types,
        cache::get,
        executors,
        listener,
        clock);
    this.queueBreaker = new CircuitBreaker("message queue", builder.breaker);
    this.messages = queue(stores.shared);
    this.controls = new Controls(messages, worker, builder.pollMillis);
    this.updates = new QueuePump(
            stores.dialect == Dialect.SQLITE ? messages : queue(stores.upkeep),
            UPDATES,
            ListenerSettings.DEFAULT,
            builder.pollMillis,
            new RemoteUpdates(stores.runs, stores.workers))
        .slowingTo(QUIETEST_POLLS * builder.pollMillis);
    this.crons = new CronCache(builder.zone);
    this.wakes =
        new Wakes(stores.dialect, stores.shared, stores.physical, worker.id(), worker::wake);
    this.dispatcher = new Dispatcher(
        stores.dispatchedTasks,
        stores.dispatchedRuns,
        stores.watchedWorkers,
        crons,
        builder.dispatchSettings(),
        clock,
        wakes::submitted);
    this.onDemand = new OnDemand(stores.runs, cache, clock, wakes::submitted);
    this.tasks = new WatchedTasks(stores.tasks, cache, executors, dispatcher::wake);
  }

  private MessageQueue queue(Sessions sessions) {
    MessageQueue queue = stores.dialect == Dialect.SQLITE // which is one process's own
        ? new MemoryMessageQueue(QueueSettings.DEFAULT, clock)
        : new JdbcMessageQueue(sessions, stores.dialect, QueueSettings.DEFAULT, clock);
    return new GuardedMessageQueue(queue, queueBreaker);
  }

  /** Begins with the defaults. */
  public static SchedulerBuilder builder() {
    return new SchedulerBuilder();
  }

  /**
   * Executes the runs of a task type with this executor, in this process.
   *
   * @throws ConflictException if the type has an executor already
   */
  public void register(String taskType, TaskExecutor executor) {
    executors.register(taskType, executor);
    worker.wake();
  }

  /** Begins to dispatch, to claim and to execute. Call it once. */
  public synchronized void start() {
    if (started || closed) {
      throw new IllegalStateException("the scheduler was started or closed before");
    }
    messages.create(UPDATES);
    updates.start();
    controls.start();
    worker.start();
    wakes.start();
    if (dispatching) {
      dispatcher.start();
    }
    started = true;
  }

  /**
   * Makes a task, or brings the one of this name to this definition.
   *
   * @return the task as it is now
   * @throws ValidationException if its schedule, its parameters or its dependencies are refused
   */
  public Task schedule(NewTask definition) {
    long now = clock.millis();
    String cron = definition.schedule();
    long dueAt = cron == null ? 0 : crons.nextDueAt(cron, now);
    Optional<Task> known = tasks.byName(definition.name());
    if (known.isEmpty()) {
      try {
        return tasks.create(definition, dueAt, now);
      } catch (ConflictException e) { // another process was first
        known = tasks.byName(definition.name());
      }
    }
    Task task = known.orElseThrow(() -> new NotFoundException("task", definition.name()));
    return task.toBuilder().build().equals(definition)
        ? task
        : tasks.update(task.id(), definition, dueAt, now);
  }

  /**
   * Makes a run of a task that may start at once.
   *
   * @param payload replaces the task's parameters for this run, and is given away
   * @return the run's id; the run is in the database
   * @throws NotFoundException if there is no such task
   * @throws ConflictException if it is not active
   * @throws ValidationException if it has shards: {@link #trigger} makes a run of each
   */
  public long submit(long taskId, @Nullable Bytes payload) {
    return onDemand.submit(taskId, payload);
  }

  /**
   * Makes runs that may start at once, all or none.
   *
   * @return their ids, in the order of {@code submissions}
   * @throws NotFoundException and the others of {@link #submit}, for the first that is refused
   */
  public long[] submitAll(List<Submission> submissions) {
    return onDemand.submitAll(submissions);
  }

  /**
   * Makes a run of a task that may start at once, or one of each of its shards.
   *
   * @return the ids of the runs, by ascending shard
   * @throws NotFoundException if there is no such task
   * @throws ConflictException if it is not active
   */
  public long[] trigger(long taskId, @Nullable Bytes payload) {
    return onDemand.trigger(taskId, payload);
  }

  /**
   * Does the work of a run that has ended once more, as a new run of the same task, shard and
   * payload; the one that ended stays as it is.
   *
   * @return the id of the new run
   * @throws NotFoundException if there is no such run
   * @throws IllegalTransitionException if it has not ended
   * @throws ConflictException if its task is not active
   */
  public long restart(long runId) {
    return onDemand.restart(runId);
  }

  /** As {@link #cancel(long, String)}, asked by this program. */
  public StatusChange cancel(long runId) {
    return cancel(runId, worker.id());
  }

  /**
   * Cancels a run that has not ended; one that is executed is interrupted, wherever it is.
   *
   * @param requester who asks, for those who look later
   * @return whether that changed anything
   * @throws NotFoundException if there is no such run
   * @throws IllegalTransitionException if it has ended in another way
   */
  public StatusChange cancel(long runId, String requester) {
    long now = clock.millis();
    StatusChange change = stores.runs.updateStatus(runId, RunStatus.CANCELLED, null, now);
    if (change == StatusChange.CHANGED) {
      TaskRun run = stores.runs.byId(runId).orElse(null);
      String workerId = run == null ? null : run.workerId();
      if (workerId != null) {
        controls.send(workerId, new TaskControl(runId, TaskControl.Action.CANCEL, requester, now));
      }
    }
    return change;
  }

  /** The tasks; a change made here is seen by this scheduler at once. */
  public TaskRepository tasks() {
    return tasks;
  }

  /** The runs. Use {@link #submit} and {@link #cancel} to make and end them. */
  public TaskRunRepository runs() {
    return stores.runs;
  }

  /** The workers of every process. */
  public WorkerRepository workers() {
    return stores.workers;
  }

  /** The names of task types. */
  public TaskTypes types() {
    return stores.types;
  }

  /** Reads schedules, in the zone of this scheduler. */
  public CronCache schedules() {
    return crons;
  }

  /** Finds the tasks that are due. */
  public Dispatcher dispatcher() {
    return dispatcher;
  }

  /** Executes runs in this process. */
  public Worker worker() {
    return worker;
  }

  /** Writes how runs ended. */
  public StateListener listener() {
    return listener;
  }

  /**
   * The message queue. {@link #UPDATES} takes {@code StatusUpdate} and {@code WorkerHeartbeat} from
   * workers that have no database.
   */
  public MessageQueue messages() {
    return messages;
  }

  /** How the tasks in memory serve. */
  public CacheStats cacheStats() {
    return cache.stats();
  }

  /** How calls of the database go. */
  public BreakerStats databaseStats() {
    return stores.breaker.stats();
  }

  /** How calls of the message queue go. */
  public BreakerStats queueStats() {
    return queueBreaker.stats();
  }

  /** Closes within the builder's time. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    dispatcher.close();
    wakes.close();
    worker.close();
    if (started) {
      controls.close();
      updates.close();
    }
    listener.close(Duration.ofMillis(closeMillis));
    stores.close();
  }
}
