package dev.tare.scheduler.listener;

import dev.tare.scheduler.error.StorageException;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.store.RunQueue;
import dev.tare.scheduler.store.WorkerRepository;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** A store that records what is completed, and fails as it is told. */
public final class RecordedRuns {
  public final List<List<Completion>> batches = Collections.synchronizedList(new ArrayList<>());
  public volatile int failuresToCome;
  public volatile Predicate<Completion> refused = completion -> false;

  public RunQueue port() {
    return proxy(RunQueue.class, (method, args) -> {
      if (!method.equals("complete")) {
        throw new UnsupportedOperationException(method);
      }
      @SuppressWarnings("unchecked") // it is complete's only parameter
      List<Completion> batch = (List<Completion>) args[0];
      return complete(batch);
    });
  }

  private synchronized int complete(List<Completion> batch) {
    if (failuresToCome > 0) {
      failuresToCome--;
      throw new StorageException("the database is away", true, new SQLException("away"));
    }
    if (batch.stream().anyMatch(refused)) {
      throw new StorageException("the database refuses", false, new SQLException("refused"));
    }
    batches.add(List.copyOf(batch));
    return batch.size();
  }

  public List<Long> runIds() {
    synchronized (batches) {
      return batches.stream().flatMap(List::stream).map(Completion::runId).toList();
    }
  }

  public static WorkerRepository workers(List<Object> heartbeats) {
    return proxy(WorkerRepository.class, (method, args) -> {
      if (!method.equals("heartbeats")) {
        throw new UnsupportedOperationException(method);
      }
      List<?> batch = (List<?>) args[0];
      heartbeats.addAll(batch);
      return batch.size();
    });
  }

  private interface Call {
    Object answer(String method, Object[] args);
  }

  private static <T> T proxy(Class<T> port, Call call) {
    return port.cast(Proxy.newProxyInstance(
        port.getClassLoader(),
        new Class<?>[] {port},
        (self, method, args) -> call.answer(method.getName(), args)));
  }
}
