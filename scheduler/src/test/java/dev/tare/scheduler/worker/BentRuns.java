package dev.tare.scheduler.worker;

import dev.tare.scheduler.error.StorageException;
import dev.tare.scheduler.store.TaskRunRepository;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A store whose calls can be made to fail, before they reach the database or after it did them. */
final class BentRuns {
  private final Map<String, AtomicInteger> lost = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> undone = new ConcurrentHashMap<>();

  /** The next calls of this method do what they do, and fail: the answer is lost. */
  void loseAnswers(String method, int count) {
    lost.put(method, new AtomicInteger(count));
  }

  /** The next calls of this method do nothing but fail. */
  void fail(String method, int count) {
    undone.put(method, new AtomicInteger(count));
  }

  TaskRunRepository over(TaskRunRepository runs) {
    return (TaskRunRepository) Proxy.newProxyInstance(
        TaskRunRepository.class.getClassLoader(),
        new Class<?>[] {TaskRunRepository.class},
        (self, method, args) -> {
          failIf(undone, method.getName());
          try {
            Object answer = method.invoke(runs, args);
            failIf(lost, method.getName());
            return answer;
          } catch (InvocationTargetException e) {
            throw e.getTargetException();
          }
        });
  }

  private static void failIf(Map<String, AtomicInteger> failures, String method) {
    AtomicInteger toCome = failures.get(method);
    if (toCome != null && toCome.getAndDecrement() > 0) {
      throw new StorageException("the connection was lost", true, new SQLException("", "08006"));
    }
  }
}
