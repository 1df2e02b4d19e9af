package dev.tare.scheduler.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Random;

/**
 * Requests that are no HTTP, or nearly: some that are known to be wrong, others with a few bytes
 * changed. Who sends one ends its side of the connection behind it.
 */
final class BrokenRequests {
  private static final String HOST = "Host: 127.0.0.1\r\n";
  private static final String[] KNOWN = {
    "\u0000\u0000\u0000\u0000\r\n\r\n",
    "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "GET\r\n\r\n",
    "GET /api/tasks\r\n\r\n",
    "GET /api/tasks HTTP/1.1\r\n\r\n",
    "GET /api/tasks HTTP/1.0\r\n\r\n",
    "GET /api/tasks HTTP/0.9\r\n" + HOST + "\r\n",
    "GET /api/tasks HTTP/3.0\r\n" + HOST + "\r\n",
    "GET  /api/tasks HTTP/1.1\r\n" + HOST + "\r\n",
    "GET api/tasks HTTP/1.1\r\n" + HOST + "\r\n",
    "GET * HTTP/1.1\r\n" + HOST + "\r\n",
    "GET //api//tasks HTTP/1.1\r\n" + HOST + "\r\n",
    "GET /api/../../etc/passwd HTTP/1.1\r\n" + HOST + "\r\n",
    "GET /api/tasks/%zz HTTP/1.1\r\n" + HOST + "\r\n",
    "GET /api/tasks?name=%zz HTTP/1.1\r\n" + HOST + "\r\n",
    "GET /api/tasks#1 HTTP/1.1\r\n" + HOST + "\r\n",
    "GET http://127.0.0.1/api/tasks HTTP/1.1\r\n" + HOST + "\r\n",
    "CONNECT 127.0.0.1:80 HTTP/1.1\r\n" + HOST + "\r\n",
    "GET /api/tasks HTTP/1.1\r\nHost: a b\r\n\r\n",
    "GET /api/tasks HTTP/1.1\r\n" + HOST + HOST + "\r\n",
    "GET /api/tasks HTTP/1.1\r\n" + HOST + "No colon\r\n\r\n",
    "GET /api/tasks HTTP/1.1\r\n" + HOST + "X : y\r\n\r\n",
    "GET /api/tasks HTTP/1.1\r\n" + HOST + "X: y\r\n folded\r\n\r\n",
    "GET /api/tasks HTTP/1.1\r\n" + HOST + "X: " + "y".repeat(9_000) + "\r\n\r\n",
    "GET /" + "y".repeat(9_000) + " HTTP/1.1\r\n" + HOST + "\r\n",
    "GET /api/tasks HTTP/1.1\r\n" + HOST + "Upgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
    "POST /api/tasks HTTP/1.1\r\n" + HOST + "Content-Length: -1\r\n\r\n",
    "POST /api/tasks HTTP/1.1\r\n" + HOST + "Content-Length: x\r\n\r\n",
    "POST /api/tasks HTTP/1.1\r\n" + HOST + "Content-Length: 99999999999999999999\r\n\r\n",
    "POST /api/tasks HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
    "POST /api/tasks HTTP/1.1\r\n" + HOST + "Content-Length: 50\r\n\r\n{\"name\":",
    "POST /api/tasks HTTP/1.1\r\n" + HOST + "Transfer-Encoding: gzip\r\n\r\n",
    "POST /api/tasks HTTP/1.1\r\n" + HOST
        + "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    "POST /api/tasks HTTP/1.1\r\n" + HOST
        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
    "POST /api/tasks HTTP/1.1\r\n" + HOST + "Expect: nonsense\r\nContent-Length: 2\r\n\r\n{}",
  };

  private final Random random;

  BrokenRequests(long seed) {
    random = new Random(seed);
  }

  /** The next one; half of them are {@code good} with up to three bytes changed. */
  byte[] next(byte[] good) {
    if (random.nextBoolean()) {
      return KNOWN[random.nextInt(KNOWN.length)].getBytes(ISO_8859_1);
    }
    byte[] changed = good.clone();
    int headBytes = Math.min(changed.length, 200);
    for (int i = random.nextInt(3); i >= 0; i--) {
      changed[random.nextInt(headBytes)] = (byte) random.nextInt(256);
    }
    return changed;
  }
}
