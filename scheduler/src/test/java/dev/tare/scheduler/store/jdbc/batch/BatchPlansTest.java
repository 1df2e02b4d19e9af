package dev.tare.scheduler.store.jdbc.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.RetryDelay;
import dev.tare.scheduler.store.connection.Sql;
import dev.tare.scheduler.store.jdbc.Lists;
import dev.tare.scheduler.store.jdbc.QueryPlans;
import dev.tare.scheduler.store.jdbc.Table.Binding;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a worker's loop sends goes through the indexes that were made for it. */
class BatchPlansTest {
  private static final String KEY = "(INTEGER PRIMARY KEY|task_run_pkey)";
  private static final long NOW = 50_000;
  private static final TypeSet TYPES = TypeSet.of(2, 3);
  private static final List<Completion> PLAIN = List.of(
      new Completion(39_921, 1, RunStatus.COMPLETED, NOW, null, null),
      new Completion(39_922, 1, RunStatus.COMPLETED, NOW, null, null));
  private static final List<Completion> ALL = List.of(
      new Completion(39_921, 1, RunStatus.COMPLETED, NOW, null, null),
      new Completion(39_922, 1, RunStatus.FAILED, NOW, null, "as the test wants it"));

  @Test
  void sqlite_findsTheOldestThatWait_andWhatEndsById() throws SQLException {
    try (QueryPlans plans = QueryPlans.over("sqlite", 2_000)) {
      find(plans, "task_run_pending", SqliteRunSql.CLAIM, s -> {
        numbers(text(s, 1), 2, NOW, NOW, 10);
      });
      find(plans, "task_run_pending", SqliteRunSql.CLAIM_TYPES, s -> {
        numbers(text(s, 1), 2, NOW, NOW);
        Lists.SQLITE.bind(s, 4, TYPES);
        s.setInt(5, 10);
      });
      find(plans, KEY, SqliteRunSql.COMPLETE_PLAIN, s -> numbers(s, 1, 3, NOW, 39_921, 1));
      find(plans, KEY, SqliteRunSql.RETRIES, s -> numbers(s, 1, 39_921));
      find(plans, KEY, SqliteRunSql.TRY_AGAIN, s -> numbers(s, 1, NOW, NOW, 39_921));
    }
  }

  @Test
  void postgres_findsTheOldestThatWait_andWhatEndsById() throws SQLException {
    try (QueryPlans plans = QueryPlans.over("embedded", 2_000)) {
      claims(plans, PostgresRunSql.CLAIM, s -> claim(s, 1, TypeSet.ALL));
      claims(plans, PostgresRunSql.CLAIM_TYPES, s -> claim(s, 1, TYPES));
      find(plans, KEY, PostgresRunSql.COMPLETE_PLAIN, s -> CompletionArrays.bind(s, PLAIN, null));
      find(
          plans,
          KEY,
          PostgresRunSql.COMPLETE,
          s -> CompletionArrays.bind(s, ALL, RetryDelay.DOUBLING));
      claims(
          plans,
          PostgresRunSql.EXCHANGE_PLAIN,
          s -> claim(s, CompletionArrays.bind(s, PLAIN, null), TypeSet.ALL));
      claims(
          plans,
          PostgresRunSql.EXCHANGE_ALL_TYPES,
          s -> claim(s, CompletionArrays.bind(s, ALL, RetryDelay.DOUBLING), TYPES));
    }
  }

  private static void claims(QueryPlans plans, Sql sql, Binding binding) throws SQLException {
    find(plans, "run_queue_oldest", sql, binding);
    find(plans, KEY, sql, binding);
  }

  private static void find(QueryPlans plans, String index, Sql sql, Binding binding)
      throws SQLException {
    assertThat(plans.of(sql, binding))
        .containsPattern(index)
        .doesNotContainPattern(QueryPlans.WHOLE_TABLE);
  }

  private static void claim(PreparedStatement claim, int first, TypeSet types) throws SQLException {
    int next = first;
    claim.setLong(next++, NOW);
    if (!types.isAll()) {
      claim.setObject(next++, types.ids());
    }
    claim.setInt(next++, 10);
    claim.setString(next++, "worker-7");
    claim.setLong(next, NOW);
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
