package dev.tare.scheduler.breaker.guard;

import dev.tare.scheduler.breaker.CircuitBreaker;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.WorkerRepository;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every port that has a guard, and how the guard is made. */
record GuardedPorts<P>(Class<P> port, BiFunction<P, CircuitBreaker, P> guarding) {

  static final List<GuardedPorts<?>> ALL = List.of(
      new GuardedPorts<>(TaskRepository.class, GuardedTaskRepository::new),
      new GuardedPorts<>(TaskRunRepository.class, GuardedTaskRunRepository::new),
      new GuardedPorts<>(WorkerRepository.class, GuardedWorkerRepository::new),
      new GuardedPorts<>(MessageQueue.class, GuardedMessageQueue::new));

  /** Every method of every port, inherited and default ones included. */
  static Stream<Operation> operations() {
    return ALL.stream()
        .flatMap(ports ->
            Arrays.stream(ports.port.getMethods()).map(method -> new Operation(ports, method)));
  }

  Object guard(Object delegate, CircuitBreaker breaker) {
    return guarding.apply(port.cast(delegate), breaker);
  }

  /** One method of one port. */
  record Operation(GuardedPorts<?> ports, Method method) {

    @Nullable
    Object call(Object guard, Object... arguments) throws Throwable {
      try {
        return method.invoke(guard, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    @Override
    public String toString() {
      String parameters = Arrays.toString(method.getParameterTypes())
          .replaceAll("(class|interface) |[a-z]+\\.", "");
      return ports.port.getSimpleName() + '.' + method.getName() + parameters;
    }
  }
}
