package dev.tare.benchmarks.worker;

import dev.tare.benchmarks.store.CopyingStores;
import dev.tare.benchmarks.store.OverAContainer;
import dev.tare.benchmarks.store.OverBothDialects;
import dev.tare.scheduler.store.Stores;
import dev.tare.scheduler.store.WorkerRepositoryContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.Parameter;

/** The copying workers keep the contract of those that ship. */
class CopyingWorkerRepositoryTest {
  @Nested
  @OverBothDialects
  class Workers extends OverWorkers {}

  @Nested
  @OverAContainer
  class ContainerWorkers extends OverWorkers {}

  abstract static class OverWorkers extends WorkerRepositoryContract {
    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private CopyingStores over;

    @Override
    protected Stores emptyStores() {
      return over.empty();
    }
  }
}
