package dev.tare.scheduler.breaker.guard;

import dev.tare.scheduler.message.MessageBody;
import dev.tare.scheduler.message.TaskControl;
import dev.tare.scheduler.message.TraceParent;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.queue.QueueName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A value of any type that a port takes or returns; each time another one, where there are two. */
final class Samples {
  private final Map<Class<?>, Supplier<Object>> makers = new HashMap<>();
  private int next = 1000;

  Samples() {
    makers.put(long.class, () -> (1L << 40) + next++);
    makers.put(int.class, () -> next++);
    makers.put(boolean.class, () -> true);
    makers.put(String.class, () -> "text" + next++);
    makers.put(long[].class, () -> new long[] {next++});
    makers.put(int[].class, () -> new int[] {next++});
    makers.put(Optional.class, () -> Optional.of(next++));
    makers.put(Bytes.class, () -> Bytes.of(new byte[] {(byte) next++}));
    makers.put(Ids.class, () -> Ids.of(next++));
    makers.put(TraceParent.class, () -> new TraceParent(next++, next++, next++, 1));
    makers.put(TypeSet.class, () -> TypeSet.of(next++));
    makers.put(QueueName.class, () -> QueueName.of("queue" + next++));
    makers.put(
        MessageBody.class,
        () -> new TaskControl(next++, TaskControl.Action.CANCEL, "tester", next++));
    makers.put(PageRequest.class, () -> new PageRequest(next++, 20));
    makers.put(NewRun.class, () -> NewRun.onDemand(next++, 1, 5, null));
    makers.put(NewTask.class, () -> NewTask.builder("task" + next++, "echo").build());
    makers.put(NewWorker.class, () -> new NewWorker("w" + next++, "host", "::1", TypeSet.ALL, 1));
  }

  Object of(Class<?> type) {
    Supplier<Object> maker = makers.get(type);
    if (maker != null) {
      return maker.get();
    }
    if (type.isAssignableFrom(ArrayList.class)) {
      return new ArrayList<>();
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isInterface()) {
      return Proxy.newProxyInstance(
          type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            throw new AssertionError("a guard looks into an argument: " + method);
          });
    }
    if (type.isRecord()) {
      return record(type);
    }
    throw new AssertionError("add a sample of " + type.getName() + " to Samples");
  }

  private Object record(Class<?> type) {
    Class<?>[] types = Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getType)
        .toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(Arrays.stream(types).map(this::of).toArray());
    } catch (InvocationTargetException e) {
      throw new AssertionError(
          "add a sample of " + type.getName() + " to Samples: it refused one", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no sample of " + type.getName(), e);
    }
  }
}
