package dev.tare.benchmarks.worker;

import dev.tare.benchmarks.store.CopyingIdText;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.model.worker.Worker;
import dev.tare.scheduler.model.worker.WorkerState;
import dev.tare.scheduler.model.worker.WorkerStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A worker as the copying repository keeps it: every column, immutable. */
record WorkerEntity(
    String id,
    String hostname,
    String ip,
    Optional<List<Long>> types,
    int maxConcurrent,
    int running,
    WorkerStatus status,
    Instant lastHeartbeat,
    Instant registeredAt) {

  /** Takes a copy of the list, unless it can not change. */
  WorkerEntity {
    types = types.map(List::copyOf);
  }

  static WorkerEntity read(ResultSet row) throws SQLException {
    return new WorkerEntity(
        row.getString("id"),
        row.getString("hostname"),
        row.getString("ip"),
        Optional.ofNullable(row.getString("types")).map(CopyingIdText::parse),
        row.getInt("max_concurrent"),
        row.getInt("running"),
        WorkerStatus.ofCode(row.getInt("status")),
        Instant.ofEpochMilli(row.getLong("last_heartbeat")),
        Instant.ofEpochMilli(row.getLong("registered_at")));
  }

  /** A worker that has just registered. */
  static WorkerEntity registered(NewWorker worker, Instant now) {
    return new WorkerEntity(
        worker.id(),
        worker.hostname(),
        worker.ip(),
        types(worker.types()),
        worker.maxConcurrent(),
        0,
        WorkerStatus.ALIVE,
        now,
        now);
  }

  /** A copy that says of itself what the worker says now. */
  WorkerEntity withDescription(NewWorker worker) {
    return new WorkerEntity(
        id,
        worker.hostname(),
        worker.ip(),
        types(worker.types()),
        worker.maxConcurrent(),
        running,
        status,
        lastHeartbeat,
        registeredAt);
  }

  /** A copy that has been heard. */
  WorkerEntity heard(int newRunning, Instant at) {
    return new WorkerEntity(
        id, hostname, ip, types, maxConcurrent, newRunning, WorkerStatus.ALIVE, at, registeredAt);
  }

  /** A copy in another status. */
  WorkerEntity withStatus(WorkerStatus newStatus) {
    return new WorkerEntity(
        id, hostname, ip, types, maxConcurrent, running, newStatus, lastHeartbeat, registeredAt);
  }

  boolean supports(int typeId) {
    return types.map(ids -> ids.contains((long) typeId)).orElse(true);
  }

  /** The column of the types; absent if it takes all. */
  @Nullable
  String typesColumn() {
    return types.map(CopyingIdText::format).orElse(null);
  }

  Worker toWorker() {
    return new Worker(
        id,
        hostname,
        ip,
        types
            .map(ids -> TypeSet.of(ids.stream().mapToInt(Long::intValue).toArray()))
            .orElse(TypeSet.ALL),
        maxConcurrent,
        running,
        status,
        lastHeartbeat.toEpochMilli(),
        registeredAt.toEpochMilli());
  }

  WorkerState toState() {
    return new WorkerState(id, status, lastHeartbeat.toEpochMilli());
  }

  private static Optional<List<Long>> types(TypeSet types) {
    return types.isAll()
        ? Optional.empty()
        : Optional.of(Arrays.stream(types.ids()).asLongStream().boxed().toList());
  }
}
