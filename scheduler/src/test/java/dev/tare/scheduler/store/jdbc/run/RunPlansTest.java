package dev.tare.scheduler.store.jdbc.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Sql;
import dev.tare.scheduler.store.jdbc.Lists;
import dev.tare.scheduler.store.jdbc.QueryPlans;
import dev.tare.scheduler.store.jdbc.Table.Binding;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How both databases find the runs that a statement is about. What waits, what workers hold and
 * what belongs to a task they find by an index. The history of all tasks is in an index of SQLite,
 * and read as a whole in PostgreSQL, once: an index of it would have every completion pay.
 */
class RunPlansTest {
  private static final String KEY = "(INTEGER PRIMARY KEY|task_run_pkey)";
  private static final String OF_TASK = "task_run_of_task";
  private static final String WAITING = "(task_run_pending|task_run_pkey)";
  private static final String HELD = "(task_run_active|task_run_pkey)";
  private static final String HELD_OF_TASK = "(task_run_active|task_run_pkey|task_run_of_task)";

  @ParameterizedTest
  @CsvSource({"sqlite,SQLITE", "embedded,POSTGRESQL"})
  void statements_findTheirRunsByAnIndex_orReadHistoryOnce(String specification, Dialect dialect)
      throws SQLException {
    RunReadSql reads = RunReadSql.of(dialect);
    RunSql one = RunSql.of(dialect);
    Lists lists = Lists.of(dialect);
    try (QueryPlans plans = QueryPlans.over(specification, 40)) {
      find(plans, KEY, one.byId, s -> numbers(s, 1, 7));
      find(plans, KEY, one.updateStatus(RunStatus.PENDING), s -> numbers(s, 1, 7));
      find(plans, KEY, one.updateStatus(RunStatus.RUNNING), s -> numbers(text(s, 1), 2, 1, 7));
      find(plans, KEY, one.updateStatus(RunStatus.CANCELLED), s -> numbers(s, 1, 1, 7));
      find(plans, OF_TASK, reads.byTask, s -> numbers(s, 1, 7, 20, 0));
      find(plans, OF_TASK, reads.countByTask, s -> numbers(s, 1, 7));
      find(plans, OF_TASK, reads.statsOfTask, s -> numbers(s, 1, 7, 39_000));
      find(plans, WAITING, reads.pending, s -> numbers(s, 1, 20, 0));
      find(plans, HELD, reads.running, s -> numbers(s, 1, 20));
      find(plans, HELD_OF_TASK, reads.hasRunning, s -> numbers(s, 1, 7));
      find(plans, HELD_OF_TASK, reads.withRunning, s -> lists.bind(s, 1, Ids.of(7, 8, 9)));
      find(plans, HELD, reads.timedOut, s -> numbers(s, 1, 50_000, 20));
      for (RunStatus status : RunStatus.values()) {
        if (!status.isFinished()) {
          String index = status == RunStatus.PENDING ? WAITING : HELD;
          find(plans, index, reads.byStatus(status), s -> numbers(s, 1, 20, 0));
          find(plans, index, reads.countByStatus(status), s -> {});
        }
      }
      RunReturns.Statements returns = RunReturns.statements(dialect);
      find(plans, HELD, returns.requeue, s -> text(s, 1));
      find(plans, HELD, returns.requeueExcept, s -> {
        text(s, 1);
        if (plans.areOfSqlite()) {
          s.setString(2, "[\"39950:1\"]");
        } else {
          s.setObject(2, new long[] {39_950});
          s.setObject(3, new int[] {1});
        }
      });
      find(plans, HELD, returns.lost, s -> numbers(s, 1, 1, 5, 20));
      find(plans, HELD, returns.requeueLost, s -> numbers(s, 1, 5));
      find(plans, HELD, returns.recoverDispatched, s -> numbers(s, 1, 39_950));
      history(plans, reads, dialect);
    }
  }

  private static void history(QueryPlans plans, RunReadSql reads, Dialect dialect)
      throws SQLException {
    look(plans, "task_run_of_worker", reads.byWorker, s -> numbers(text(text(s, 1), 2), 3, 20, 0));
    look(plans, "task_run_of_worker", reads.countByWorker, s -> text(text(s, 1), 2));
    look(plans, "task_run_finished", reads.stats, s -> numbers(s, 1, 39_000));
    for (RunStatus status : RunStatus.values()) {
      if (status.isFinished()) {
        look(plans, "task_run_finished", reads.byStatus(status), s -> numbers(s, 1, 20, 0));
        look(plans, "task_run_finished", reads.countByStatus(status), s -> {});
      }
    }
    Sql cleanup = RunReturns.statements(dialect).cleanup;
    look(plans, "task_run_finished", cleanup, s -> numbers(s, 1, 900, 100));
  }

  private static void find(QueryPlans plans, String index, Sql sql, Binding binding)
      throws SQLException {
    assertThat(plans.of(sql, binding))
        .containsPattern(index)
        .doesNotContainPattern(QueryPlans.WHOLE_TABLE);
  }

  private static void look(QueryPlans plans, String index, Sql sql, Binding binding)
      throws SQLException {
    if (plans.areOfSqlite()) {
      find(plans, index, sql, binding);
    } else {
      assertThat(plans.of(sql, binding).split("Seq Scan on task_run", -1))
          .as("parts between scans")
          .hasSize(2);
    }
  }

  private static PreparedStatement text(PreparedStatement statement, int index)
      throws SQLException {
    statement.setString(index, "worker-7");
    return statement;
  }

  private static void numbers(PreparedStatement statement, int index, long... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setLong(index + i, values[i]);
    }
  }
}
