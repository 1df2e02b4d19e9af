package dev.tare.benchmarks.api.dto;

import dev.tare.scheduler.model.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A page of a list. */
public record PageDto<T>(List<T> items, long total, int page, int pageSize, long totalPages) {

  /** The page of a whole list that was asked for. */
  public static <T> PageDto<T> of(List<T> all, PageRequest request) {
    int from = (int) Math.min(request.offset(), all.size());
    int to = Math.min(from + request.size(), all.size());
    return new PageDto<>(
        new ArrayList<>(all.subList(from, to)),
        all.size(),
        request.page(),
        request.size(),
        (all.size() + request.size() - 1L) / request.size());
  }

  /** The same page of what the items become. */
  public <R> PageDto<R> map(Function<? super T, ? extends R> mapping) {
    List<R> mapped = items.stream().<R>map(mapping).collect(Collectors.toList());
    return new PageDto<>(mapped, total, page, pageSize, totalPages);
  }
}
