package dev.tare.scheduler.api.security;

import dev.tare.scheduler.error.ValidationException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where the API may listen. */
public final class BindPolicy {

  private BindPolicy() {}

  /**
   * The address of a host name, if the API may listen there: on loopback always, elsewhere only if
   * it asks for tokens.
   *
   * @throws ValidationException if it may not, or no interface has that name
   */
  public static InetAddress address(String host, boolean authenticated) {
    InetAddress address;
    try {
      address = InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new ValidationException(
          "the HTTP API can not listen on " + host + ": no address has that name");
    }
    if (!authenticated && !address.isLoopbackAddress()) {
      throw new ValidationException("the HTTP API will not listen on " + host
          + " without authentication, where anybody could run tasks:"
          + " configure a key file for tokens, or bind it to 127.0.0.1");
    }
    return address;
  }
}
