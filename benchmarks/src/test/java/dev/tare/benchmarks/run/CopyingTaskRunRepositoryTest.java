package dev.tare.benchmarks.run;

import dev.tare.benchmarks.store.CopyingStores;
import dev.tare.benchmarks.store.OverAContainer;
import dev.tare.benchmarks.store.OverBothDialects;
import dev.tare.scheduler.store.RunQueriesContract;
import dev.tare.scheduler.store.RunRecoveryContract;
import dev.tare.scheduler.store.Stores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.Parameter;

/** The copying runs answer and recover as the code that ships. */
class CopyingTaskRunRepositoryTest {
  @Nested
  @OverBothDialects
  class Queries extends OverQueries {}

  @Nested
  @OverAContainer
  class ContainerQueries extends OverQueries {}

  abstract static class OverQueries extends RunQueriesContract {
    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private CopyingStores over;

    @Override
    protected Stores emptyStores() {
      return over.empty();
    }
  }

  @Nested
  @OverBothDialects
  class Recovery extends OverRecovery {}

  @Nested
  @OverAContainer
  class ContainerRecovery extends OverRecovery {}

  abstract static class OverRecovery extends RunRecoveryContract {
    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private CopyingStores over;

    @Override
    protected Stores emptyStores() {
      return over.empty();
    }
  }
}
