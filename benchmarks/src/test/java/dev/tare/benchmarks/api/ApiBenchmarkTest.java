package dev.tare.benchmarks.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.api.stored.StoredCommands;
import dev.tare.benchmarks.api.stored.StoredRuns;
import dev.tare.benchmarks.api.stored.StoredTasks;
import dev.tare.scheduler.model.page.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiBenchmarkTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @EnumSource
  void bothVariants_giveTheSameAnswerByteForByte(ApiRequest request) throws Exception {
    String copying = answer(request, Variant.COPYING);
    assertThat(answer(request, Variant.LEAN)).isEqualTo(copying);
    JsonNode document = MAPPER.readTree(copying.substring(4));
    assertThat(document.size()).isGreaterThan(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIST_TASKS", "LIST_RUNS"})
  void leanLists_readNoMoreRowsThanAPageHas(ApiRequest request) throws Exception {
    assertThat(rowsRead(request, Variant.LEAN)).isEqualTo(PageRequest.DEFAULT_SIZE);
    assertThat(rowsRead(request, Variant.COPYING)).isGreaterThan(PageRequest.DEFAULT_SIZE);
  }

  private static long rowsRead(ApiRequest request, Variant variant) throws Exception {
    ApiBenchmark benchmark = new ApiBenchmark();
    benchmark.variant = variant;
    benchmark.request = request;
    benchmark.open();
    long before = benchmark.rowsRead();
    benchmark.answer();
    return benchmark.rowsRead() - before;
  }

  private static String answer(ApiRequest request, Variant variant) throws Exception {
    MemoryApi api = new MemoryApi(
        variant,
        new StoredTasks(),
        new StoredRuns(),
        new StoredCommands(),
        (cron, after) -> after + 1_000,
        Clock.fixed(Instant.ofEpochMilli(1_800_000_000_000L), ZoneOffset.UTC));
    MemoryExchange exchange = new MemoryExchange();
    request.to(api, exchange);
    return exchange.status() + " " + new String(exchange.answer(), StandardCharsets.UTF_8);
  }
}
