package dev.tare.scheduler.message.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.auth.Allocated;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.StatusUpdate;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CodecAllocationTest {
  private final Bytes result = Bytes.of(new byte[200]);
  private final Message message = new Message(
      1, null, null, 2, 0, new StatusUpdate(1, 2, RunStatus.COMPLETED, "wörker", result, null, 3));

  @Test
  void encoding_allocatesTheArrayAlone() {
    byte[] encoded = MessageCodec.encode(message);

    assertThat(Allocated.bytesPerCall(
            1000, () -> Objects.requireNonNull(MessageCodec.encode(message))))
        .isLessThanOrEqualTo(16 + (encoded.length + 7) / 8 * 8L);
  }

  @Test
  void encodingIntoAKeptBuffer_allocatesNothing() {
    MessageBuffer buffer = new MessageBuffer(512);

    assertThat(Allocated.bytesPerCall(1000, () -> {
          buffer.clear();
          MessageCodec.encode(message, buffer);
        }))
        .isZero();
  }

  @Test
  void decoding_allocatesTheMessageItsBodyAndAViewAlone() {
    Message plain = new Message(
        1, null, null, 2, 0, new StatusUpdate(1, 2, RunStatus.COMPLETED, "w", result, null, 3));
    byte[] encoded = MessageCodec.encode(plain);

    assertThat(Allocated.bytesPerCall(
            1000, () -> Objects.requireNonNull(MessageCodec.decode(encoded, 0))))
        .isLessThanOrEqualTo(48 + 48 + 24);
  }
}
