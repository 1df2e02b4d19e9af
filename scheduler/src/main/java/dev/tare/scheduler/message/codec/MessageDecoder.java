package dev.tare.scheduler.message.codec;

import dev.tare.scheduler.error.MessageFormatException;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.MessageBody;
import dev.tare.scheduler.message.StatusUpdate;
import dev.tare.scheduler.message.TaskControl;
import dev.tare.scheduler.message.TaskExecution;
import dev.tare.scheduler.message.TraceParent;
import dev.tare.scheduler.message.WorkerHeartbeat;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;

/**
 * Reads messages as {@link Layout} says. All lengths are checked together, against the size of the
 * array, before any part is read.
 */
final class MessageDecoder {
  private static final TextCache TEXTS = new TextCache();

  private MessageDecoder() {}

  static Message decode(byte[] array, int redeliveries) {
    int fixed = fixedBytes(array);
    boolean traced = array[Layout.FLAGS_AT] == Layout.TRACED;
    int correlationLength = lengthAt(array, Layout.CORRELATION_LENGTH_AT, true);
    int correlationAt = fixed + (traced ? Layout.TRACE_BYTES : 0);
    long bodyAt = (long) correlationAt + present(correlationLength);
    checkSize(array, bodyAt + partBytes(array));
    try {
      MessageBody body = body(array, (int) bodyAt);
      return new Message(
          Layout.longAt(array, Layout.ID_AT),
          correlationLength == Layout.ABSENT
              ? null
              : Utf8.get(array, correlationAt, correlationLength),
          traced ? trace(array, fixed) : null,
          Layout.longAt(array, Layout.TIMESTAMP_AT),
          redeliveries,
          body);
    } catch (IllegalArgumentException badValue) {
      throw new MessageFormatException("a message has a bad value: " + badValue.getMessage());
    }
  }

  /** The size of the fixed block, header included; it lies within the array. */
  private static int fixedBytes(byte[] array) {
    if (array.length < Layout.HEADER_BYTES) {
      throw new MessageFormatException(
          "a message of " + array.length + " bytes: its header alone takes " + Layout.HEADER_BYTES);
    }
    if (array[Layout.VERSION_AT] != Layout.VERSION) {
      throw new MessageFormatException("a message of format version " + array[Layout.VERSION_AT]
          + ": this process reads version " + Layout.VERSION);
    }
    if ((array[Layout.FLAGS_AT] & ~Layout.TRACED) != 0) {
      throw new MessageFormatException("a message has unknown flags " + array[Layout.FLAGS_AT]);
    }
    int bytes = switch (array[Layout.KIND_AT]) {
      case Layout.TASK_EXECUTION -> Layout.EXECUTION_BYTES;
      case Layout.STATUS_UPDATE -> Layout.UPDATE_BYTES;
      case Layout.WORKER_HEARTBEAT -> Layout.HEARTBEAT_BYTES;
      case Layout.TASK_CONTROL -> Layout.CONTROL_BYTES;
      default ->
        throw new MessageFormatException("a message of unknown kind " + array[Layout.KIND_AT]);
    };
    if (array.length < bytes) {
      throw new MessageFormatException(
          "a message of " + array.length + " bytes: its fixed block alone takes " + bytes);
    }
    return bytes;
  }

  /** How many bytes the parts of the body claim. */
  private static long partBytes(byte[] array) {
    return switch (array[Layout.KIND_AT]) {
      case Layout.TASK_EXECUTION ->
        (long) lengthAt(array, Layout.EXECUTION_TYPE_LENGTH_AT, false)
            + lengthAt(array, Layout.EXECUTION_PARAMETERS_LENGTH_AT, false);
      case Layout.STATUS_UPDATE ->
        (long) lengthAt(array, Layout.UPDATE_WORKER_LENGTH_AT, false)
            + present(lengthAt(array, Layout.UPDATE_RESULT_LENGTH_AT, true))
            + present(lengthAt(array, Layout.UPDATE_ERROR_LENGTH_AT, true));
      case Layout.WORKER_HEARTBEAT -> lengthAt(array, Layout.HEARTBEAT_WORKER_LENGTH_AT, false);
      default -> lengthAt(array, Layout.CONTROL_REQUESTER_LENGTH_AT, false);
    };
  }

  private static int lengthAt(byte[] array, int at, boolean mayBeAbsent) {
    int length = Layout.intAt(array, at);
    if (length < 0 && !(mayBeAbsent && length == Layout.ABSENT)) {
      throw new MessageFormatException("a part of a message has the length " + length);
    }
    return length;
  }

  private static long present(int length) {
    return Math.max(length, 0);
  }

  private static void checkSize(byte[] array, long claimed) {
    if (claimed != array.length) {
      throw new MessageFormatException(
          "a message of " + array.length + " bytes says that it has " + claimed);
    }
  }

  private static MessageBody body(byte[] array, int at) {
    return switch (array[Layout.KIND_AT]) {
      case Layout.TASK_EXECUTION -> execution(array, at);
      case Layout.STATUS_UPDATE -> update(array, at);
      case Layout.WORKER_HEARTBEAT -> heartbeat(array, at);
      default -> control(array, at);
    };
  }

  private static TaskExecution execution(byte[] array, int at) {
    int typeLength = Layout.intAt(array, Layout.EXECUTION_TYPE_LENGTH_AT);
    int parametersLength = Layout.intAt(array, Layout.EXECUTION_PARAMETERS_LENGTH_AT);
    return new TaskExecution(
        Layout.longAt(array, Layout.EXECUTION_RUN_AT),
        Layout.intAt(array, Layout.EXECUTION_ATTEMPT_AT),
        Layout.longAt(array, Layout.EXECUTION_TASK_AT),
        TEXTS.get(array, at, typeLength),
        Bytes.of(array, at + typeLength, parametersLength),
        Layout.intAt(array, Layout.EXECUTION_TIMEOUT_AT),
        Layout.intAt(array, Layout.EXECUTION_RETRY_AT),
        Layout.intAt(array, Layout.EXECUTION_SHARD_INDEX_AT),
        Layout.intAt(array, Layout.EXECUTION_SHARD_TOTAL_AT));
  }

  private static StatusUpdate update(byte[] array, int at) {
    int workerLength = Layout.intAt(array, Layout.UPDATE_WORKER_LENGTH_AT);
    int resultLength = Layout.intAt(array, Layout.UPDATE_RESULT_LENGTH_AT);
    int errorLength = Layout.intAt(array, Layout.UPDATE_ERROR_LENGTH_AT);
    int resultAt = at + workerLength;
    int errorAt = resultAt + Math.max(resultLength, 0);
    return new StatusUpdate(
        Layout.longAt(array, Layout.UPDATE_RUN_AT),
        Layout.intAt(array, Layout.UPDATE_ATTEMPT_AT),
        RunStatus.ofCode(array[Layout.CODE_AT]),
        TEXTS.get(array, at, workerLength),
        resultLength == Layout.ABSENT ? null : Bytes.of(array, resultAt, resultLength),
        errorLength == Layout.ABSENT ? null : Utf8.get(array, errorAt, errorLength),
        Layout.longAt(array, Layout.UPDATE_INSTANT_AT));
  }

  private static WorkerHeartbeat heartbeat(byte[] array, int at) {
    int workerLength = Layout.intAt(array, Layout.HEARTBEAT_WORKER_LENGTH_AT);
    return new WorkerHeartbeat(
        TEXTS.get(array, at, workerLength),
        Layout.intAt(array, Layout.HEARTBEAT_RUNNING_AT),
        Double.longBitsToDouble(Layout.longAt(array, Layout.HEARTBEAT_LOAD_AT)),
        Layout.longAt(array, Layout.HEARTBEAT_MEMORY_AT),
        Layout.longAt(array, Layout.HEARTBEAT_INSTANT_AT));
  }

  private static TaskControl control(byte[] array, int at) {
    int requesterLength = Layout.intAt(array, Layout.CONTROL_REQUESTER_LENGTH_AT);
    return new TaskControl(
        Layout.longAt(array, Layout.CONTROL_RUN_AT),
        TaskControl.Action.ofCode(array[Layout.CODE_AT]),
        TEXTS.get(array, at, requesterLength),
        Layout.longAt(array, Layout.CONTROL_INSTANT_AT));
  }

  private static TraceParent trace(byte[] array, int at) {
    return new TraceParent(
        Layout.longAt(array, at),
        Layout.longAt(array, at + 8),
        Layout.longAt(array, at + 16),
        array[at + 24] & 0xff);
  }
}
