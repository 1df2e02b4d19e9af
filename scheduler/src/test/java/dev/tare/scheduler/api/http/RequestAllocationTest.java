package dev.tare.scheduler.api.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What the server allocates for a request, all of its threads together. */
class RequestAllocationTest extends ListenerFixture {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int REQUESTS = 400;

  /**
   * Compiled, 3,100 B: Jetty's own part is about 1,100 B, the JSON generator's 500 B, the header's
   * and the query's texts most of the rest. Before all of it is compiled, 5,200 B were seen.
   */
  private static final long MOST_BYTES = 6_500;

  @Test
  void request_allocatesALittle() throws IOException {
    byte[] request =
        "GET /api/things?rows=10 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(ISO_8859_1);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 6; round++) {
      long before = serverBytes();
      for (int i = 0; i < REQUESTS; i++) {
        client.send(request).read();
      }
      least = Math.min(least, serverBytes() - before);
    }
    System.out.println("HTTP request, ten rows of JSON: " + least / REQUESTS + " B in the server");
    assertThat(least / REQUESTS).isLessThan(MOST_BYTES);
  }

  private static long serverBytes() {
    long sum = 0;
    for (var thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().startsWith("tare-http")) {
        sum += Math.max(0, THREADS.getThreadAllocatedBytes(thread.getThreadId()));
      }
    }
    return sum;
  }
}
