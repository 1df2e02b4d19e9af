package dev.tare.profiling.jmh;

import dev.tare.profiling.wire.EventWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * The connection to the command that started this JVM, on loopback. When it closes this JVM ends:
 * none outlives its command.
 */
final class ParentLink {
  private static final int PARENT_GONE = 70;
  private static final long SHUTDOWN_MILLIS = 10_000;

  private final DataInputStream in;
  private final EventWriter events;

  private ParentLink(Socket socket, String token) throws IOException {
    socket.setTcpNoDelay(true);
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeUTF(token);
    this.in = new DataInputStream(socket.getInputStream());
    this.events = new EventWriter(out);
  }

  /** Connects to the port that is the first argument, and shows the token that is the second. */
  static ParentLink connect(String[] args) throws IOException {
    int port = Integer.parseInt(args[0]);
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port); // open until the end
    return new ParentLink(socket, args[1]);
  }

  /** Where the order comes from; after it nothing does. */
  DataInputStream in() {
    return in;
  }

  /** Where events go. */
  EventWriter events() {
    return events;
  }

  /** From now on, when the order has been read, this JVM ends with its parent. */
  void endWhenClosed() {
    daemon("tare-parent-watch", () -> {
      awaitEnd(in);
      daemon("tare-exit", () -> System.exit(PARENT_GONE)); // lets databases stop
      try {
        Thread.sleep(SHUTDOWN_MILLIS);
      } catch (InterruptedException e) {
        // then end now
      }
      Runtime.getRuntime().halt(PARENT_GONE);
    });
  }

  private static void awaitEnd(InputStream in) {
    try {
      int read;
      do {
        read = in.read(); // the parent sends nothing more: this returns when it closes
      } while (read >= 0);
    } catch (IOException e) {
      // as good as closed
    }
  }

  private static void daemon(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
  }
}
