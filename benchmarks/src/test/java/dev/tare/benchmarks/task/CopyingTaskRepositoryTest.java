package dev.tare.benchmarks.task;

import dev.tare.benchmarks.store.CopyingStores;
import dev.tare.benchmarks.store.OverAContainer;
import dev.tare.benchmarks.store.OverBothDialects;
import dev.tare.scheduler.store.Stores;
import dev.tare.scheduler.store.TaskDispatchContract;
import dev.tare.scheduler.store.TaskRepositoryContract;
import dev.tare.scheduler.store.TaskTypes;
import dev.tare.scheduler.store.TaskTypesContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.Parameter;

/** The copying tasks keep the contracts of those that ship. */
class CopyingTaskRepositoryTest {
  @Nested
  @OverBothDialects
  class Definitions extends OverDefinitions {}

  @Nested
  @OverAContainer
  class ContainerDefinitions extends OverDefinitions {}

  abstract static class OverDefinitions extends TaskRepositoryContract {
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
  class Dispatch extends OverDispatch {}

  @Nested
  @OverAContainer
  class ContainerDispatch extends OverDispatch {}

  abstract static class OverDispatch extends TaskDispatchContract {
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
  class Types extends OverTypes {}

  @Nested
  @OverAContainer
  class ContainerTypes extends OverTypes {}

  abstract static class OverTypes extends TaskTypesContract {
    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private CopyingStores over;

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
