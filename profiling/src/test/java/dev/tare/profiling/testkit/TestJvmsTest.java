package dev.tare.profiling.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestJvmsTest {
  private static final String RUNNING = System.getProperty("java.home");

  @Test
  void noVariable_isTheRunningJvm() {
    assertThat(TestJvms.homes(null)).containsExactly(Path.of(RUNNING));
  }

  @Test
  void feature_isThatOfTheRelease() {
    assertThat(TestJvms.feature(Path.of(RUNNING))).isEqualTo(Runtime.version().feature());
  }

  @Test
  void colons_separateHomes() {
    assertThat(TestJvms.homes(RUNNING + ":" + RUNNING))
        .containsExactly(Path.of(RUNNING), Path.of(RUNNING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ":", "/nowhere", "/nowhere:/tmp", "/etc/passwd"})
  void valueThatNamesNoJvm_isAnError(String value) {
    assertThatThrownBy(() -> TestJvms.homes(value))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("TARE_TEST_JVMS");
  }
}
