package dev.tare.profiling.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ThrownTest {

  @Test
  void innermostCause_isTold() {
    Throwable inner = new IOException("disk full\nno space on it");
    Throwable wrapped = new IllegalStateException("wrapped", new RuntimeException(inner));
    assertThat(Thrown.describe(wrapped)).isEqualTo("java.io.IOException: disk full");
  }

  @Test
  void suppressed_standsInForACause() {
    Throwable outer = new IllegalStateException("several threads failed");
    outer.addSuppressed(new ArithmeticException("/ by zero"));
    assertThat(Thrown.describe(outer)).isEqualTo("java.lang.ArithmeticException: / by zero");
  }

  @Test
  void circleOfCauses_ends() {
    Throwable outer = new IllegalStateException("outer");
    outer.initCause(new IllegalArgumentException("inner", outer));
    assertThat(Thrown.describe(outer)).isEqualTo("java.lang.IllegalArgumentException: inner");
  }

  @Test
  void noMessage_leavesTheKind() {
    assertThat(Thrown.describe(new StackOverflowError())).isEqualTo("java.lang.StackOverflowError");
    assertThat(Thrown.describe(new Error(" \n "))).isEqualTo("java.lang.Error");
  }

  @Test
  void messageThatThrows_leavesTheKind() {
    assertThat(Thrown.describe(new Hostile())).isEqualTo(Hostile.class.getName());
  }

  private static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("not even that");
    }
  }
}
