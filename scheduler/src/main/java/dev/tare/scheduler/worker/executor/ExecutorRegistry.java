package dev.tare.scheduler.worker.executor;

import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.ValidationException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which executor serves which task type. Safe to use from any thread: a look-up reads one
 * unmodifiable map.
 *
 * <p>A type that is not registered is not executed here; that is how shell tasks stay off until
 * somebody registers {@link dev.tare.scheduler.worker.executor.shell.ShellExecutor}.
 */
public final class ExecutorRegistry {
  private static final int MOST_NAME_CHARS = 100;
  private static final int MOST_TYPES = 1000;

  private volatile Map<String, TaskExecutor> byType = Map.of();
  private volatile int version;

  /** Serves no type. */
  public ExecutorRegistry() {}

  /**
   * Serves a task type with an executor, such as a lambda of the embedding program.
   *
   * @throws ConflictException if the type is served already
   * @throws ValidationException if the type's name is empty or too long
   */
  public synchronized void register(String taskType, TaskExecutor executor) {
    if (taskType.isBlank() || taskType.length() > MOST_NAME_CHARS) {
      throw new ValidationException("task type \"" + shown(taskType) + "\" has " + taskType.length()
          + " characters: use 1 to " + MOST_NAME_CHARS + ", not all blank");
    }
    if (byType.containsKey(taskType)) {
      throw new ConflictException("task type \"" + taskType + "\" has an executor already");
    }
    if (byType.size() == MOST_TYPES) {
      throw new ValidationException(
          "there are " + MOST_TYPES + " task types, the most there may be");
    }
    Map<String, TaskExecutor> extended = new HashMap<>(byType);
    extended.put(taskType, executor);
    byType = Map.copyOf(extended);
    version = byType.size();
  }

  /** The executor of a type; null if it is not served here. */
  public @Nullable TaskExecutor executorOf(String taskType) {
    return byType.get(taskType);
  }

  /** Another number whenever types have been registered since the last call. */
  public int version() {
    return version;
  }

  /** The types that are served now. Unmodifiable, and stays as it is when more are registered. */
  public Set<String> types() {
    return byType.keySet();
  }

  private static String shown(String name) {
    return name.length() <= MOST_NAME_CHARS ? name : name.substring(0, MOST_NAME_CHARS) + "…";
  }
}
