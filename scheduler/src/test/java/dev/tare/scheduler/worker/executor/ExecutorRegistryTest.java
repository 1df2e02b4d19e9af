package dev.tare.scheduler.worker.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExecutorRegistryTest {
  private final ExecutorRegistry registry = new ExecutorRegistry();

  @Test
  void lambda_isAnExecutor() throws Exception {
    registry.register("sum", context -> Outcome.completed(context.parameters()));
    TaskExecutionContext context = ExampleContext.of("{}");

    TaskExecutor executor = Objects.requireNonNull(registry.executorOf("sum"));

    assertThat(executor.execute(context).result()).isSameAs(context.parameters());
  }

  @Test
  void echo_returnsTheParametersThemselves() {
    TaskExecutionContext context = ExampleContext.of("{\"a\": 1}");

    Outcome outcome = new EchoExecutor().execute(context);

    assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(outcome.result()).isSameAs(context.parameters());
  }

  @Test
  void unregisteredType_hasNoExecutor() {
    assertThat(registry.executorOf("shell")).isNull();
  }

  @Test
  void typesThatWereRead_stayAsTheyWere() {
    registry.register("a", new EchoExecutor());
    Set<String> before = registry.types();
    registry.register("b", new EchoExecutor());

    assertThat(before).containsExactly("a");
    assertThat(registry.types()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void typeThatIsServed_isNotServedTwice() {
    registry.register("a", new EchoExecutor());

    assertThatThrownBy(() -> registry.register("a", new EchoExecutor()))
        .isInstanceOf(ConflictException.class)
        .hasMessage("task type \"a\" has an executor already");
  }

  @Test
  void typeName_isBounded() {
    registry.register("x".repeat(100), new EchoExecutor());

    for (String name : new String[] {"", " ", "x".repeat(101)}) {
      assertThatThrownBy(() -> registry.register(name, new EchoExecutor()))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining(name.length() + " characters: use 1 to 100");
    }
  }

  @Test
  void outcome_failsWithAReasonAndOnlyThen() {
    assertThat(Outcome.completed(null)).isSameAs(Outcome.DONE);
    assertThat(Outcome.completed(Bytes.of(new byte[0]))).isNotEqualTo(Outcome.DONE);
    assertThatThrownBy(() -> new Outcome(RunStatus.FAILED, null, null))
        .hasMessage("FAILED needs an error");
    assertThatThrownBy(() -> new Outcome(RunStatus.COMPLETED, null, "e"))
        .hasMessage("COMPLETED has no error");
    assertThatThrownBy(() -> new Outcome(RunStatus.PENDING, null, null))
        .hasMessage("an execution does not end as PENDING");
  }

  @Test
  void limits_sayWhichIsWrong() {
    assertThatThrownBy(() -> new ResourceLimits(-1, 1))
        .isInstanceOf(ValidationException.class)
        .hasMessage("resultBytes is -1: use 0 to 16777216");
    assertThatThrownBy(() -> new ResourceLimits(0, 0))
        .isInstanceOf(ValidationException.class)
        .hasMessage("errorBytes is 0: use 1 to 16777216");
  }
}
