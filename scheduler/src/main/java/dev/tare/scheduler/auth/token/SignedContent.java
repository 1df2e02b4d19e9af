package dev.tare.scheduler.auth.token;

import dev.tare.scheduler.auth.key.KeyRing;
import dev.tare.scheduler.auth.key.SigningKey;

/** What a token says, with the key whose signature vouches for it. */
record SignedContent(VerifiedToken token, SigningKey key) {

  /** Whether the signature still counts: the ring verifies with that very secret now. */
  boolean isVouchedForBy(KeyRing keys) {
    SigningKey now = keys.find(key.id());
    return now != null && now.hasSecretOf(key);
  }
}
