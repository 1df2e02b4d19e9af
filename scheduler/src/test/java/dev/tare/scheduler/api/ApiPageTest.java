package dev.tare.scheduler.api;

import static dev.tare.scheduler.api.ApiFixture.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.api.http.ListenerConfig;
import dev.tare.scheduler.api.http.RawClient;
import dev.tare.scheduler.api.http.RawClient.Answer;
import dev.tare.scheduler.api.problem.ProblemKind;
import dev.tare.scheduler.api.route.Route;
import dev.tare.scheduler.api.security.Scope;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code docs/api.md} says what the API does: its routes, their parameters, every example. */
class ApiPageTest {
  private static final Path PAGE = Path.of("..", "docs", "api.md");
  private static final String BASE = "http://127.0.0.1:8273";
  private static final Pattern HEADING = Pattern.compile("### `([A-Z]+ [^`]+)`");
  private static final Pattern PARAMETER = Pattern.compile("\\| `(\\w+)` \\|.*");
  private static final Pattern CURL = Pattern.compile("\\$ curl -s(?: -X ([A-Z]+))?"
      + "(?: --json '([^']*)')?( -w '%\\{http_code}')? '?" + BASE + "([^ ']+)'?"
      + "(?: \\| grep '\\^(\\w+)')?");

  private ApiFixture fixture;
  private RawClient client;

  @BeforeEach
  void start() throws IOException {
    fixture = new ApiFixture(ListenerConfig.loopback().limitedTo(1_000, 1_000));
    fixture.workers.register(
        new NewWorker("worker-1", "node-1", "10.0.0.7", TypeSet.ALL, 8), fixture.clock.millis());
    client = fixture.client();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    fixture.close();
  }

  @Test
  void examples_areAnsweredAsThePageSays() throws IOException {
    StringBuilder actual = new StringBuilder();
    boolean answered = false;
    int examples = 0;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("$ ") || line.startsWith("```")) {
        answered = false;
      }
      if (!answered) {
        actual.append(line).append('\n');
      }
      if (line.startsWith("$ ")) {
        actual.append(run(line)).append('\n');
        answered = true;
        examples++;
      }
    }
    Path written = Path.of("target", "api.md");
    Files.writeString(written, actual);
    assertThat(examples).isGreaterThanOrEqualTo(routes().size());
    assertThat(actual.toString())
        .as("if the answers are to change, they are in %s", written)
        .isEqualTo(Files.readString(PAGE));
  }

  @Test
  void routes_areThoseOfThePage_withTheirScopes() throws IOException {
    Map<String, List<String>> sections = sections();
    List<String> names = new ArrayList<>();
    for (Route route : routes()) {
      String name = route.method() + " " + route.template();
      names.add(name);
      List<String> section = sections.getOrDefault(name, List.of());
      String said =
          route.scope() == Scope.NONE ? "No token." : "Scope `" + route.scope().word() + "`.";
      assertThat(section).as(name).anyMatch(line -> line.endsWith(said));
      assertThat(section).as(name).anyMatch(line -> line.contains(path(route)));
    }
    assertThat(sections.keySet()).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void parameters_areThoseOfThePage() throws IOException {
    post("/api/tasks", "{\"name\":\"a\",\"taskType\":\"echo\"}");
    post("/api/tasks/1/trigger", "{}");
    Map<String, List<String>> sections = sections();
    for (Route route : routes()) {
      Answer answer = client.request(route.method().name(), path(route) + "?nosuch=1");
      String detail = String.valueOf(assertProblem(answer, 400).get("detail"));
      String known = detail.replaceFirst(".*: there are |.*", "");
      TreeSet<String> documented = new TreeSet<>();
      String name = route.method() + " " + route.template();
      for (String line : sections.getOrDefault(name, List.of())) {
        Matcher parameter = PARAMETER.matcher(line);
        if (parameter.matches()) {
          documented.add(group(parameter, 1));
        }
      }
      TreeSet<String> taken = new TreeSet<>(List.of(known.split(", ", -1)));
      taken.remove("");
      assertThat(documented).as(name + ": " + detail).isEqualTo(taken);
    }
  }

  @Test
  void kindsOfProblems_areThoseOfThePage() throws IOException {
    String page = Files.readString(PAGE);
    for (ProblemKind kind : ProblemKind.values()) {
      String name = kind.urn().substring(kind.urn().lastIndexOf(':') + 1);
      assertThat(page).contains("| " + kind.status() + " | `" + name + "`: ");
    }
  }

  private List<Route> routes() {
    return HttpApi.routes(fixture.ports, fixture.clock).all();
  }

  private static String path(Route route) {
    return route.template().replace("{id}", route.template().contains("worker") ? "worker-1" : "1");
  }

  /** The lines below each heading of a route. */
  private static Map<String, List<String>> sections() throws IOException {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        section = new ArrayList<>();
        sections.put(group(heading, 1), section);
      } else if (line.startsWith("## ")) {
        section = new ArrayList<>();
      }
      section.add(line);
    }
    return sections;
  }

  /** What a shell would print for the line. */
  private String run(String line) throws IOException {
    Matcher curl = CURL.matcher(line);
    assertThat(curl.matches()).as("a curl that this test can read: " + line).isTrue();
    String method = group(curl, 1);
    String json = group(curl, 2);
    String target = group(curl, 4);
    String prefix = group(curl, 5);
    Answer answer = json.isEmpty()
        ? client.request(method.isEmpty() ? "GET" : method, target)
        : client.send(
            method.isEmpty() ? "POST" : method, target, "application/json", ApiFixture.bytes(json));
    if (prefix.isEmpty()) {
      return answer.text() + (group(curl, 3).isEmpty() ? "" : answer.status());
    }
    return String.join(
        "\n", answer.text().lines().filter(each -> each.startsWith(prefix)).toList());
  }

  private static String group(Matcher matcher, int number) {
    String group = matcher.group(number);
    return group == null ? "" : group;
  }

  private void post(String target, String body) throws IOException {
    assertThat(client
            .send("POST", target, "application/json", ApiFixture.bytes(body))
            .status())
        .isEqualTo(201);
  }
}
