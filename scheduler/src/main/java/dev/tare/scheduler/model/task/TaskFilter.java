package dev.tare.scheduler.model.task;

import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list shows; what is absent restricts nothing.
 *
 * @param status only tasks in this status
 * @param taskType only tasks of this type
 * @param namePattern only tasks of such a name: {@code *} stands for any characters, every other
 *     character for itself, capitals told from small letters
 */
public record TaskFilter(
    @Nullable TaskStatus status,
    @Nullable String taskType,
    @Nullable String namePattern) {
  /** Every task. */
  public static final TaskFilter ANY = new TaskFilter(null, null, null);

  /**
   * Throws {@link dev.tare.scheduler.error.ValidationException} for a type or a pattern that no
   * task can match.
   */
  public TaskFilter {
    if (taskType != null) {
      TaskRules.checkText("taskType", taskType, TaskRules.TYPE_CHARS);
    }
    if (namePattern != null) {
      TaskRules.checkText("name pattern", namePattern, TaskRules.NAME_CHARS);
    }
  }
}
