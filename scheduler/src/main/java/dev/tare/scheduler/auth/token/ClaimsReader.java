package dev.tare.scheduler.auth.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.tare.scheduler.auth.token.TokenException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads the claims that a verified token needs, by tokens: no map, no dates. For payloads whose
 * signature has been found good. Thread-safe.
 */
final class ClaimsReader {
  /**
   * A claim that comes twice is an error: who reads the first must not differ from who the last.
   */
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .recyclerPool(JsonRecyclerPools.threadLocalPool())
      .build();

  private final Scopes scopes;

  ClaimsReader(Scopes scopes) {
    this.scopes = scopes;
  }

  /** What the claims say while they are read. */
  private static final class Claims {
    private @Nullable String issuer;
    private @Nullable String subject;
    private @Nullable String id;
    private @Nullable String scope;
    private long issuedAt = Long.MIN_VALUE;
    private long notBefore = Long.MIN_VALUE;
    private long expiresAt = Long.MIN_VALUE;
  }

  /**
   * What a token says.
   *
   * @param signed header and payload, encoded
   * @param from where the payload begins
   * @param issuer who must have issued it
   * @param keyId whose signature it has
   */
  VerifiedToken read(byte[] signed, int from, String issuer, String keyId) {
    Claims claims = new Claims();
    try {
      ByteBuffer payload =
          Base64.getUrlDecoder().decode(ByteBuffer.wrap(signed, from, signed.length - from));
      try (JsonParser parser =
          FACTORY.createParser(payload.array(), payload.arrayOffset(), payload.remaining())) {
        readAll(parser, claims);
      }
    } catch (IOException | IllegalArgumentException | ArithmeticException quotesTheToken) {
      throw TokenException.of(Reason.MALFORMED);
    }
    if (!issuer.equals(claims.issuer)) {
      throw TokenException.of(Reason.ISSUER);
    }
    String subject = claims.subject;
    String id = claims.id;
    if (subject == null
        || id == null
        || claims.issuedAt == Long.MIN_VALUE
        || claims.expiresAt == Long.MIN_VALUE) {
      throw TokenException.of(Reason.MALFORMED);
    }
    return new VerifiedToken(
        subject,
        scopes.of(claims.scope),
        id,
        keyId,
        claims.issuedAt,
        claims.notBefore,
        claims.expiresAt);
  }

  private static void readAll(JsonParser parser, Claims claims) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw TokenException.of(Reason.MALFORMED);
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.VALUE_NULL) {
        continue;
      }
      switch (name) {
        case "iss" -> claims.issuer = text(parser, value);
        case "sub" -> claims.subject = text(parser, value);
        case "jti" -> claims.id = text(parser, value);
        case SignedTokens.SCOPE_CLAIM -> claims.scope = text(parser, value);
        case "iat" -> claims.issuedAt = millis(parser, value);
        case "nbf" -> claims.notBefore = millis(parser, value);
        case "exp" -> claims.expiresAt = millis(parser, value);
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw TokenException.of(Reason.MALFORMED);
    }
  }

  private static String text(JsonParser parser, JsonToken value) throws IOException {
    if (value != JsonToken.VALUE_STRING) {
      throw TokenException.of(Reason.MALFORMED);
    }
    return parser.getText();
  }

  private static long millis(JsonParser parser, JsonToken value) throws IOException {
    if (!value.isNumeric()) {
      throw TokenException.of(Reason.MALFORMED);
    }
    return Math.multiplyExact(parser.getLongValue(), 1000L);
  }
}
