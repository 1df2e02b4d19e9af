package dev.tare.scheduler.message;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import java.util.Random;

/** Messages of every kind and shape, by a seed. */
public final class RandomMessages {
  private static final String[] TEXTS = {
    "", "w", "worker-7", "grüße", "漢字", "🚀 launch", "a\0b", "\ufffd", "x".repeat(300)
  };

  private final Random random;

  public RandomMessages(long seed) {
    random = new Random(seed);
  }

  public Message next() {
    return new Message(
        random.nextLong(),
        random.nextBoolean() ? text() : null,
        random.nextBoolean()
            ? new TraceParent(random.nextLong() | 1, random.nextLong(), random.nextLong() | 1, 255)
            : null,
        random.nextLong(),
        0,
        body());
  }

  private MessageBody body() {
    return switch (random.nextInt(4)) {
      case 0 -> execution();
      case 1 ->
        new StatusUpdate(
            random.nextLong(),
            random.nextInt(),
            RunStatus.ofCode(random.nextInt(7)),
            text(),
            random.nextBoolean() ? bytes() : null,
            random.nextBoolean() ? text() : null,
            random.nextLong());
      case 2 ->
        new WorkerHeartbeat(
            text(),
            random.nextInt(),
            random.nextBoolean() ? WorkerHeartbeat.NO_LOAD : random.nextDouble(),
            random.nextBoolean() ? WorkerHeartbeat.NO_MEMORY : random.nextLong(),
            random.nextLong());
      default ->
        new TaskControl(
            random.nextLong(),
            TaskControl.Action.ofCode(random.nextInt(4)),
            text(),
            random.nextLong());
    };
  }

  private TaskExecution execution() {
    int shards = random.nextInt(3);
    return new TaskExecution(
        random.nextLong(),
        random.nextInt(),
        random.nextLong(),
        text(),
        bytes(),
        random.nextInt(),
        random.nextInt(),
        shards == 0 ? -1 : random.nextInt(shards),
        shards);
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  /** Sometimes a part of a larger array. */
  private Bytes bytes() {
    byte[] array = new byte[random.nextInt(200)];
    random.nextBytes(array);
    int from = random.nextInt(array.length + 1);
    return random.nextBoolean() ? Bytes.of(array) : Bytes.of(array, from, array.length - from);
  }
}
