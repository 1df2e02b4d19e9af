package dev.tare.benchmarks.run;

import com.zaxxer.hikari.HikariDataSource;
import dev.tare.scheduler.store.RunQueue;
import dev.tare.scheduler.store.RunQueueContract;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.testkit.Database;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The copying twin keeps the same contract as the code that ships. */
class CopyingTaskRunRepositoryTest {

  abstract static class Over extends RunQueueContract {
    private final String specification;
    private final List<HikariDataSource> pools = new ArrayList<>();

    Over(String specification) {
      this.specification = specification;
    }

    @Override
    protected RunQueue emptyRepository() {
      Database database = Database.of(specification).empty();
      HikariDataSource pool = DataSources.pooled(database.url(), 4);
      pools.add(pool);
      return new CopyingTaskRunRepository(pool, database.dialect());
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
