package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.store.RunExchangeContract;
import dev.tare.scheduler.store.RunQueue;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.jdbc.JdbcStores;
import dev.tare.scheduler.store.jdbc.OverAContainer;
import dev.tare.scheduler.store.jdbc.OverEachDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.Parameter;

/** The contract over both dialects, three ways to get a database, and both kinds of sessions. */
class JdbcRunExchangeTest {

  @Nested
  @OverEachDatabase
  class Each extends Over {}

  @Nested
  @OverAContainer
  class Container extends Over {}

  abstract static class Over extends RunExchangeContract {
    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private JdbcStores over;

    @Override
    protected RunQueue emptyRepository() {
      return over.empty().runs();
    }

    @Override
    protected TaskRepository tasks() {
      return over.stores().tasks();
    }
  }
}
