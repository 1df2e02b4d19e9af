package dev.tare.scheduler.model.page;

import java.util.List;

/**
 * A part of a list.
 *
 * @param items the rows of this page; not to be changed
 * @param total rows of all pages
 * @param page 1 and up
 * @param pageSize the most rows of a page
 */
public record Page<T>(List<T> items, long total, int page, int pageSize) {

  /** The page that was asked for. */
  public static <T> Page<T> of(PageRequest request, List<T> items, long total) {
    return new Page<>(items, total, request.page(), request.size());
  }

  /** How many pages there are; 0 if there are no rows. */
  public long totalPages() {
    return (total + pageSize - 1) / pageSize;
  }
}
