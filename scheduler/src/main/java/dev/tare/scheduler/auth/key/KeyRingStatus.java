package dev.tare.scheduler.auth.key;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ring as an operator sees it: names and times, no secret.
 *
 * @param policy the name of the rotation policy
 * @param currentKeyId the key that signs
 * @param createdAt when that key was made
 * @param nextRotationAt when it is replaced; null if only on request
 * @param previous the keys that still verify, newest first
 */
public record KeyRingStatus(
    String policy,
    String currentKeyId,
    Instant createdAt,
    @Nullable Instant nextRotationAt,
    List<PreviousKey> previous) {

  /**
   * A key that still verifies what it signed.
   *
   * @param keyId its name
   * @param createdAt when it was made
   * @param retiresAt from when it verifies nothing
   */
  public record PreviousKey(String keyId, Instant createdAt, Instant retiresAt) {}
}
