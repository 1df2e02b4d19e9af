package dev.tare.scheduler.server;

import dev.tare.scheduler.auth.token.TokenRequest;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code token}: prints a token that the API accepts. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Prints a token for the API, for the header Authorization: Bearer TOKEN.")
final class TokenCommand implements Runnable {
  @Mixin
  private KeyOptions keys = new KeyOptions();

  @Option(names = "--subject", paramLabel = "NAME", required = true, description = "who it is for")
  private String subject = "";

  @Option(
      names = "--scope",
      paramLabel = "WORD",
      split = ",",
      defaultValue = "tasks:read,tasks:write",
      description = "what it allows: tasks:read, tasks:write (default: both)")
  private Set<String> scopes = Set.of();

  @Option(
      names = "--valid",
      paramLabel = "DURATION",
      defaultValue = "PT1H",
      description = "how long, as PT1H or P7D; no longer than a key verifies (default: PT1H)")
  private Duration valid = Duration.ofHours(1);

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    String token = keys.tokens(Clock.systemUTC()).issue(TokenRequest.of(subject, scopes, valid));
    PrintWriter out = spec.commandLine().getOut();
    out.println(token);
    out.flush();
  }
}
