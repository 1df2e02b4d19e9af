package dev.tare.scheduler.worker;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.worker.executor.ResourceLimits;
import dev.tare.scheduler.worker.executor.TaskExecutionContext;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one thread of the pool executes now, shown to the executor, and the one place where others
 * may stop it. One for each thread, used for every run that it executes.
 *
 * <p>A word holds the phase and, above it, a number that goes up with each run. Whoever stops a run
 * must take the word that it read from RUNNING to STOPPING, so that an interrupt never reaches
 * another run than the one that was meant; the thread does not leave the run before the interrupt
 * has been sent, and clears it.
 */
final class RunSlot implements TaskExecutionContext {

  /** Why a run was stopped. */
  enum Stop {
    /** It was not. */
    NONE,
    /** Its time was over. */
    TIMEOUT,
    /** Somebody asked for it. */
    CANCEL,
    /** It is to run again from its beginning, here or elsewhere. */
    GIVE_BACK
  }

  private static final int IDLE = 0;
  private static final int RUNNING = 1;
  private static final int STOPPING = 2;
  private static final int STOPPED = 3;
  private static final int PHASE = 3;

  private static final VarHandle WORD;

  static {
    try {
      WORD = MethodHandles.lookup().findVarHandle(RunSlot.class, "word", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final ClaimedRun NO_RUN = new ClaimedRun(0, 0, 0, 0, NewRun.NO_SHARD, 0, 0, null);

  private final Map<String, String> environment;
  private final @Nullable Path workingDirectory;
  private final ResourceLimits limits;

  private volatile long word;
  private volatile long deadline; // volatile, so that it is read between two reads of the word
  private ClaimedRun run = NO_RUN;
  private @Nullable Task task;
  private Stop stop = Stop.NONE;
  private @Nullable Thread thread;

  /** Stays empty until {@link #begin}. */
  RunSlot(WorkerSettings settings) {
    this.environment = settings.environment();
    this.workingDirectory = settings.workingDirectory();
    this.limits = settings.limits();
  }

  /** The present thread begins a run. */
  void begin(ClaimedRun begun, Task ofTask, long deadlineMillis) {
    thread = Thread.currentThread();
    run = begun;
    task = ofTask;
    deadline = deadlineMillis;
    long ended = word;
    word = (ended & ~PHASE) + PHASE + 1 + RUNNING;
  }

  /** The present thread ends the run; says whether it was stopped before. */
  Stop end() {
    long running = (word & ~PHASE) | RUNNING;
    Stop why = Stop.NONE;
    if (!WORD.compareAndSet(this, running, running - RUNNING + IDLE)) {
      while ((word & PHASE) != STOPPED) {
        Thread.onSpinWait(); // the interrupt is on its way
      }
      why = stop;
      word = running - RUNNING + IDLE;
    }
    run = NO_RUN; // its payload may be large
    task = null;
    return why;
  }

  /** Stops the run if its time is over. Safe from any thread, like all below. */
  boolean stopOverdue(long nowMillis) {
    long seen = word;
    return (seen & PHASE) == RUNNING && deadline <= nowMillis && stopSeen(seen, Stop.TIMEOUT);
  }

  /** Stops this run if it is executed here. */
  boolean stop(long runId, Stop why) {
    long seen = word;
    return (seen & PHASE) == RUNNING && run.id() == runId && stopSeen(seen, why);
  }

  /** Stops whatever is executed here. */
  boolean stopAny(Stop why) {
    long seen = word;
    return (seen & PHASE) == RUNNING && stopSeen(seen, why);
  }

  private boolean stopSeen(long seen, Stop why) {
    if (!WORD.compareAndSet(this, seen, seen - RUNNING + STOPPING)) {
      return false;
    }
    stop = why;
    Objects.requireNonNull(thread).interrupt();
    word = seen - RUNNING + STOPPED;
    return true;
  }

  /** Whether a run is executed here. */
  boolean isBusy() {
    return (word & PHASE) != IDLE;
  }

  /**
   * The run, if it was stopped for a lack of time and goes on in spite of it since before an
   * instant; otherwise null.
   */
  @Nullable
  ClaimedRun ignoring(long deadlineBefore) {
    long seen = word;
    if ((seen & PHASE) != STOPPED || stop != Stop.TIMEOUT || deadline >= deadlineBefore) {
      return null;
    }
    ClaimedRun here = run;
    return word == seen ? here : null;
  }

  @Override
  public long runId() {
    return run.id();
  }

  @Override
  public long taskId() {
    return run.taskId();
  }

  @Override
  public String taskType() {
    return task().taskType();
  }

  @Override
  public int attempt() {
    return run.attempt();
  }

  @Override
  public int retryCount() {
    return run.retryCount();
  }

  @Override
  public int shardIndex() {
    return run.shardIndex();
  }

  @Override
  public int shardTotal() {
    return run.shardTotal();
  }

  @Override
  public long scheduledAt() {
    return run.scheduledAt();
  }

  @Override
  public Bytes parameters() {
    Bytes payload = run.payload();
    return payload != null ? payload : task().parameters();
  }

  @Override
  public long timeoutMillis() {
    return task().timeoutSeconds() * 1000L;
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public @Nullable Path workingDirectory() {
    return workingDirectory;
  }

  @Override
  public ResourceLimits limits() {
    return limits;
  }

  private Task task() {
    return Objects.requireNonNull(task);
  }
}
