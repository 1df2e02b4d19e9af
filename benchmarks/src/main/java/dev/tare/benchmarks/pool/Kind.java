package dev.tare.benchmarks.pool;

import dev.tare.scheduler.model.Bytes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What is needed for a moment. */
public enum Kind {
  /** What an executor sees of a run: ten fields. */
  CONTEXT {
    @Override
    Subject<?> subject() {
      return new Contexts();
    }
  },
  /** Where a message is encoded: a kibibyte, of which a fifth is filled. */
  BUFFER_1K {
    @Override
    Subject<?> subject() {
      return new Buffers(1024, 200);
    }
  },
  /** Where an answer is encoded: 16 kibibytes, of which a fifth is filled. */
  BUFFER_16K {
    @Override
    Subject<?> subject() {
      return new Buffers(16 * 1024, 3_200);
    }
  },
  /** A configuration for one run: a map of eight variables. */
  CONFIG {
    @Override
    Subject<?> subject() {
      return new Configs();
    }
  };

  abstract Subject<?> subject();

  /** As many fields as {@code TaskExecutionContext} shows. */
  private static final class Context {
    private long runId;
    private long taskId;
    private String taskType = "";
    private int attempt;
    private int retryCount;
    private int shardIndex;
    private int shardTotal;
    private long scheduledAt;
    private Bytes parameters = Contexts.NOTHING;
    private long timeoutMillis;
  }

  private static final class Contexts extends Subject<Context> {
    private static final Bytes NOTHING = Bytes.of(new byte[0]);
    private static final Bytes PARAMETERS = Bytes.of(new byte[] {'{', '}'});

    @Override
    public Context create() {
      return new Context();
    }

    @Override
    long fill(Context context) {
      context.runId = 4711;
      context.taskId = 7;
      context.taskType = "http";
      context.attempt = 1;
      context.retryCount = 2;
      context.shardIndex = 3;
      context.shardTotal = 4;
      context.scheduledAt = 1_800_000_000_000L;
      context.parameters = PARAMETERS;
      context.timeoutMillis = 300_000;
      return context.runId
          + context.taskId
          + context.taskType.length()
          + context.attempt
          + context.retryCount
          + context.shardIndex
          + context.shardTotal
          + context.scheduledAt
          + context.parameters.length()
          + context.timeoutMillis;
    }

    @Override
    public boolean clear(Context context) {
      context.taskType = "";
      context.parameters = NOTHING;
      return true;
    }
  }

  private static final class Buffers extends Subject<byte[]> {
    private final int bytes;
    private final int filled;

    Buffers(int bytes, int filled) {
      this.bytes = bytes;
      this.filled = filled;
    }

    @Override
    public byte[] create() {
      return new byte[bytes];
    }

    @Override
    long fill(byte[] buffer) {
      Arrays.fill(buffer, 0, filled, (byte) 'x');
      return (long) buffer[0] + buffer[filled - 1];
    }

    @Override
    public boolean clear(byte[] buffer) {
      return true; // a length tells what of it is valid
    }
  }

  private static final class Configs extends Subject<Map<String, String>> {
    private static final String[] NAMES = {
      "HOME", "PATH", "LANG", "TARE_RUN_ID", "TARE_TASK_ID", "TARE_ATTEMPT", "MODE", "REGION"
    };

    @Override
    public Map<String, String> create() {
      return new HashMap<>();
    }

    @Override
    long fill(Map<String, String> config) {
      for (String name : NAMES) {
        config.put(name, name);
      }
      return config.size();
    }

    @Override
    public boolean clear(Map<String, String> config) {
      config.clear();
      return true;
    }
  }
}
