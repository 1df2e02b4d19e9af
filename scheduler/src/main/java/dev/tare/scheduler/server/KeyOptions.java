package dev.tare.scheduler.server;

import dev.tare.scheduler.auth.key.KeyRing;
import dev.tare.scheduler.auth.key.RotationPolicy;
import dev.tare.scheduler.auth.token.SignedTokens;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Option;

/** Which keys sign and verify tokens. */
final class KeyOptions {
  private static final String ISSUER = "tare";

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      required = true,
      description = "ask for tokens, signed by the keys in this file, which is made if missing")
  Path keyFile = Path.of("");

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      defaultValue = "production",
      description = "how often keys are replaced: development, testing, staging or production "
          + "(default: production)")
  String environment = "";

  /** Issues and verifies with the keys of the file. */
  SignedTokens tokens(Clock clock) {
    return new SignedTokens(keyRing(clock), ISSUER, clock);
  }

  KeyRing keyRing(Clock clock) {
    return KeyRing.inFile(keyFile, RotationPolicy.named(environment), clock);
  }
}
