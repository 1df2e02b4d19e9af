package dev.tare.scheduler.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.api.http.ListenerConfig;
import dev.tare.scheduler.api.http.RawClient;
import dev.tare.scheduler.api.http.RawClient.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The problem documents as they are published, in {@code problems.golden}: a request line, a body
 * if there is one, and what comes back.
 */
class ProblemDocumentsTest {

  @Test
  void documents_areAsPublished() throws IOException {
    String golden = resource("problems.golden");
    StringBuilder actual = new StringBuilder();
    ListenerConfig config = ListenerConfig.loopback().limitedTo(1_000, 1);
    try (ApiFixture fixture = new ApiFixture(config)) {
      for (String entry : golden.split("\n\n", -1)) {
        String[] lines = entry.split("\n", -1);
        boolean hasBody = !lines[1].startsWith("=> ");
        actual.append(actual.length() == 0 ? "" : "\n\n").append(lines[0]);
        actual.append(hasBody ? "\n" + lines[1] : "");
        actual.append("\n=> ").append(answer(fixture, lines[0], hasBody ? lines[1] : null));
      }
    }
    Path written = Path.of("target", "problems.golden");
    Files.writeString(written, actual.append('\n'));
    assertThat(actual.toString())
        .as("if they are to change, they are in %s", written)
        .isEqualTo(golden);
  }

  private static String answer(ApiFixture fixture, String request, @Nullable String body)
      throws IOException {
    String[] words = request.split(" ", -1);
    try (RawClient client = fixture.client()) {
      Answer answer = body == null
          ? client.request(words[0], words[1])
          : client.send(
              words[0],
              words[1],
              words.length > 2 ? words[2] : "application/json",
              body.getBytes(UTF_8));
      StringBuilder text = new StringBuilder().append(answer.status());
      for (String header : new String[] {"Allow", "Accept", "Accept-Patch", "Retry-After"}) {
        if (!answer.header(header).isEmpty()) {
          text.append("; ").append(header).append(": ").append(answer.header(header));
        }
      }
      return text.append('\n').append(answer.text()).toString();
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ProblemDocumentsTest.class.getResourceAsStream("/api/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
