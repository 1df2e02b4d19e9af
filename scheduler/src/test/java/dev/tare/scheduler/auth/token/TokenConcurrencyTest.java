package dev.tare.scheduler.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.auth.key.KeyRing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenConcurrencyTest {
  private static final int THREADS = 4;
  private static final int TOKENS = 200;

  @TempDir
  Path directory;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private TokenFixture fixture;

  @BeforeEach
  void open() {
    fixture = new TokenFixture(directory);
  }

  @AfterEach
  void stop() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void everyToken_verifiesWhileKeysRotate_asLongAsItsKeyIsInTheRing() throws Exception {
    Queue<String> issued = new ConcurrentLinkedQueue<>();
    CountDownLatch underway = new CountDownLatch(THREADS);
    List<Future<?>> work = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      work.add(threads.submit(() -> {
        underway.countDown();
        for (int i = 0; i < TOKENS; i++) {
          String token = fixture.issue();
          issued.add(token);
          fixture.tokens.verify(token);
          fixture.tokens.verify(issued.peek());
        }
        return null;
      }));
    }
    underway.await();
    // As many as the ring keeps: no key that signed here may fall out.
    for (int i = 0; i < KeyRing.MAX_PREVIOUS; i++) {
      int goal = issued.size() + TOKENS / 4;
      while (issued.size() < goal && !work.stream().allMatch(Future::isDone)) {
        Thread.onSpinWait();
      }
      fixture.ring.rotate();
    }
    for (Future<?> done : work) {
      done.get(30, TimeUnit.SECONDS);
    }
    assertThat(issued).hasSize(THREADS * TOKENS);
    for (String token : issued) {
      assertThat(fixture.tokens.verify(token).subject()).isEqualTo("somebody");
    }
    assertThat(fixture.ring.status().previous()).hasSize(KeyRing.MAX_PREVIOUS);
  }

  @Test
  void rotationByAge_happensOnce_howeverManyAsk() throws Exception {
    for (int round = 0; round < 20; round++) {
      String before = fixture.ring.current().id();
      fixture.clock.advance(Duration.ofDays(30));
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Future<String>> asked = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        asked.add(threads.submit(() -> {
          start.await(10, TimeUnit.SECONDS);
          return fixture.ring.current().id();
        }));
      }
      String now = asked.get(0).get(10, TimeUnit.SECONDS);
      assertThat(now).isNotEqualTo(before);
      for (Future<String> one : asked) {
        assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(now);
      }
    }
  }

  @Test
  void ringsOnOneFile_rotatingAtOnce_keepEveryKey() throws Exception {
    List<TokenFixture> rings =
        List.of(fixture, new TokenFixture(directory), new TokenFixture(directory));
    CyclicBarrier start = new CyclicBarrier(rings.size());
    List<Future<String>> tokens = new ArrayList<>();
    for (TokenFixture one : rings) {
      tokens.add(threads.submit(() -> {
        start.await(10, TimeUnit.SECONDS);
        one.ring.rotate();
        return one.tokens.issue(TokenRequest.of("a", Set.of(), Duration.ofHours(1)));
      }));
    }
    for (Future<String> token : tokens) {
      String text = token.get(10, TimeUnit.SECONDS);
      for (TokenFixture one : rings) {
        one.ring.reload();
        assertThat(one.tokens.verify(text).subject()).isEqualTo("a");
      }
    }
    assertThat(fixture.ring.status().previous()).hasSize(rings.size());
  }

  @Test
  void revocation_isSeenByEveryThreadAtOnce() throws Exception {
    String token = fixture.issue();
    fixture.tokens.verify(token);
    CountDownLatch underway = new CountDownLatch(THREADS);
    CountDownLatch revoked = new CountDownLatch(1);
    List<Future<Boolean>> refused = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      refused.add(threads.submit(() -> {
        fixture.tokens.verify(token);
        underway.countDown();
        revoked.await();
        try {
          fixture.tokens.verify(token);
          return false;
        } catch (TokenException expected) {
          return true;
        }
      }));
    }
    underway.await();
    fixture.ring.revoke(fixture.ring.current().id());
    revoked.countDown();
    for (Future<Boolean> one : refused) {
      assertThat(one.get(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
