package dev.tare.scheduler.dispatch;

import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.WorkerRepository;
import dev.tare.scheduler.store.connection.PinnedSessions;
import dev.tare.scheduler.store.jdbc.run.JdbcTaskRunRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskTypes;
import dev.tare.scheduler.store.jdbc.worker.JdbcWorkerRepository;
import dev.tare.scheduler.testkit.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One process of several on a database: the shipped repositories over a connection of its own. */
final class Node implements AutoCloseable {
  final CountedConnections connections;
  final TaskRepository tasks;
  final TaskRunRepository runs;
  final WorkerRepository workers;
  private final PinnedSessions sessions;

  Node(Database database) {
    this(database, "");
  }

  /** What is to be executed on each connection first. */
  Node(Database database, String setting) {
    connections = new CountedConnections(database, setting);
    sessions = new PinnedSessions(connections);
    tasks = new JdbcTaskRepository(sessions, database.dialect(), new JdbcTaskTypes(sessions));
    runs = new JdbcTaskRunRepository(sessions, database.dialect());
    workers = new JdbcWorkerRepository(sessions, database.dialect());
  }

  static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  Dispatcher dispatcher() {
    return dispatcher(DispatchSettings.DEFAULT);
  }

  Dispatcher dispatcher(DispatchSettings settings) {
    return dispatcher(settings, CronCache.utc());
  }

  Dispatcher dispatcher(DispatchSettings settings, CronCache crons) {
    return new Dispatcher(tasks, runs, workers, crons, settings, Clock.systemUTC(), () -> {});
  }

  /** A task that is due at an instant first. */
  Task create(NewTask.Builder task, long dueAt) {
    return tasks.create(task.build(), dueAt, dueAt - 1000);
  }

  static NewTask.Builder task(String name, String schedule) {
    return NewTask.builder(name, "echo").schedule(schedule);
  }

  /** Claims what is pending and ends it; how many runs. */
  int completeAll(RunStatus status, long now) {
    List<ClaimedRun> claimed = runs.claim("w", TypeSet.ALL, 10_000, now);
    List<Completion> ends = new ArrayList<>();
    for (ClaimedRun run : claimed) {
      ends.add(new Completion(run.id(), run.attempt(), status, now, null, null));
    }
    return runs.complete(ends);
  }

  /** A task's runs, the first made first. */
  List<TaskRun> runsOf(Task task) {
    List<TaskRun> all =
        new ArrayList<>(runs.byTask(task.id(), new PageRequest(1, 100)).items());
    all.sort(Comparator.comparingLong(TaskRun::id));
    return all;
  }

  /** The instants for which a task has runs, the first made first. */
  List<Instant> instantsOf(Task task) {
    return runsOf(task).stream()
        .map(run -> Instant.ofEpochMilli(run.scheduledAt()))
        .toList();
  }

  Instant nextOf(Task task) {
    return Instant.ofEpochMilli(tasks.byId(task.id()).orElseThrow().nextDueAt());
  }

  @Override
  public void close() {
    sessions.close();
  }
}
