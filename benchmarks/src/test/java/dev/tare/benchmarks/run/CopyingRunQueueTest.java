package dev.tare.benchmarks.run;

import dev.tare.benchmarks.store.CopyingStores;
import dev.tare.benchmarks.store.OverAContainer;
import dev.tare.benchmarks.store.OverBothDialects;
import dev.tare.scheduler.store.RunChoiceContract;
import dev.tare.scheduler.store.RunExchangeContract;
import dev.tare.scheduler.store.RunHistoryContract;
import dev.tare.scheduler.store.RunQueue;
import dev.tare.scheduler.store.RunQueueContract;
import dev.tare.scheduler.store.TaskRepository;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.Parameter;

/** The copying runs keep the contracts of the queue that ships. */
class CopyingRunQueueTest {
  @Nested
  @OverBothDialects
  class Queue extends OverQueue {}

  @Nested
  @OverAContainer
  class ContainerQueue extends OverQueue {}

  abstract static class OverQueue extends RunQueueContract {
    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private CopyingStores over;

    @Override
    protected RunQueue emptyRepository() {
      return over.empty().runs();
    }
  }

  @Nested
  @OverBothDialects
  class Exchange extends OverExchange {}

  @Nested
  @OverAContainer
  class ContainerExchange extends OverExchange {}

  abstract static class OverExchange extends RunExchangeContract {
    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private CopyingStores over;

    @Override
    protected RunQueue emptyRepository() {
      return over.empty().runs();
    }

    @Override
    protected TaskRepository tasks() {
      return over.stores().tasks();
    }
  }

  @Nested
  @OverBothDialects
  class Choice extends OverChoice {}

  @Nested
  @OverAContainer
  class ContainerChoice extends OverChoice {}

  abstract static class OverChoice extends RunChoiceContract {
    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private CopyingStores over;

    @Override
    protected RunQueue emptyRepository() {
      return over.empty().runs();
    }
  }

  @Nested
  @OverBothDialects
  class History extends OverHistory {}

  @Nested
  @OverAContainer
  class ContainerHistory extends OverHistory {}

  abstract static class OverHistory extends RunHistoryContract {
    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private CopyingStores over;

    @Override
    protected RunQueue emptyRepository() {
      return over.empty().runs();
    }
  }
}
