package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.store.RunExchangeContract;
import dev.tare.scheduler.store.RunQueue;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.jdbc.JdbcStores;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract over both dialects, three ways to get a database, and both kinds of sessions. */
class JdbcRunExchangeTest {

  abstract static class Over extends RunExchangeContract {
    private final Supplier<JdbcStores> opening;

    @SuppressWarnings("NullAway.Init") // before each test
    private JdbcStores opened;

    Over(Supplier<JdbcStores> opening) {
      this.opening = opening;
    }

    @Override
    protected RunQueue emptyRepository() {
      opened = opening.get();
      return opened.stores().runs();
    }

    @Override
    protected TaskRepository tasks() {
      return opened.stores().tasks();
    }

    @AfterEach
    void close() {
      opened.close();
    }
  }

  @Nested
  class SqlitePinned extends Over {
    SqlitePinned() {
      super(() -> JdbcStores.pinned("sqlite"));
    }
  }

  @Nested
  class SqlitePooled extends Over {
    SqlitePooled() {
      super(() -> JdbcStores.pooled("sqlite"));
    }
  }

  @Nested
  class EmbeddedPostgresPinned extends Over {
    EmbeddedPostgresPinned() {
      super(() -> JdbcStores.pinned("embedded"));
    }
  }

  @Nested
  class EmbeddedPostgresPooled extends Over {
    EmbeddedPostgresPooled() {
      super(() -> JdbcStores.pooled("embedded"));
    }
  }

  @Nested
  @Tag("docker")
  class ContainerPostgresPinned extends Over {
    ContainerPostgresPinned() {
      super(() -> JdbcStores.pinned("testcontainers"));
    }
  }
}
