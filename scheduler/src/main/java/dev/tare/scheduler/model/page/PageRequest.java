package dev.tare.scheduler.model.page;

import dev.tare.scheduler.error.ValidationException;

/**
 * Which part of a list is asked for.
 *
 * @param page 1 and up
 * @param size rows a page, 1–100
 */
public record PageRequest(int page, int size) {
  /** The rows of a page unless asked otherwise. */
  public static final int DEFAULT_SIZE = 20;

  /** The most rows of a page. */
  public static final int MAX_SIZE = 100;

  private static final PageRequest FIRST = new PageRequest(1, DEFAULT_SIZE);

  /** Throws {@link ValidationException} for a page or a size that can not be. */
  public PageRequest {
    if (page < 1) {
      throw new ValidationException("page is " + page + ": the first page is 1");
    }
    if (size < 1 || size > MAX_SIZE) {
      throw new ValidationException("size is " + size + ": a page has 1 to " + MAX_SIZE + " rows");
    }
  }

  /** The first page, of the default size. */
  public static PageRequest first() {
    return FIRST;
  }

  /** How many rows come before it. */
  public long offset() {
    return (page - 1L) * size;
  }
}
