package dev.tare.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.benchmarks.command.UsageException;
import dev.tare.benchmarks.peers.Peer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadOptionsTest {

  @Test
  void drain_isOfOursAloneOverSqlite() {
    assertThat(parse("drain"))
        .isEqualTo(new LoadOptions(List.of(Operation.DRAIN), "sqlite", Set.of(), 50_000, 3, false));
  }

  @Test
  void overPostgresql_bothPeersAreMeasuredUnlessOneIsNamed() {
    assertThat(parse("drain --db embedded").peers()).containsExactly(Peer.RAW, Peer.DB_SCHEDULER);
    assertThat(parse("drain --db embedded --peer none").peers()).isEmpty();
    assertThat(parse("drain --peer db-scheduler --db jdbc:postgresql://h/d").peers())
        .containsExactly(Peer.DB_SCHEDULER);
  }

  @Test
  void enqueue_isMeasuredOneATransactionAndInBatches() {
    LoadOptions options = parse("enqueue --tasks 1000 --rounds 5 --format json");

    assertThat(options.operations())
        .containsExactly(Operation.ENQUEUE_SINGLE, Operation.ENQUEUE_BATCH);
    assertThat(options.rounds()).isEqualTo(5);
    assertThat(options.json()).isTrue();
    assertThat(Operation.ENQUEUE_SINGLE.tasks(options)).isEqualTo(100);
    assertThat(Operation.ENQUEUE_BATCH.tasks(options)).isEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      fill                         | can not measure fill: use drain, enqueue, api
      drain --quick                | there is no option --quick: use
      drain --tasks                | --tasks needs a value after it
      drain --tasks 0              | --tasks 0: use a number from 1 to 10000000
      drain --rounds many          | --rounds many: use a number from 1 to 100
      drain --format xml           | no format is called xml: use text or json
      drain --db oracle            | --db: no database is called oracle
      drain --db embedded --peer x | no peer is called x: use raw or db-scheduler
      drain --peer raw             | the peers run over PostgreSQL: leave out --peer, or use --db
      """)
  void senselessCommandLine_saysWhatToDo(String line, String message) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(message);
  }

  private static LoadOptions parse(String line) {
    return LoadOptions.parse(List.of(line.split(" ")));
  }
}
