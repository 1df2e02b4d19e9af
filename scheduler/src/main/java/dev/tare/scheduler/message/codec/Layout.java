package dev.tare.scheduler.message.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Where each field stands. Numbers are big-endian. A length of -1 says that the part is absent.
 * After the fixed block come the traceparent, the correlation id, and the parts of the body.
 */
final class Layout {
  static final int VERSION = 1;
  static final int ABSENT = -1;

  // the header
  static final int VERSION_AT = 0;
  static final int KIND_AT = 1;
  static final int FLAGS_AT = 2;
  static final int CODE_AT = 3; // the code of a status or an action, otherwise 0
  static final int CORRELATION_LENGTH_AT = 4;
  static final int ID_AT = 8;
  static final int TIMESTAMP_AT = 16;
  static final int HEADER_BYTES = 24;

  static final int TRACED = 1; // the only flag
  static final int TRACE_BYTES = 25;

  static final int TASK_EXECUTION = 1;
  static final int EXECUTION_RUN_AT = 24;
  static final int EXECUTION_TASK_AT = 32;
  static final int EXECUTION_ATTEMPT_AT = 40;
  static final int EXECUTION_TIMEOUT_AT = 44;
  static final int EXECUTION_RETRY_AT = 48;
  static final int EXECUTION_SHARD_INDEX_AT = 52;
  static final int EXECUTION_SHARD_TOTAL_AT = 56;
  static final int EXECUTION_TYPE_LENGTH_AT = 60;
  static final int EXECUTION_PARAMETERS_LENGTH_AT = 64;
  static final int EXECUTION_BYTES = 68;

  static final int STATUS_UPDATE = 2;
  static final int UPDATE_RUN_AT = 24;
  static final int UPDATE_INSTANT_AT = 32;
  static final int UPDATE_ATTEMPT_AT = 40;
  static final int UPDATE_WORKER_LENGTH_AT = 44;
  static final int UPDATE_RESULT_LENGTH_AT = 48;
  static final int UPDATE_ERROR_LENGTH_AT = 52;
  static final int UPDATE_BYTES = 56;

  static final int WORKER_HEARTBEAT = 3;
  static final int HEARTBEAT_INSTANT_AT = 24;
  static final int HEARTBEAT_MEMORY_AT = 32;
  static final int HEARTBEAT_LOAD_AT = 40;
  static final int HEARTBEAT_RUNNING_AT = 48;
  static final int HEARTBEAT_WORKER_LENGTH_AT = 52;
  static final int HEARTBEAT_BYTES = 56;

  static final int TASK_CONTROL = 4;
  static final int CONTROL_RUN_AT = 24;
  static final int CONTROL_INSTANT_AT = 32;
  static final int CONTROL_REQUESTER_LENGTH_AT = 40;
  static final int CONTROL_BYTES = 44;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private Layout() {}

  static void putLong(byte[] array, int at, long value) {
    LONG.set(array, at, value);
  }

  static void putInt(byte[] array, int at, int value) {
    INT.set(array, at, value);
  }

  static long longAt(byte[] array, int at) {
    return (long) LONG.get(array, at);
  }

  static int intAt(byte[] array, int at) {
    return (int) INT.get(array, at);
  }
}
