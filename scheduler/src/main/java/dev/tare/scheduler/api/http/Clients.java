package dev.tare.scheduler.api.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;

/** Which number a client has for the rate limiter, and which name for the log. */
final class Clients {
  private static final String ATTRIBUTE = Clients.class.getName();

  private Clients() {}

  /** The other end of a connection. */
  private record Peer(long number, String name) {}

  /** The number of a request's other end: the address, of which IPv6 counts its network alone. */
  static long number(Request request) {
    return peer(request).number;
  }

  /** The address of a request's other end. */
  static String name(Request request) {
    return peer(request).name;
  }

  /** The number of a token's subject (FNV-1a); addresses are told apart by their upper half. */
  static long number(String subject) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < subject.length(); i++) {
      hash = (hash ^ subject.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /** Found once a connection. */
  private static Peer peer(Request request) {
    ConnectionMetaData connection = request.getConnectionMetaData();
    if (connection.getAttribute(ATTRIBUTE) instanceof Peer known) {
      return known;
    }
    Peer peer = peer(connection.getRemoteSocketAddress());
    connection.setAttribute(ATTRIBUTE, peer);
    return peer;
  }

  private static Peer peer(SocketAddress remote) {
    if (!(remote instanceof InetSocketAddress socket) || socket.getAddress() == null) {
      return new Peer(number(remote.toString()), remote.toString());
    }
    InetAddress address = socket.getAddress();
    return new Peer(number(address.getAddress()), address.getHostAddress());
  }

  /** An IPv4 address, or the 64 bits of an IPv6 address that name the network. */
  static long number(byte[] address) {
    long number = 0;
    for (int i = 0; i < Math.min(Long.BYTES, address.length); i++) {
      number = number << 8 | (address[i] & 0xff);
    }
    return number;
  }
}
