package dev.tare.scheduler.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.worker.Heartbeat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeartbeatBoxTest {
  private final HeartbeatBox box = new HeartbeatBox();

  @Test
  void box_doesAsAMapOfTheLatest_whateverComes() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Map<String, Heartbeat> latest = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      Heartbeat heartbeat = new Heartbeat("w" + random.nextInt(200), i, random.nextInt(100));
      assertThat(box.put(heartbeat)).isTrue();
      latest.merge(heartbeat.workerId(), heartbeat, HeartbeatBoxTest::later);
      if (random.nextInt(300) == 0) {
        List<Heartbeat> taken = box.take();
        assertThat(taken).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(latest.values());
        assertThat(box.isEmpty()).isTrue();
        if (random.nextBoolean()) {
          box.giveBack(taken);
        } else {
          latest.clear();
        }
      }
    }
  }

  @Test
  void takenHeartbeats_stay_whileOthersComeIn() {
    box.put(new Heartbeat("a", 1, 10));
    List<Heartbeat> taken = box.take();
    box.put(new Heartbeat("a", 2, 11));
    assertThat(taken).containsExactly(new Heartbeat("a", 1, 10));
    box.giveBack(taken);
    assertThat(box.take()).containsExactly(new Heartbeat("a", 2, 11));
  }

  @Test
  void workers_areBounded_andKnownOnesStillHeard() {
    List<Heartbeat> all = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      all.add(new Heartbeat("w" + i, 0, 1));
      assertThat(box.put(all.get(i))).isTrue();
    }
    assertThat(box.put(new Heartbeat("one more", 0, 1))).isFalse();
    assertThat(box.put(new Heartbeat("w7", 3, 2))).isTrue();
    all.set(7, new Heartbeat("w7", 3, 2));
    assertThat(box.take()).isEqualTo(all);
  }

  private static Heartbeat later(Heartbeat one, Heartbeat next) {
    return next.at() >= one.at() ? next : one;
  }
}
