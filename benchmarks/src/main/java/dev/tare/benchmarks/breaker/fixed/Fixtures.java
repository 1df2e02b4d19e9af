package dev.tare.benchmarks.breaker.fixed;

import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.TaskExecution;
import dev.tare.scheduler.model.ActiveRun;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStats;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.task.DueTask;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskDependencies;
import dev.tare.scheduler.model.task.TaskState;
import dev.tare.scheduler.model.task.TaskStatus;
import dev.tare.scheduler.model.worker.Heartbeat;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.model.worker.Worker;
import dev.tare.scheduler.model.worker.WorkerLoad;
import dev.tare.scheduler.model.worker.WorkerState;
import dev.tare.scheduler.model.worker.WorkerStatus;
import dev.tare.scheduler.queue.Delivery;
import dev.tare.scheduler.queue.QueueName;
import dev.tare.scheduler.store.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What calls are made with, and what comes back; lists as callers build them. */
public final class Fixtures {
  private static final long INSTANT = 1_800_000_000_000L;
  private static final Bytes PAYLOAD =
      Bytes.of("{\"order\":4711}".getBytes(StandardCharsets.UTF_8));

  public static final String NAME = "worker-1";
  public static final List<String> NAMES = list(NAME);
  public static final Ids IDS = Ids.of(7, 8, 9);
  private static final long[] RUN_IDS = {1, 2, 3};
  private static final int[] ATTEMPTS = {1, 1, 1};
  public static final NewRun NEW_RUN = NewRun.onDemand(7, 1, INSTANT, PAYLOAD);
  public static final List<NewRun> NEW_RUNS = list(NEW_RUN);
  public static final List<Completion> COMPLETIONS =
      list(new Completion(1, 1, RunStatus.COMPLETED, INSTANT, null, null));
  public static final NewTask NEW_TASK = NewTask.builder("report", "echo").build();
  public static final NewWorker NEW_WORKER =
      new NewWorker(NAME, "host", "127.0.0.1", TypeSet.ALL, 4);
  public static final List<Heartbeat> HEARTBEATS = list(new Heartbeat(NAME, 1, INSTANT));
  public static final QueueName QUEUE = QueueName.of("executions");
  public static final Message MESSAGE = new Message(
      11, null, null, INSTANT, 0, new TaskExecution(7, 1, 3, "echo", PAYLOAD, 300, 0, -1, 0));
  public static final List<Message> MESSAGES = list(MESSAGE);
  public static final Delivery DELIVERY = () -> MESSAGE;
  public static final List<Delivery> DELIVERIES = list(DELIVERY);
  public static final List<DueTask> DUE =
      list(new DueTask(7, 1, "0 0 6 * * *", Ids.NONE, 0, INSTANT, INSTANT));

  static final TaskRun RUN = new TaskRun(
      1,
      7,
      RunStatus.RUNNING,
      NAME,
      1,
      0,
      -1,
      0,
      INSTANT,
      INSTANT,
      0,
      PAYLOAD,
      null,
      null,
      INSTANT);
  static final List<TaskRun> RUNS = List.of(RUN);
  static final Optional<TaskRun> SOME_RUN = Optional.of(RUN);
  static final Page<TaskRun> PAGE_OF_RUNS = Page.of(PageRequest.first(), RUNS, 1);
  static final List<ActiveRun> ACTIVE =
      List.of(new ActiveRun(1, 7, RunStatus.RUNNING, 1, 0, NAME, INSTANT));
  static final List<ClaimedRun> CLAIMED =
      List.of(new ClaimedRun(1, 7, 1, 0, -1, 0, INSTANT, PAYLOAD));
  static final Exchange EXCHANGE = new Exchange(1, CLAIMED);
  static final RunStats STATS = new RunStats(0, 0, 1, 5, 1, 0, 0, 6, 600, 200);
  static final Task TASK = new Task(
      7,
      "report",
      1,
      "echo",
      null,
      PAYLOAD,
      300,
      0,
      TaskStatus.ACTIVE,
      Ids.NONE,
      0,
      null,
      0,
      INSTANT,
      INSTANT);
  static final List<Task> TASKS = List.of(TASK);
  static final Optional<Task> SOME_TASK = Optional.of(TASK);
  static final Page<Task> PAGE_OF_TASKS = Page.of(PageRequest.first(), TASKS, 1);
  static final List<TaskState> STATES =
      List.of(new TaskState(7, TaskStatus.ACTIVE, 1, RunStatus.RUNNING));
  static final List<TaskDependencies> DEPENDENCIES = List.of(new TaskDependencies(7, IDS));
  static final Worker WORKER = new Worker(
      NAME, "host", "127.0.0.1", TypeSet.ALL, 4, 1, WorkerStatus.ALIVE, INSTANT, INSTANT);
  static final List<Worker> WORKERS = List.of(WORKER);
  static final Optional<Worker> SOME_WORKER = Optional.of(WORKER);
  static final Page<Worker> PAGE_OF_WORKERS = Page.of(PageRequest.first(), WORKERS, 1);
  static final List<WorkerLoad> LOADS = List.of(new WorkerLoad(NAME, WorkerStatus.ALIVE, 4, 0, 1));
  static final List<WorkerState> WORKER_STATES =
      List.of(new WorkerState(NAME, WorkerStatus.ALIVE, INSTANT));

  private Fixtures() {}

  /** The same array every time; nobody changes it. */
  public static long[] runIds() {
    return RUN_IDS;
  }

  /** The same array every time; nobody changes it. */
  public static int[] attempts() {
    return ATTEMPTS;
  }

  private static <T> List<T> list(T one) {
    List<T> list = new ArrayList<>();
    list.add(one);
    return list;
  }
}
