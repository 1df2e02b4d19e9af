package dev.tare.scheduler.store.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Stands before a server and hands through what both say, until it is told to be silent: then it
 * accepts, and answers nothing any more, as a server does whose machine has gone away.
 */
public final class SilentLink implements AutoCloseable {
  private final ServerSocket door;
  private final String host;
  private final int port;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private volatile boolean silent;

  /** To this server, on a free port of this machine. */
  public SilentLink(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    this.door = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** The port to connect to in the server's place. */
  public int port() {
    return door.getLocalPort();
  }

  /** Whether it is silent from now on, old connections as well as new ones. */
  public void silence(boolean silent) {
    this.silent = silent;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        sockets.add(client);
        if (!silent) {
          Socket server = new Socket(host, port);
          sockets.add(server);
          start(() -> pump(client, server, false));
          start(() -> pump(server, client, true));
        }
      }
    } catch (IOException e) {
      // closed: nobody else is let in
    }
  }

  private void pump(Socket from, Socket to, boolean answering) {
    byte[] buffer = new byte[8192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (!silent || !answering) {
          out.write(buffer, 0, read);
        }
      }
      to.close();
    } catch (IOException e) {
      // one of both has gone
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "silent link");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
