package dev.tare.benchmarks.api.stored;

import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Pages of a list: composed when first asked for, the same instance ever after. */
final class Answers<K, T> {
  private final List<T> rows;
  private final BiPredicate<K, T> shows;
  private final List<Answer<K, T>> known = new ArrayList<>();
  private long rowsRead;

  private record Answer<K, T>(K key, PageRequest request, Page<T> page) {}

  /** Of these rows, of which a key shows those that the predicate lets through. */
  Answers(List<T> rows, BiPredicate<K, T> shows) {
    this.rows = rows;
    this.shows = shows;
  }

  Page<T> page(K key, PageRequest request) {
    Page<T> page = find(key, request);
    if (page == null) {
      List<T> all = rows.stream().filter(row -> shows.test(key, row)).toList();
      List<T> items = all.stream().skip(request.offset()).limit(request.size()).toList();
      page = Page.of(request, items, all.size());
      known.add(new Answer<>(key, request, page));
    }
    rowsRead += page.items().size();
    return page;
  }

  private @Nullable Page<T> find(K key, PageRequest request) {
    for (int i = 0; i < known.size(); i++) {
      Answer<K, T> each = known.get(i);
      if (each.key.equals(key) && each.request.equals(request)) {
        return each.page;
      }
    }
    return null;
  }

  long rowsRead() {
    return rowsRead;
  }
}
