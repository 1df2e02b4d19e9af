package dev.tare.scheduler.message.codec;

import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.MessageBody;
import dev.tare.scheduler.message.StatusUpdate;
import dev.tare.scheduler.message.TaskControl;
import dev.tare.scheduler.message.TaskExecution;
import dev.tare.scheduler.message.TraceParent;
import dev.tare.scheduler.message.WorkerHeartbeat;
import dev.tare.scheduler.model.Bytes;
import org.jspecify.annotations.Nullable;

/** Writes messages as {@link Layout} says. */
final class MessageEncoder {

  private MessageEncoder() {}

  static long encodedBytes(Message message) {
    return textBytes(message.correlationId())
        + (message.traceparent() == null ? 0 : Layout.TRACE_BYTES)
        + bodyBytes(message.body());
  }

  /** The header, the fixed block and the parts of a message of this body. */
  private static long bodyBytes(MessageBody body) {
    if (body instanceof StatusUpdate update) {
      Bytes result = update.result();
      return Layout.UPDATE_BYTES
          + Utf8.length(update.workerId())
          + (result == null ? 0 : result.length())
          + textBytes(update.error());
    }
    if (body instanceof TaskExecution execution) {
      return Layout.EXECUTION_BYTES
          + Utf8.length(execution.type())
          + execution.parameters().length();
    }
    if (body instanceof WorkerHeartbeat heartbeat) {
      return Layout.HEARTBEAT_BYTES + Utf8.length(heartbeat.workerId());
    }
    return Layout.CONTROL_BYTES + Utf8.length(((TaskControl) body).requester());
  }

  /** Writes a message into room of its size. */
  static void encode(Message message, byte[] array, int start) {
    TraceParent trace = message.traceparent();
    array[start + Layout.VERSION_AT] = Layout.VERSION;
    array[start + Layout.FLAGS_AT] = (byte) (trace == null ? 0 : Layout.TRACED);
    array[start + Layout.CODE_AT] = 0;
    Layout.putLong(array, start + Layout.ID_AT, message.id());
    Layout.putLong(array, start + Layout.TIMESTAMP_AT, message.timestamp());
    MessageBody body = message.body();
    if (body instanceof StatusUpdate update) {
      put(update, array, start, headParts(message, array, start, Layout.UPDATE_BYTES));
    } else if (body instanceof TaskExecution execution) {
      put(execution, array, start, headParts(message, array, start, Layout.EXECUTION_BYTES));
    } else if (body instanceof WorkerHeartbeat heartbeat) {
      put(heartbeat, array, start, headParts(message, array, start, Layout.HEARTBEAT_BYTES));
    } else {
      int at = headParts(message, array, start, Layout.CONTROL_BYTES);
      put((TaskControl) body, array, start, at);
    }
  }

  /** Writes the parts of the header, behind the fixed block; returns where they end. */
  private static int headParts(Message message, byte[] array, int start, int fixedBytes) {
    int at = start + fixedBytes;
    TraceParent trace = message.traceparent();
    if (trace != null) {
      Layout.putLong(array, at, trace.traceIdHigh());
      Layout.putLong(array, at + 8, trace.traceIdLow());
      Layout.putLong(array, at + 16, trace.parentId());
      array[at + 24] = (byte) trace.flags();
      at += Layout.TRACE_BYTES;
    }
    return putText(message.correlationId(), array, start + Layout.CORRELATION_LENGTH_AT, at);
  }

  private static void put(TaskExecution execution, byte[] array, int start, int parts) {
    array[start + Layout.KIND_AT] = Layout.TASK_EXECUTION;
    Layout.putLong(array, start + Layout.EXECUTION_RUN_AT, execution.runId());
    Layout.putLong(array, start + Layout.EXECUTION_TASK_AT, execution.taskId());
    Layout.putInt(array, start + Layout.EXECUTION_ATTEMPT_AT, execution.attempt());
    Layout.putInt(array, start + Layout.EXECUTION_TIMEOUT_AT, execution.timeoutSeconds());
    Layout.putInt(array, start + Layout.EXECUTION_RETRY_AT, execution.retryCount());
    Layout.putInt(array, start + Layout.EXECUTION_SHARD_INDEX_AT, execution.shardIndex());
    Layout.putInt(array, start + Layout.EXECUTION_SHARD_TOTAL_AT, execution.shardTotal());
    int at = putText(execution.type(), array, start + Layout.EXECUTION_TYPE_LENGTH_AT, parts);
    int length = start + Layout.EXECUTION_PARAMETERS_LENGTH_AT;
    putBytes(execution.parameters(), array, length, at);
  }

  private static void put(StatusUpdate update, byte[] array, int start, int parts) {
    array[start + Layout.KIND_AT] = Layout.STATUS_UPDATE;
    array[start + Layout.CODE_AT] = (byte) update.status().code();
    Layout.putLong(array, start + Layout.UPDATE_RUN_AT, update.runId());
    Layout.putLong(array, start + Layout.UPDATE_INSTANT_AT, update.at());
    Layout.putInt(array, start + Layout.UPDATE_ATTEMPT_AT, update.attempt());
    int at = putText(update.workerId(), array, start + Layout.UPDATE_WORKER_LENGTH_AT, parts);
    at = putBytes(update.result(), array, start + Layout.UPDATE_RESULT_LENGTH_AT, at);
    putText(update.error(), array, start + Layout.UPDATE_ERROR_LENGTH_AT, at);
  }

  private static void put(WorkerHeartbeat heartbeat, byte[] array, int start, int parts) {
    array[start + Layout.KIND_AT] = Layout.WORKER_HEARTBEAT;
    Layout.putLong(array, start + Layout.HEARTBEAT_INSTANT_AT, heartbeat.at());
    Layout.putLong(array, start + Layout.HEARTBEAT_MEMORY_AT, heartbeat.memoryMb());
    long load = Double.doubleToLongBits(heartbeat.load());
    Layout.putLong(array, start + Layout.HEARTBEAT_LOAD_AT, load);
    Layout.putInt(array, start + Layout.HEARTBEAT_RUNNING_AT, heartbeat.running());
    putText(heartbeat.workerId(), array, start + Layout.HEARTBEAT_WORKER_LENGTH_AT, parts);
  }

  private static void put(TaskControl control, byte[] array, int start, int parts) {
    array[start + Layout.KIND_AT] = Layout.TASK_CONTROL;
    array[start + Layout.CODE_AT] = (byte) control.action().code();
    Layout.putLong(array, start + Layout.CONTROL_RUN_AT, control.runId());
    Layout.putLong(array, start + Layout.CONTROL_INSTANT_AT, control.at());
    putText(control.requester(), array, start + Layout.CONTROL_REQUESTER_LENGTH_AT, parts);
  }

  /** Writes a text and its length; returns where the text ends. */
  private static int putText(@Nullable String text, byte[] array, int lengthAt, int at) {
    if (text == null) {
      Layout.putInt(array, lengthAt, Layout.ABSENT);
      return at;
    }
    int end = Utf8.put(array, at, text);
    Layout.putInt(array, lengthAt, end - at);
    return end;
  }

  /** Writes bytes and their length; returns where the bytes end. */
  private static int putBytes(@Nullable Bytes bytes, byte[] array, int lengthAt, int at) {
    if (bytes == null) {
      Layout.putInt(array, lengthAt, Layout.ABSENT);
      return at;
    }
    int length = bytes.length();
    System.arraycopy(bytes.array(), bytes.offset(), array, at, length);
    Layout.putInt(array, lengthAt, length);
    return at + length;
  }

  private static long textBytes(@Nullable String text) {
    return text == null ? 0 : Utf8.length(text);
  }
}
