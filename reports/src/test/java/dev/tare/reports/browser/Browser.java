package dev.tare.reports.browser;

import dev.tare.reports.json.JsonTree;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium of its own, spoken to over its DevTools socket; needs no driver. */
public final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final String LISTENING = "DevTools listening on ws://";

  private final Process process;
  private final Path profile;
  private final String address;
  private final HttpClient http = HttpClient.newHttpClient();

  private Browser(Process process, Path profile, String address) {
    this.process = process;
    this.profile = profile;
    this.address = address;
  }

  /** Starts one; a machine without any is an error, and not a reason to skip. */
  public static Browser start() throws IOException {
    Path profile = Files.createTempDirectory("tare-browser");
    Process process = new ProcessBuilder(
            executable(),
            "--headless=new",
            "--no-sandbox", // which needs rights that a container's root has not
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--hide-scrollbars",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "about:blank")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(LISTENING)) {
        String rest = line.substring(LISTENING.length());
        drain(said);
        return new Browser(process, profile, rest.substring(0, rest.indexOf('/')));
      }
      all.append(line).append('\n');
    }
    throw new IOException("the browser ended before it listened: " + all);
  }

  /** What it says later would fill the pipe and stop it. */
  private static void drain(BufferedReader said) {
    Thread reader = new Thread(
        () -> {
          try {
            while (said.readLine() != null) {}
          } catch (IOException closed) {
            // It has ended.
          }
        },
        "browser-output");
    reader.setDaemon(true);
    reader.start();
  }

  private static String executable() {
    String chosen = System.getenv("TARE_BROWSER");
    if (chosen != null) {
      return chosen;
    }
    return NAMES.stream()
        .flatMap(name -> onPath(name).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(
            "no Chromium on PATH: install it (scripts/ci/browser), or name one in TARE_BROWSER"));
  }

  private static Optional<String> onPath(String name) {
    StringTokenizer folders = new StringTokenizer(System.getenv("PATH"), File.pathSeparator);
    while (folders.hasMoreTokens()) {
      Path file = Path.of(folders.nextToken(), name);
      if (Files.isExecutable(file)) {
        return Optional.of(file.toString());
      }
    }
    return Optional.empty();
  }

  /** Opens an empty tab. */
  public Tab open() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address + "/json/new"))
        .PUT(HttpRequest.BodyPublishers.noBody())
        .build();
    String answer = http.send(request, BodyHandlers.ofString()).body();
    String socket = JsonTree.parse(answer).get("webSocketDebuggerUrl").text();
    return Tab.connect(http, URI.create(socket));
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
