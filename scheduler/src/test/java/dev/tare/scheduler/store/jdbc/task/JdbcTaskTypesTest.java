package dev.tare.scheduler.store.jdbc.task;

import dev.tare.scheduler.store.TaskTypes;
import dev.tare.scheduler.store.TaskTypesContract;
import dev.tare.scheduler.store.jdbc.JdbcStores;
import dev.tare.scheduler.store.jdbc.OverAContainer;
import dev.tare.scheduler.store.jdbc.OverEachDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.Parameter;

/** The contract over both dialects, three ways to get a database, and both kinds of sessions. */
class JdbcTaskTypesTest {

  @Nested
  @OverEachDatabase
  class Each extends Over {}

  @Nested
  @OverAContainer
  class Container extends Over {}

  abstract static class Over extends TaskTypesContract {
    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private JdbcStores over;

    @Override
    protected TaskTypes emptyTypes() {
      return over.empty().types();
    }

    @Override
    protected TaskTypes anotherNodesTypes() {
      return over.stores().types();
    }
  }
}
