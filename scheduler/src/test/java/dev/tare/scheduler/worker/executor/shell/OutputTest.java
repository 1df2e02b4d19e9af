package dev.tare.scheduler.worker.executor.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutputTest {

  @Test
  void headAndTail_keepWhatAnOracleKeeps_howeverTheStreamIsTorn() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      byte[] printed = ascii(random, random.nextInt(5000));
      int limit = 1 + random.nextInt(3000);
      OutputHead head = new OutputHead(limit);
      OutputTail tail = new OutputTail(limit);
      head.readFrom(torn(printed, random));
      tail.readFrom(torn(printed, random));

      int kept = Math.min(limit, printed.length);
      String as = "seed " + seed + ", round " + round;
      assertThat(head.bytes())
          .as(as)
          .isEqualTo(kept == 0 ? null : Bytes.of(Arrays.copyOf(printed, kept)));
      assertThat(tail.text())
          .as(as)
          .isEqualTo(new String(printed, printed.length - kept, kept, StandardCharsets.US_ASCII));
    }
  }

  @Test
  void head_readsToTheEndBeyondItsLimit() throws IOException {
    InputStream in = new ByteArrayInputStream(new byte[100_000]);

    new OutputHead(0).readFrom(in);

    assertThat(in.read()).isEqualTo(-1);
  }

  @Test
  void headThatWasTaken_staysAsItIs() throws IOException {
    OutputHead head = new OutputHead(4000);
    byte[] printed = ascii(new Random(1), 4000);
    Bytes[] early = new Bytes[1];
    head.readFrom(new ByteArrayInputStream(printed) {
      @Override
      public synchronized int read(byte[] b, int off, int len) {
        early[0] = pos == 100 ? head.bytes() : early[0];
        return super.read(b, off, Math.min(len, 100));
      }
    });

    assertThat(early[0]).isEqualTo(Bytes.of(Arrays.copyOf(printed, 100)));
    assertThat(head.bytes()).isEqualTo(Bytes.of(printed));
  }

  @Test
  void tailThatBeginsWithinACharacter_beginsAtTheNext() throws IOException {
    OutputTail tail = new OutputTail(5);
    tail.readFrom(new ByteArrayInputStream("xx€ü2".getBytes(StandardCharsets.UTF_8)));

    assertThat(tail.text()).isEqualTo("ü2");
  }

  private static byte[] ascii(Random random, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ('a' + random.nextInt(26));
    }
    return bytes;
  }

  private static InputStream torn(byte[] bytes, Random random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] b, int off, int len) {
        return super.read(b, off, Math.min(len, 1 + random.nextInt(700)));
      }
    };
  }
}
