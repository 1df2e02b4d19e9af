package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.store.RunHistoryContract;
import dev.tare.scheduler.store.RunQueue;
import dev.tare.scheduler.store.jdbc.JdbcStores;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract over both dialects, and three ways to get a database. */
class JdbcRunHistoryTest {

  abstract static class Over extends RunHistoryContract {
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
  class EmbeddedPostgresPinned extends Over {
    EmbeddedPostgresPinned() {
      super(() -> JdbcStores.pinned("embedded"));
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
