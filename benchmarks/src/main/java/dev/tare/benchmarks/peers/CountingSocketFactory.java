package dev.tare.benchmarks.peers;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/**
 * Counts round trips: a connection that has sent something and then reads has made one. The driver
 * makes its sockets by the name of this class, so that every statement of every subject is counted,
 * whatever it calls itself. Safe for all threads.
 */
public final class CountingSocketFactory extends SocketFactory {
  private static final AtomicLong TRIPS = new AtomicLong();

  /** For the driver, by reflection. */
  public CountingSocketFactory() {}

  /** A PostgreSQL URL whose connections are counted. */
  public static String counted(String url) {
    return url + (url.contains("?") ? '&' : '?') + "socketFactory="
        + CountingSocketFactory.class.getName();
  }

  /** The round trips of this JVM so far. */
  public static long trips() {
    return TRIPS.get();
  }

  @Override
  public Socket createSocket() {
    return new CountingSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  private static Socket connected(InetSocketAddress address) throws IOException {
    Socket socket = new CountingSocket();
    socket.connect(address);
    return socket;
  }

  /** Used by one thread at a time, as connections are. */
  private static final class CountingSocket extends Socket {
    private volatile boolean sent;

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          arrive();
          return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
          arrive();
          return in.read(into, offset, length);
        }
      };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(int value) throws IOException {
          sent = true;
          out.write(value);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
          sent = true;
          out.write(from, offset, length);
        }
      };
    }

    private void arrive() {
      if (sent) {
        sent = false;
        TRIPS.incrementAndGet();
      }
    }
  }
}
