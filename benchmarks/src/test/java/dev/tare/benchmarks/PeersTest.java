package dev.tare.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.benchmarks.auth.TokenPeerBenchmark;
import dev.tare.benchmarks.breaker.BreakerPeerBenchmark;
import org.junit.jupiter.api.Test;

/** What peers are measured at, they really do. */
class PeersTest {

  @Test
  void joseLibrary_verifiesWhatThePairDoes() throws Exception {
    TokenPeerBenchmark peer = new TokenPeerBenchmark();
    peer.open();
    assertThat(peer.verifyNew().getSubject()).isEqualTo("ada");
    assertThat(peer.verifyNew().getClaim("scope")).isEqualTo("read write");
  }

  @Test
  void resilience4j_makesTheCall() {
    BreakerPeerBenchmark peer = new BreakerPeerBenchmark();
    peer.open();
    for (int i = 0; i < 20; i++) {
      assertThat(peer.byId()).isPresent();
    }
  }
}
