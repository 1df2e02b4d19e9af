package dev.tare.scheduler.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunTableTest {

  @Test
  void table_agreesWithAMap_whateverIsDoneToIt() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    RunTable table = new RunTable();
    Map<Long, Integer> map = new HashMap<>();
    for (int step = 0; step < 200_000; step++) {
      long id = 1L + random.nextInt(3000);
      int attempt = 1 + random.nextInt(2);
      if (random.nextInt(5) < 3) {
        table.add(id, attempt);
        map.put(id, attempt);
      } else {
        assertThat(table.remove(id, attempt))
            .as("seed %d, step %d", seed, step)
            .isEqualTo(map.remove(id, attempt));
      }
    }

    assertThat(contents(table)).as("seed %d", seed).isEqualTo(map);
  }

  @Test
  void retain_keepsRunsOfTheOtherTableInWhateverAttempt() {
    RunTable held = new RunTable();
    held.add(1, 5);
    held.add(3, 1);
    RunTable table = new RunTable();
    for (long id = 1; id <= 4; id++) {
      table.add(id, 0);
    }

    table.retain(held);

    assertThat(contents(table)).isEqualTo(Map.of(1L, 0, 3L, 0));
  }

  private static Map<Long, Integer> contents(RunTable table) {
    long[] ids = new long[table.size()];
    int[] attempts = new int[ids.length];
    table.copyTo(ids, attempts);
    Map<Long, Integer> contents = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      contents.put(ids[i], attempts[i]);
    }
    return contents;
  }
}
