package dev.tare.scheduler.api.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.api.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost:8080",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.1.2.3:80",
        "[::1]",
        "[::1]:8080"
      })
  void host_ofLoopback_isAnswered(String host) {
    assertThatCode(() -> BrowserGuard.check(host, null)).doesNotThrowAnyException();
    assertThatCode(() -> BrowserGuard.check(host, "http://" + host)).doesNotThrowAnyException();
    assertThatCode(() -> BrowserGuard.check(null, null)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "localhost.example.org",
        "127.0.0.1.example.org",
        "127.0.0.1x:80",
        "10.0.0.1",
        "0.0.0.0",
        "[::2]",
        "[::1].example.org",
        "xlocalhost",
        "localhost.",
        "1127.0.0.1"
      })
  void host_thatAPageMayHaveChosen_isRefused(String host) {
    assertThatThrownBy(() -> BrowserGuard.check(host, null)).isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:80,http://example.org", "127.0.0.1:80,null", "127.0.0.1:80,http://127.0.0.1:81",
    "127.0.0.1:80,http://127.0.0.1:80.example.org", "localhost,http://127.0.0.1",
        "localhost,localhost"
  })
  void origin_ofAnotherSite_isRefused(String host, String origin) {
    assertThatThrownBy(() -> BrowserGuard.check(host, origin)).isInstanceOf(ProblemException.class);
  }
}
