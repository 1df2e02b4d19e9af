package dev.tare.scheduler.store.jdbc.worker;

import dev.tare.scheduler.store.Stores;
import dev.tare.scheduler.store.WorkerRepositoryContract;
import dev.tare.scheduler.store.jdbc.JdbcStores;
import dev.tare.scheduler.store.jdbc.OverAContainer;
import dev.tare.scheduler.store.jdbc.OverEachDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.Parameter;

/** The contract over both dialects, three ways to get a database, and both kinds of sessions. */
class JdbcWorkerRepositoryTest {

  @Nested
  @OverEachDatabase
  class Each extends Over {}

  @Nested
  @OverAContainer
  class Container extends Over {}

  abstract static class Over extends WorkerRepositoryContract {
    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private JdbcStores over;

    @Override
    protected Stores emptyStores() {
      return over.empty();
    }
  }
}
