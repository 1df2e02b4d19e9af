package dev.tare.scheduler.message.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.RandomMessages;
import dev.tare.scheduler.message.StatusUpdate;
import dev.tare.scheduler.message.TaskControl;
import dev.tare.scheduler.message.TaskExecution;
import dev.tare.scheduler.message.TraceParent;
import dev.tare.scheduler.message.WorkerHeartbeat;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MessageCodecTest {

  @Test
  void everyMessage_readsBackWholly() {
    long seed = System.nanoTime();
    RandomMessages messages = new RandomMessages(seed);
    for (int i = 0; i < 5_000; i++) {
      Message message = messages.next();

      byte[] encoded = MessageCodec.encode(message);

      assertThat(encoded).as("seed=%s", seed).hasSize(MessageCodec.encodedBytes(message));
      assertThat(MessageCodec.decode(encoded, 0)).as("seed=%s", seed).isEqualTo(message);
    }
  }

  @Test
  void buffer_holdsMessagesOneAfterTheOther() {
    long seed = System.nanoTime();
    RandomMessages messages = new RandomMessages(seed);
    MessageBuffer buffer = new MessageBuffer(8);
    for (int round = 0; round < 50; round++) {
      buffer.clear();
      for (int i = 0; i < 20; i++) {
        Message message = messages.next();
        int at = buffer.length();

        int bytes = MessageCodec.encode(message, buffer);

        byte[] part = Arrays.copyOfRange(buffer.array(), at, at + bytes);
        assertThat(part).as("seed=%s", seed).isEqualTo(MessageCodec.encode(message));
        assertThat(buffer.length()).isEqualTo(at + bytes);
      }
    }
  }

  @Test
  void redeliveries_areTheReaders() {
    byte[] encoded = MessageCodec.encode(Message.of(control("me"), 5));

    assertThat(MessageCodec.decode(encoded, 3).redeliveries()).isEqualTo(3);
  }

  @Test
  void bytes_areViewsOfTheEncodedArray() {
    Bytes parameters = Bytes.of(new byte[] {1, 2, 3});
    byte[] encoded = MessageCodec.encode(
        Message.of(new TaskExecution(1, 1, 1, "t", parameters, 1, 0, -1, 0), 5));

    TaskExecution read = (TaskExecution) MessageCodec.decode(encoded, 0).body();

    assertThat(read.parameters().array()).isSameAs(encoded);
    assertThat(read.parameters()).isEqualTo(parameters);
  }

  @Test
  void repeatedShortTexts_areTheSameInstance() {
    Message message = Message.of(control("requester-of-this-test"), 5);

    TaskControl one =
        (TaskControl) MessageCodec.decode(MessageCodec.encode(message), 0).body();
    TaskControl two =
        (TaskControl) MessageCodec.decode(MessageCodec.encode(message), 0).body();

    assertThat(two.requester()).isSameAs(one.requester());
  }

  @Test
  void whatIsNoCharacter_isAQuestionMark() {
    byte[] encoded = MessageCodec.encode(Message.of(control("a\ud83d-\ude80b"), 5));

    assertThat(((TaskControl) MessageCodec.decode(encoded, 0).body()).requester())
        .isEqualTo("a?-?b");
  }

  @Test
  void tooLargeAMessage_isRefusedBeforeItIsEncoded() {
    Bytes large = Bytes.of(new byte[MessageCodec.MAX_BYTES]);
    Message message = Message.of(new TaskExecution(1, 1, 1, "t", large, 1, 0, -1, 0), 5);
    MessageBuffer buffer = new MessageBuffer(8);

    assertThatThrownBy(() -> MessageCodec.encode(message, buffer))
        .isInstanceOf(ValidationException.class)
        .hasMessage("a message of 8388677 bytes: it may have at most 8388608");
    assertThat(buffer.length()).isZero();
  }

  /** Messages outlive the process that wrote them: the bytes of version 1 never change. */
  @Test
  void versionOne_hasTheseBytes() {
    TraceParent trace = new TraceParent(0x1111111111111111L, 0x22, 0x33, 1);
    Bytes two = Bytes.of(new byte[] {7, 8});

    assertEncodes(
        new Message(1, "c", trace, 2, 0, new TaskExecution(3, 4, 5, "t", two, 6, 7, 0, 9)),
        "01010100" + "00000001" + "0000000000000001" + "0000000000000002"
            + "0000000000000003" + "0000000000000005" + "00000004" + "00000006" + "00000007"
            + "00000000" + "00000009" + "00000001" + "00000002"
            + "1111111111111111" + "0000000000000022" + "0000000000000033" + "01"
            + ascii("c") + ascii("t") + "0708");
    assertEncodes(
        new Message(
            -1, null, null, 2, 0, new StatusUpdate(3, 4, RunStatus.FAILED, "w", two, "e", 5)),
        "01020004" + "ffffffff" + "ffffffffffffffff" + "0000000000000002"
            + "0000000000000003" + "0000000000000005" + "00000004"
            + "00000001" + "00000002" + "00000001" + ascii("w") + "0708" + ascii("e"));
    assertEncodes(
        new Message(1, null, null, 2, 0, new WorkerHeartbeat("w", 3, 1.5, -1, 5)),
        "01030000" + "ffffffff" + "0000000000000001" + "0000000000000002"
            + "0000000000000005" + "ffffffffffffffff" + "3ff8000000000000" + "00000003"
            + "00000001" + ascii("w"));
    assertEncodes(
        new Message(1, null, null, 2, 0, new TaskControl(3, TaskControl.Action.CANCEL, "w", 5)),
        "01040002" + "ffffffff" + "0000000000000001" + "0000000000000002" + "0000000000000003"
            + "0000000000000005" + "00000001" + ascii("w"));
  }

  private static void assertEncodes(Message message, String hex) {
    assertThat(HexFormat.of().formatHex(MessageCodec.encode(message))).isEqualTo(hex);
  }

  private static String ascii(String text) {
    return HexFormat.of().formatHex(text.getBytes(US_ASCII));
  }

  private static TaskControl control(String requester) {
    return new TaskControl(1, TaskControl.Action.PAUSE, requester, 5);
  }
}
