package dev.tare.scheduler.api.route;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.tare.scheduler.api.json.JsonOutput;
import dev.tare.scheduler.model.page.Page;
import java.io.IOException;
import java.util.List;

/** Answers with a page of a list: {@code {items, total, page, pageSize, totalPages}}. */
public final class Pages {
  private static final SerializedString ITEMS = JsonOutput.name("items");
  private static final SerializedString TOTAL = JsonOutput.name("total");
  private static final SerializedString PAGE = JsonOutput.name("page");
  private static final SerializedString PAGE_SIZE = JsonOutput.name("pageSize");
  private static final SerializedString TOTAL_PAGES = JsonOutput.name("totalPages");

  private Pages() {}

  /**
   * Writes one row as an object.
   *
   * @param <T> what a row is
   */
  @FunctionalInterface
  public interface RowWriter<T> {
    /** Writes the whole object. */
    void write(T row, JsonOutput json) throws IOException;
  }

  /** Answers with a page, row after row. */
  public static <T> void answer(Exchange exchange, Page<T> page, RowWriter<T> writer)
      throws IOException {
    JsonOutput json = exchange.json(200).object().array(ITEMS);
    List<T> rows = page.items();
    for (int i = 0; i < rows.size(); i++) {
      writer.write(rows.get(i), json);
    }
    json.endArray()
        .number(TOTAL, page.total())
        .number(PAGE, page.page())
        .number(PAGE_SIZE, page.pageSize())
        .number(TOTAL_PAGES, page.totalPages())
        .endObject();
  }
}
