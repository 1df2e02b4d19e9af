package dev.tare.scheduler.api.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tare.scheduler.model.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A client that sends what it is told, byte by byte, and reads answers strictly: a length or chunks
 * must be there and be right.
 */
public final class RawClient implements AutoCloseable {
  private static final Bytes NO_BODY = Bytes.of(new byte[0]);

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /** Connects to a port of loopback; an answer that takes 20 s is an error. */
  public RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param headers by name in small letters
   * @param body without its chunks
   */
  public record Answer(int status, Map<String, String> headers, Bytes body) {
    /** The body, decoded. */
    public String text() {
      return new String(body.exactArray(), UTF_8);
    }

    /** A header, or an empty text. */
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /** Sends bytes. */
  public RawClient send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    return this;
  }

  /** Sends a text, a byte a character. */
  public RawClient send(String text) throws IOException {
    return send(text.getBytes(ISO_8859_1));
  }

  /** Sends a request that ends with its headers, and reads the answer. */
  public Answer request(String method, String target, String... headers) throws IOException {
    StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    text.append("Host: 127.0.0.1\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return send(text + "\r\n").read(!method.equals("HEAD"));
  }

  /** Sends a request with a body of a length, and reads the answer. */
  public Answer send(String method, String target, String type, byte[] body) throws IOException {
    send(method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + type
        + "\r\nContent-Length: " + body.length + "\r\n\r\n");
    return send(body).read();
  }

  /** Reads an answer that has a body. */
  public Answer read() throws IOException {
    return read(true);
  }

  /** Reads an answer. */
  public Answer read(boolean withBody) throws IOException {
    String start = line();
    if (!start.startsWith("HTTP/1.1 ")) {
      throw new IOException("no HTTP: " + start);
    }
    int status = Integer.parseInt(start.substring(9, 12));
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).trim());
    }
    if (status == 100) {
      return new Answer(status, headers, NO_BODY);
    }
    boolean empty = !withBody || status == 204 || status == 304;
    return new Answer(status, headers, empty ? NO_BODY : Bytes.of(body(headers)));
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    String length = headers.get("content-length");
    if (length != null) {
      return exactly(Integer.parseInt(length));
    }
    if (!"chunked".equals(headers.get("transfer-encoding"))) {
      throw new IOException("neither length nor chunks: " + headers);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line(), 16);
      body.write(exactly(size));
      if (!line().isEmpty()) {
        throw new IOException("a chunk does not end with its line");
      }
      if (size == 0) {
        return body.toByteArray();
      }
    }
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("the answer ends early");
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ends in a line: " + line);
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  /** Sends bytes and no more, and reads whatever comes until the server closes, a byte a char. */
  public String exchange(byte[] last) throws IOException {
    send(last);
    socket.shutdownOutput();
    return new String(in.readAllBytes(), ISO_8859_1);
  }

  /** Whether the server has closed the connection; waits for it, or for the time limit. */
  public boolean isClosedByServer() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
