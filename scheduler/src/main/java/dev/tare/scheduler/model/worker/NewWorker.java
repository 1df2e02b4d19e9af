package dev.tare.scheduler.model.worker;

import dev.tare.scheduler.error.ValidationException;

/**
 * A worker that registers, or changes what it said when it did.
 *
 * @param id unique among all nodes, 1–255 characters
 * @param hostname where it runs, 1–255 characters
 * @param ip its address, 1–45 characters
 * @param types what it can run
 * @param maxConcurrent how many runs at once, 1 or more
 */
public record NewWorker(String id, String hostname, String ip, TypeSet types, int maxConcurrent) {

  /** Throws {@link ValidationException} for a value outside of its range. */
  public NewWorker {
    checkLength("id", id, 255);
    checkLength("hostname", hostname, 255);
    checkLength("ip", ip, 45);
    if (types.isEmpty()) {
      throw new ValidationException("worker " + id + " supports no task type: name one, or all");
    }
    if (maxConcurrent < 1) {
      throw new ValidationException(
          "maxConcurrent of worker " + id + " is " + maxConcurrent + ": it is 1 or more");
    }
  }

  private static void checkLength(String field, String value, int most) {
    if (value.isBlank() || value.length() > most) {
      throw new ValidationException(
          field + " of a worker has " + value.length() + " characters: it has 1 to " + most);
    }
    if (value.indexOf('\0') >= 0) {
      throw new ValidationException(field + " of a worker has a NUL character: leave it out");
    }
  }
}
