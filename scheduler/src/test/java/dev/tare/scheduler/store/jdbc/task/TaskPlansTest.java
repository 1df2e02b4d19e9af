package dev.tare.scheduler.store.jdbc.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Sql;
import dev.tare.scheduler.store.jdbc.Lists;
import dev.tare.scheduler.store.jdbc.QueryPlans;
import dev.tare.scheduler.store.jdbc.Table.Binding;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dispatcher asks goes through the index that was made for it, in both databases. */
class TaskPlansTest {

  @ParameterizedTest
  @CsvSource({"sqlite,SQLITE", "embedded,POSTGRESQL"})
  void statements_useTheirIndexes(String specification, Dialect dialect) throws SQLException {
    TaskSql sql = TaskSql.of(dialect);
    Lists lists = Lists.of(dialect);
    Ids some = Ids.of(49, 99, 149);
    try (QueryPlans plans = QueryPlans.over(specification, 40)) {
      uses(plans, "task_due", sql.schedulable, s -> {
        s.setLong(1, 1_000_100);
        s.setInt(2, 10);
      });
      uses(plans, "task_due", sql.earliestDue, s -> {});
      uses(plans, "task_dependent", sql.dependencies, s -> {});
      uses(plans, "name", sql.byName, s -> s.setString(1, "task-7"));
      uses(plans, "task_run_of_task", sql.met, s -> s.setLong(1, 49));
      uses(plans, "task_run_of_task", sql.metOf, s -> lists.bind(s, 1, some));
      uses(plans, "task_run_of_task", sql.overlapping, s -> lists.bind(s, 1, some));
      String held = dialect == Dialect.SQLITE ? "task_run_active" : "task_run_pkey";
      uses(plans, held, sql.overlapping, s -> lists.bind(s, 1, some));
      String waiting = dialect == Dialect.SQLITE ? "task_run_pending" : "run_queue";
      uses(plans, waiting, sql.overlapping, s -> lists.bind(s, 1, some));
      uses(plans, "task_run_of_task", sql.batchStatus, s -> lists.bind(s, 1, some));
      if (dialect == Dialect.SQLITE) { // PostgreSQL may read the tasks once for all steps
        uses(plans, "PRIMARY KEY", sql.reaches, s -> {
          s.setString(1, some.toString());
          s.setLong(2, 7);
        });
      }
    }
  }

  private static void uses(QueryPlans plans, String index, Sql sql, Binding binding)
      throws SQLException {
    assertThat(plans.of(sql, binding))
        .contains(index)
        .doesNotContainPattern(QueryPlans.WHOLE_TABLE);
  }
}
