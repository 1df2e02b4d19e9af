package dev.tare.scheduler.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.api.route.Routes;
import dev.tare.scheduler.auth.key.KeyRing;
import dev.tare.scheduler.auth.key.RotationPolicy;
import dev.tare.scheduler.auth.token.SignedTokens;
import dev.tare.scheduler.error.ValidationException;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Where a listener may listen. */
class BindTest {

  @Test
  void address_elsewhereThanOnLoopback_isRefusedWithoutTokens() {
    assertThatThrownBy(() -> HttpListener.start(
            ListenerConfig.loopback().at("0.0.0.0", 0),
            new Routes(),
            (route, status, nanos) -> {},
            Clock.systemUTC()))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("0.0.0.0")
        .hasMessageContaining("without authentication");
  }

  @Test
  void address_elsewhereThanOnLoopback_isTakenWithTokens() {
    Clock clock = Clock.systemUTC();
    KeyRing ring = KeyRing.inMemory(RotationPolicy.PRODUCTION, clock);
    ListenerConfig config = ListenerConfig.loopback()
        .at("0.0.0.0", 0)
        .authenticatedBy(new SignedTokens(ring, "tare-test", clock));
    try (HttpListener listener =
        HttpListener.start(config, new Routes(), (route, status, nanos) -> {}, clock)) {
      assertThat(listener.port()).isPositive();
    }
  }

  @Test
  void port_thatIsTaken_isToldByName() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      ListenerConfig config = ListenerConfig.loopback().at("127.0.0.1", taken.getLocalPort());
      assertThatThrownBy(() -> HttpListener.start(
              config, new Routes(), (route, status, nanos) -> {}, Clock.systemUTC()))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
    }
  }
}
