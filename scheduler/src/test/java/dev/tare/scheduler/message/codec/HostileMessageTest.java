package dev.tare.scheduler.message.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.tare.scheduler.auth.Allocated;
import dev.tare.scheduler.error.MessageFormatException;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.RandomMessages;
import dev.tare.scheduler.message.StatusUpdate;
import dev.tare.scheduler.message.TaskControl;
import dev.tare.scheduler.message.TaskExecution;
import dev.tare.scheduler.message.WorkerHeartbeat;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no message give a typed error, whatever they are, and cost nothing before it. */
class HostileMessageTest {
  private static final int FAILURE_BYTES = 4_096;

  @Test
  void everyTruncation_isRefused() {
    for (Message message : oneOfEachKind()) {
      byte[] encoded = MessageCodec.encode(message);
      for (int length = 0; length < encoded.length; length++) {
        assertRefused(Arrays.copyOf(encoded, length));
      }
      assertRefused(Arrays.copyOf(encoded, encoded.length + 1));
    }
  }

  @Test
  void everyAbsurdLength_isRefusedWithoutAllocating() {
    for (Message message : oneOfEachKind()) {
      byte[] encoded = MessageCodec.encode(message);
      for (int at : lengthsOf(encoded[Layout.KIND_AT])) {
        for (int length : new int[] {Integer.MIN_VALUE, -2, 1 << 20, Integer.MAX_VALUE}) {
          byte[] absurd = encoded.clone();
          Layout.putInt(absurd, at, length);
          assertRefused(absurd);
          assertThat(Allocated.bytesPerCall(1, () -> assertFails(absurd)))
              .isLessThan(FAILURE_BYTES);
        }
      }
    }
  }

  @Test
  void lengthsThatOverflowTogether_areRefused() {
    byte[] encoded = MessageCodec.encode(oneOfEachKind().get(1));
    Layout.putInt(encoded, Layout.CORRELATION_LENGTH_AT, Integer.MAX_VALUE);
    Layout.putInt(encoded, Layout.UPDATE_WORKER_LENGTH_AT, Integer.MAX_VALUE);
    Layout.putInt(encoded, Layout.UPDATE_RESULT_LENGTH_AT, encoded.length + 2);

    assertRefused(encoded);
  }

  @Test
  void randomDamage_neverGivesAnythingButTheTypedError() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    RandomMessages messages = new RandomMessages(seed);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] encoded = MessageCodec.encode(messages.next());
      for (int damage = random.nextInt(3); damage >= 0; damage--) {
        encoded[random.nextInt(Math.min(encoded.length, 100))] = (byte) random.nextInt();
      }
      try {
        Message read = MessageCodec.decode(encoded, 0);
        assertThat(MessageCodec.decode(MessageCodec.encode(read), 0)).isEqualTo(read);
      } catch (MessageFormatException expected) {
        refused++;
      } catch (RuntimeException | Error other) {
        fail("seed=" + seed + ' ' + HexFormat.of().formatHex(encoded), other);
      }
    }
    assertThat(refused).as("seed=%s", seed).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ff", "c0af", "e282", "f09f98", "eda080", "f8888080", "41ff42", "efbfbdff", "80"})
  void textThatIsNotUtf8_isRefused(String hex) {
    byte[] text = HexFormat.of().parseHex(hex);
    byte[] encoded = MessageCodec.encode(
        Message.of(new TaskControl(1, TaskControl.Action.PAUSE, "x".repeat(text.length), 5), 5));
    System.arraycopy(text, 0, encoded, encoded.length - text.length, text.length);

    assertThatThrownBy(() -> MessageCodec.decode(encoded, 0))
        .isInstanceOf(MessageFormatException.class)
        .hasMessage("a text of a message is not UTF-8");
  }

  @Test
  void messageOfAnotherVersion_saysSo() {
    byte[] encoded = MessageCodec.encode(oneOfEachKind().get(0));
    encoded[Layout.VERSION_AT] = 2;

    assertThatThrownBy(() -> MessageCodec.decode(encoded, 0))
        .isInstanceOf(MessageFormatException.class)
        .hasMessage("a message of format version 2: this process reads version 1");
  }

  @Test
  void codeOfNoStatus_saysSo() {
    byte[] encoded = MessageCodec.encode(oneOfEachKind().get(1));
    encoded[Layout.CODE_AT] = 7;

    assertThatThrownBy(() -> MessageCodec.decode(encoded, 0))
        .isInstanceOf(MessageFormatException.class)
        .hasMessage("a message has a bad value: no run status has the code 7");
  }

  private static List<Message> oneOfEachKind() {
    Bytes bytes = Bytes.of(new byte[] {1, 2, 3});
    return List.of(
        new Message(1, "corr", null, 2, 0, new TaskExecution(1, 2, 3, "t", bytes, 4, 5, 0, 2)),
        new Message(
            1, "corr", null, 2, 0, new StatusUpdate(1, 2, RunStatus.FAILED, "w", bytes, "e", 3)),
        new Message(1, "corr", null, 2, 0, new WorkerHeartbeat("w", 1, 0.5, 64, 3)),
        new Message(1, "corr", null, 2, 0, new TaskControl(1, TaskControl.Action.CANCEL, "me", 3)));
  }

  private static int[] lengthsOf(byte kind) {
    return switch (kind) {
      case Layout.TASK_EXECUTION ->
        new int[] {
          Layout.CORRELATION_LENGTH_AT,
          Layout.EXECUTION_TYPE_LENGTH_AT,
          Layout.EXECUTION_PARAMETERS_LENGTH_AT
        };
      case Layout.STATUS_UPDATE ->
        new int[] {
          Layout.CORRELATION_LENGTH_AT,
          Layout.UPDATE_WORKER_LENGTH_AT,
          Layout.UPDATE_RESULT_LENGTH_AT,
          Layout.UPDATE_ERROR_LENGTH_AT
        };
      case Layout.WORKER_HEARTBEAT ->
        new int[] {Layout.CORRELATION_LENGTH_AT, Layout.HEARTBEAT_WORKER_LENGTH_AT};
      default -> new int[] {Layout.CORRELATION_LENGTH_AT, Layout.CONTROL_REQUESTER_LENGTH_AT};
    };
  }

  private static void assertRefused(byte[] encoded) {
    assertThatThrownBy(() -> MessageCodec.decode(encoded, 0))
        .isInstanceOf(MessageFormatException.class);
  }

  private static void assertFails(byte[] encoded) {
    try {
      MessageCodec.decode(encoded, 0);
      fail("it was decoded");
    } catch (MessageFormatException expected) {
      // what it cost is measured
    }
  }
}
