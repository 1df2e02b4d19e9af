package dev.tare.reports.browser;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.tare.reports.json.JsonTree;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One page in a browser: opens files, asks it, and keeps what it complains of. */
public final class Tab implements AutoCloseable {
  private static final int LIMIT_SECONDS = 60;

  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonTree>> answers = new ConcurrentHashMap<>();
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
  private final WebSocket socket;

  private Tab(HttpClient http, URI address) throws Exception {
    socket = http.newWebSocketBuilder()
        .buildAsync(address, new Listener())
        .get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  static Tab connect(HttpClient http, URI address) throws Exception {
    Tab tab = new Tab(http, address);
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      tab.ask(domain + ".enable", "{}");
    }
    return tab;
  }

  /** How wide the screen is, whether it is a phone's, and in which colours. */
  public Tab screen(int width, boolean dark) throws Exception {
    boolean phone = width < 700;
    ask(
        "Emulation.setDeviceMetricsOverride",
        "{\"width\":" + width + ",\"height\":" + (phone ? 844 : 900)
            + ",\"deviceScaleFactor\":1,\"mobile\":" + phone + '}');
    ask(
        "Emulation.setEmulatedMedia",
        "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + (dark ? "dark" : "light")
            + "\"}]}");
    return this;
  }

  /** Runs this in each page that is opened from now on, before anything of the page's own. */
  public Tab before(String script) throws Exception {
    ask("Page.addScriptToEvaluateOnNewDocument", "{\"source\":" + quoted(script) + '}');
    return this;
  }

  /** Opens a file from disk, and waits until it is there. */
  public Tab open(Path file, String hash) throws Exception {
    load("about:blank");
    load(file.toUri() + hash);
    // Two frames later everything that follows from the size has been drawn.
    text("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    return this;
  }

  /** Opens a file from disk as a browser does that runs no scripts. */
  public Tab openWithoutScripts(Path file) throws Exception {
    ask("Emulation.setScriptExecutionDisabled", "{\"value\":true}");
    load(file.toUri().toString());
    ask("Emulation.setScriptExecutionDisabled", "{\"value\":false}"); // or nothing can be asked
    return this;
  }

  private void load(String address) throws Exception {
    loaded = new CompletableFuture<>();
    ask("Page.navigate", "{\"url\":" + quoted(address) + '}');
    loaded.get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  /** What an expression gives, as text; a promise is waited for. */
  public String text(String expression) throws Exception {
    JsonTree answer = ask(
        "Runtime.evaluate",
        "{\"awaitPromise\":true,\"returnByValue\":true,\"expression\":"
            + quoted("Promise.resolve(" + expression + ").then(String)") + '}');
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": "
          + answer.get("exceptionDetails").get("exception").text("description", "failed"));
    }
    return answer.get("result").text("value", "");
  }

  public int number(String expression) throws Exception {
    return (int) Double.parseDouble(text(expression));
  }

  /** Errors and warnings of the console, of scripts, of the policy and of the network. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Draws all of the page into a file. */
  public void screenshot(Path file) throws Exception {
    int width = number("document.documentElement.clientWidth");
    int height = Math.min(12_000, number("document.documentElement.scrollHeight"));
    JsonTree picture = ask(
        "Page.captureScreenshot",
        "{\"format\":\"png\",\"captureBeyondViewport\":true,\"clip\":{\"x\":0,\"y\":0,\"width\":"
            + width + ",\"height\":" + height + ",\"scale\":1}}");
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(picture.get("data").text()));
  }

  private JsonTree ask(String method, String parameters) throws Exception {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonTree> answer = new CompletableFuture<>();
    answers.put(id, answer);
    socket
        .sendText(
            "{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + '}', true)
        .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    JsonTree message = answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (message.has("error")) {
      throw new IOException(method + ": " + message.get("error").get("message").text());
    }
    return message.get("result");
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private void take(JsonTree message) {
    if (message.has("id")) {
      CompletableFuture<JsonTree> waiting =
          answers.remove((int) message.get("id").number());
      if (waiting != null) {
        waiting.complete(message);
      }
      return;
    }
    JsonTree event = message.get("params");
    switch (message.get("method").text()) {
      case "Page.loadEventFired" -> loaded.complete(null);
      case "Runtime.exceptionThrown" ->
        complaints.add(
            "thrown: " + event.get("exceptionDetails").get("exception").text("description", "?"));
      case "Runtime.consoleAPICalled" ->
        complaints.add("console: " + event.get("type").text());
      case "Log.entryAdded" ->
        complaints.add(event.get("entry").get("level").text() + ": "
            + event.get("entry").get("text").text());
      case "Network.requestWillBeSent" -> {
        String url = event.get("request").get("url").text();
        if (!url.startsWith("file:") && !url.startsWith("about:")) {
          complaints.add("asks the network for " + url);
        }
      }
      default -> {}
    }
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        String message = text.toString();
        text.setLength(0);
        try {
          take(JsonTree.parse(message));
        } catch (IOException | RuntimeException broken) {
          complaints.add("not understood: " + broken);
        }
      }
      from.request(1);
      return null;
    }
  }
}
