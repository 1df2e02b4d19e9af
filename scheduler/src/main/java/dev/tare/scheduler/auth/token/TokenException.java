package dev.tare.scheduler.auth.token;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * A token is refused. One shared instance a reason, without a stack trace: a flood of bad tokens
 * allocates nothing here, and nothing of a token can be in one.
 */
public final class TokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a token is refused, and what its holder can do. */
  public enum Reason {
    /** Not three parts of base64url with the claims that this scheduler issues. */
    MALFORMED("is not one that this scheduler issues: send the one you were given, whole"),
    /** Not HS256; {@code none} above all. */
    ALGORITHM("is not signed with HS256: ask for a new one"),
    /** Its key is unknown, rotated out or revoked. */
    UNKNOWN_KEY("was signed by a key that is not in use any more: ask for a new one"),
    /** Its signature does not fit its content. */
    SIGNATURE("has a signature that does not fit: send the one you were given, whole"),
    /** Issued by somebody else with the same key. */
    ISSUER("was issued for another scheduler: ask this one for a token"),
    /** Its time is over. */
    EXPIRED("has expired: ask for a new one"),
    /** Its time has not come. */
    NOT_YET_VALID("is not valid yet: wait, or set the clock");

    private final String says;

    Reason(String says) {
      this.says = says;
    }
  }

  private static final Map<Reason, TokenException> SHARED = shared();

  private final Reason reason;

  private TokenException(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** One for this reason; for whoever verifies tokens. */
  public static TokenException of(Reason reason) {
    return Objects.requireNonNull(SHARED.get(reason));
  }

  private static Map<Reason, TokenException> shared() {
    Map<Reason, TokenException> shared = new EnumMap<>(Reason.class);
    for (Reason reason : Reason.values()) {
      shared.put(reason, new TokenException(reason, "the token " + reason.says));
    }
    return shared;
  }

  /** Why the token is refused. */
  public Reason reason() {
    return reason;
  }
}
