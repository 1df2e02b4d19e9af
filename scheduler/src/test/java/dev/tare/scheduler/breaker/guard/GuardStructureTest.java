package dev.tare.scheduler.breaker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tare.scheduler.auth.Allocated;
import dev.tare.scheduler.breaker.BreakerPolicy;
import dev.tare.scheduler.breaker.CircuitBreaker;
import dev.tare.scheduler.queue.MemoryMessageQueue;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.QueueName;
import dev.tare.scheduler.queue.QueueSettings;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A guard makes no object and no copy, because it calls nothing that could. */
class GuardStructureTest {
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(
          "dev.tare.scheduler.breaker", "dev.tare.scheduler.store", "dev.tare.scheduler.queue");

  @Test
  void everyRepositoryAndQueuePort_hasAGuardInTheSuite() {
    Set<String> ports = CLASSES.stream()
        .filter(type -> type.isInterface() && type.getModifiers().toString().contains("PUBLIC"))
        .map(JavaClass::getName)
        .filter(name -> name.matches(".*\\.(store\\.\\w+Repository|queue\\.MessageQueue)"))
        .collect(Collectors.toSet());
    assertThat(GuardedPorts.ALL)
        .extracting(guarded -> guarded.port().getName())
        .containsExactlyInAnyOrderElementsOf(ports);
    assertThat(guards()).hasSameSizeAs(GuardedPorts.ALL);
  }

  @Test
  void guards_callTheirBreakerAndTheMethodOfTheirNameAlone() {
    String breaker = CircuitBreaker.class.getName();
    for (JavaClass guard : guards()) {
      for (JavaMethod method : guard.getMethods()) {
        List<String> calls = method.getCallsFromSelf().stream()
            .map(call -> called(call.getTarget()))
            .distinct()
            .toList();
        String port = guard.getRawInterfaces().iterator().next().getName();
        assertThat(calls)
            .as(method.getFullName())
            .containsExactlyInAnyOrder(
                breaker + ".acquire",
                breaker + ".succeeded",
                breaker + ".failed",
                port + '.' + method.getName());
      }
    }
  }

  @Test
  void guardedCall_allocatesNothing() {
    QueueName name = QueueName.of("status");
    MessageQueue plain = new MemoryMessageQueue(QueueSettings.DEFAULT, Clock.systemUTC());
    plain.create(name);
    MessageQueue guarded =
        new GuardedMessageQueue(plain, new CircuitBreaker("b", BreakerPolicy.DEFAULT));
    assertThat(Allocated.bytesPerRound(1000, () -> check(plain.size(name)))).isZero();
    assertThat(Allocated.bytesPerRound(1000, () -> check(guarded.size(name)))).isZero();
  }

  private static void check(long size) {
    if (size != 0) {
      throw new AssertionError("the queue is not empty");
    }
  }

  private static String called(AccessTarget.CodeUnitCallTarget target) {
    return target.getOwner().getName() + '.' + target.getName();
  }

  private List<JavaClass> guards() {
    return CLASSES.stream()
        .filter(type -> type.getSimpleName().startsWith("Guarded"))
        .toList();
  }
}
