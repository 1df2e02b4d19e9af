package dev.tare.benchmarks.load.api;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A kept connection to a server: sends bytes that are ready, reads all of the answer and hardly
 * makes anything of it, so that the load costs the machine little beside the server. One thread.
 */
final class Connection implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int PATIENCE_MILLIS = 30_000;
  private static final String LENGTH = "\r\ncontent-length:";
  private static final String CHUNKED = "\r\ntransfer-encoding: chunked";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int from;
  private int to;
  private @Nullable ByteArrayOutputStream kept;

  Connection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /** Sends a request, reads its answer to the end, and returns the status. */
  int exchange(byte[] request) throws IOException {
    out.write(request);
    from = 0;
    to = 0;
    String head = head();
    int status = Integer.parseInt(head, 9, 12, 10);
    String lower = head.toLowerCase(Locale.ROOT);
    int length = lower.indexOf(LENGTH);
    if (length >= 0) {
      int begin = length + LENGTH.length();
      skip(Integer.parseInt(lower.substring(begin, lower.indexOf('\r', begin)).trim()));
    } else if (lower.contains(CHUNKED)) {
      int chunk;
      do {
        chunk = Integer.parseInt(line(), 16);
        skip(chunk);
        line();
      } while (chunk > 0);
    }
    return status;
  }

  /** The same, with the body as a text instead of the status. */
  String body(byte[] request) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    kept = body;
    int status = exchange(request);
    kept = null;
    return status + " " + body.toString(StandardCharsets.UTF_8);
  }

  private String head() throws IOException {
    int looked = 3;
    while (true) {
      for (; looked < to; looked++) {
        if (buffer[looked] == '\n' && buffer[looked - 2] == '\n') {
          from = looked + 1;
          return new String(buffer, 0, from, StandardCharsets.ISO_8859_1);
        }
      }
      fill();
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(8);
    while (true) {
      if (from == to) {
        refill();
      }
      int next = buffer[from++];
      if (next == '\n') {
        return line.toString();
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
  }

  private void skip(int bytes) throws IOException {
    int left = bytes;
    while (left > 0) {
      if (from == to) {
        refill();
      }
      int part = Math.min(left, to - from);
      if (kept != null) {
        kept.write(buffer, from, part);
      }
      from += part;
      left -= part;
    }
  }

  private void refill() throws IOException {
    from = 0;
    to = 0;
    fill();
  }

  private void fill() throws IOException {
    if (to == buffer.length) {
      throw new IOException("the headers of an answer are longer than " + BUFFER_BYTES + " bytes");
    }
    int read = in.read(buffer, to, buffer.length - to);
    if (read < 0) {
      throw new EOFException("the server has closed the connection");
    }
    to += read;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
