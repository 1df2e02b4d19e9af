package dev.tare.benchmarks.run;

import com.zaxxer.hikari.HikariDataSource;
import dev.tare.scheduler.store.RunExchangeContract;
import dev.tare.scheduler.store.RunQueue;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.store.connection.PooledSessions;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskTypes;
import dev.tare.scheduler.testkit.Database;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The copying twin ends runs, and tries them again, as the code that ships does. */
class CopyingRunExchangeTest {

  abstract static class Over extends RunExchangeContract {
    private final String specification;
    private final List<HikariDataSource> pools = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // before each test
    private Database database;

    Over(String specification) {
      this.specification = specification;
    }

    @Override
    protected RunQueue emptyRepository() {
      database = Database.of(specification).empty();
      HikariDataSource pool = DataSources.pooled(database.url(), 4);
      pools.add(pool);
      return new CopyingTaskRunRepository(pool, database.dialect());
    }

    @Override
    protected TaskRepository tasks() {
      PooledSessions sessions = new PooledSessions(pools.get(0));
      return new JdbcTaskRepository(sessions, database.dialect(), new JdbcTaskTypes(sessions));
    }

    @AfterEach
    void close() {
      pools.forEach(HikariDataSource::close);
    }
  }

  @Nested
  class OverSqlite extends Over {
    OverSqlite() {
      super("sqlite");
    }
  }

  @Nested
  class OverPostgres extends Over {
    OverPostgres() {
      super("embedded");
    }
  }
}
