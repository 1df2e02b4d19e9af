package dev.tare.scheduler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.ValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueNameTest {

  @Test
  void equalTexts_areEqualNames() {
    QueueName name = QueueName.of("control.worker-1@host:80/a_b");

    assertThat(name)
        .isEqualTo(QueueName.of("control.worker-1@host:80/a_b"))
        .hasSameHashCodeAs(QueueName.of("control.worker-1@host:80/a_b"))
        .isNotEqualTo(QueueName.of("control"));
  }

  @Test
  void deadLetters_areTheSameHandleEveryTime() {
    QueueName name = QueueName.of("status");
    QueueName dead = name.deadLetters();

    assertThat(name.deadLetters()).isSameAs(dead).hasToString("status.dead");
    assertThat(dead.isDeadLetters()).isTrue();
    assertThat(dead.deadLetters()).isSameAs(dead);
    assertThat(dead.source()).isSameAs(name);
    assertThat(name.source()).isSameAs(name);
    assertThat(name.isDeadLetters()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "grün", "a'b", "a\0", "status.dead"})
  void otherTexts_areRefused(String text) {
    assertThatThrownBy(() -> QueueName.of(text)).isInstanceOf(ValidationException.class);
  }

  @Test
  void tooLongAText_isRefused() {
    assertThat(QueueName.of("x".repeat(QueueName.MAX_CHARS)).text()).hasSize(200);
    assertThatThrownBy(() -> QueueName.of("x".repeat(QueueName.MAX_CHARS + 1)))
        .isInstanceOf(ValidationException.class);
  }
}
