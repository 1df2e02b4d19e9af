package dev.tare.scheduler.auth.token;

/** Issues bearer tokens and says who holds one. Implementations are thread-safe. */
public interface TokenService {

  /**
   * A signed token in its compact form, good for an {@code Authorization: Bearer} header.
   *
   * @throws IllegalArgumentException if it would outlive the overlap of the key that signs it
   */
  String issue(TokenRequest request);

  /**
   * What a token says, if its signature, its algorithm and its times hold.
   *
   * @throws TokenException with the reason if it is refused; its message holds nothing of the token
   */
  VerifiedToken verify(String token);

  /** The same for a token within a text, such as a header. */
  default VerifiedToken verify(String text, int from, int to) {
    return verify(text.substring(from, to));
  }
}
