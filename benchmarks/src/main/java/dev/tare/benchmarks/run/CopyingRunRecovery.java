package dev.tare.benchmarks.run;

import static dev.tare.benchmarks.run.CopyingTaskRunRepository.context;

import dev.tare.benchmarks.store.CopyingStatements;
import dev.tare.benchmarks.store.CopyingTransactions;
import dev.tare.benchmarks.store.ErrorContext;
import dev.tare.scheduler.model.ActiveRun;
import dev.tare.scheduler.store.RunRecovery;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Getting runs back, as the copying repository does it: whole entities are read, each is changed as
 * a copy, and written back; what is deleted is read first. {@link CopyingTaskRunRepository} lists
 * the copies.
 */
final class CopyingRunRecovery implements RunRecovery {
  private static final String UNHEARD = " AND NOT EXISTS (SELECT 1 FROM worker AS w"
      + " WHERE w.id = r.worker_id AND w.last_heartbeat >= ?)";
  private static final String SUPERSEDED = "r.status >= 3 AND r.completed_at < ?"
      + " AND EXISTS (SELECT 1 FROM task_run AS l WHERE l.task_id = r.task_id"
      + " AND l.id > r.id AND l.shard_index = r.shard_index) LIMIT ?";

  private final CopyingTransactions transactions;
  private final CopyingRunTable table;

  CopyingRunRecovery(CopyingTransactions transactions, CopyingRunTable table) {
    this.transactions = transactions;
    this.table = table;
  }

  @Override
  public int requeue(String workerId) {
    ErrorContext context = context("requeue").with("workerId", workerId);
    return transactions.write(
        context, statements -> giveBack(statements, heldBy(statements, workerId)));
  }

  @Override
  public int requeueExcept(String workerId, long[] runIds, int[] attempts) {
    ErrorContext context =
        context("requeueExcept").with("workerId", workerId).with("runs", runIds.length);
    Map<Long, Integer> kept = IntStream.range(0, runIds.length)
        .boxed()
        .collect(Collectors.toMap(i -> runIds[i], i -> attempts[i]));
    return transactions.write(context, statements -> {
      List<RunEntity> unknown = heldBy(statements, workerId).stream()
          .filter(run -> !Integer.valueOf(run.attempt()).equals(kept.get(run.id())))
          .toList();
      return giveBack(statements, unknown);
    });
  }

  @Override
  public List<ActiveRun> lost(long heardBefore, int attempt, int limit) {
    ErrorContext context =
        context("lost").with("heardBefore", heardBefore).with("attempt", attempt);
    String condition = table.held() + " AND r.status = 2 AND r.attempt >= ?" + UNHEARD
        + " ORDER BY r.started_at, r.id LIMIT ?";
    return transactions.read(
        context,
        statements -> table.select(statements, condition, attempt, heardBefore, limit).stream()
            .map(RunEntity::toActive)
            .toList());
  }

  @Override
  public int requeueLost(long heardBefore) {
    ErrorContext context = context("requeueLost").with("heardBefore", heardBefore);
    return transactions.write(
        context,
        statements ->
            giveBack(statements, table.lock(statements, table.held() + UNHEARD, heardBefore)));
  }

  @Override
  public int recoverDispatched(long dispatchedBefore) {
    ErrorContext context = context("recoverDispatched").with("dispatchedBefore", dispatchedBefore);
    String condition = table.held() + " AND r.status = 1 AND r.started_at < ?";
    return transactions.write(
        context,
        statements -> giveBack(statements, table.lock(statements, condition, dispatchedBefore)));
  }

  @Override
  public int cleanup(long finishedBefore, int limit) {
    ErrorContext context =
        context("cleanup").with("finishedBefore", finishedBefore).with("limit", limit);
    return transactions.write(context, statements -> {
      List<Long> deleted = new ArrayList<>();
      for (RunEntity run : table.lock(statements, SUPERSEDED, finishedBefore, limit)) {
        statements.update("DELETE FROM task_run WHERE id = ?", run.id());
        deleted.add(run.id());
      }
      return deleted.size();
    });
  }

  private List<RunEntity> heldBy(CopyingStatements statements, String workerId)
      throws SQLException {
    return table.lock(statements, table.held() + " AND r.worker_id = ?", workerId);
  }

  private int giveBack(CopyingStatements statements, List<RunEntity> held) throws SQLException {
    List<Long> returned = new ArrayList<>();
    for (RunEntity run : held) {
      if (table.replace(statements, run, run.returned())) {
        returned.add(run.id());
      }
    }
    return returned.size();
  }
}
