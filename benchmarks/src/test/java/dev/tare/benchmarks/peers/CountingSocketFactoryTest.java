package dev.tare.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class CountingSocketFactoryTest {

  @Test
  void answerReadInParts_isOneRoundTrip() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new CountingSocketFactory().createSocket()) {
      client.connect(server.getLocalSocketAddress());
      try (Socket accepted = server.accept()) {
        long before = CountingSocketFactory.trips();
        for (int trip = 0; trip < 3; trip++) {
          talk(client, accepted);
        }
        assertThat(CountingSocketFactory.trips() - before).isEqualTo(3);
      }
    }
  }

  /** Two writes, and an answer that is read in two parts. */
  private static void talk(Socket client, Socket server) throws Exception {
    OutputStream out = client.getOutputStream();
    out.write(1);
    out.write(new byte[] {2, 3});
    assertThat(server.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
    server.getOutputStream().write(new byte[] {4, 5});
    InputStream in = client.getInputStream();
    assertThat(in.read()).isEqualTo(4);
    assertThat(in.read(new byte[8], 0, 8)).isEqualTo(1);
  }

  @Test
  void countedUrl_namesTheFactory() {
    assertThat(CountingSocketFactory.counted("jdbc:postgresql://h/d?user=u"))
        .isEqualTo("jdbc:postgresql://h/d?user=u&socketFactory="
            + "dev.tare.benchmarks.peers.CountingSocketFactory");
  }
}
