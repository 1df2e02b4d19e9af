package dev.tare.benchmarks.load.api;

import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.load.child.ChildJvm;
import dev.tare.benchmarks.load.child.GcLog;
import dev.tare.benchmarks.load.figures.Series;
import dev.tare.benchmarks.load.paced.Arrivals;
import dev.tare.benchmarks.load.paced.OpenLoop;
import dev.tare.benchmarks.load.paced.Ticker;
import dev.tare.benchmarks.load.paced.Timed;
import dev.tare.scheduler.testkit.Database;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** A variant's server, running, with connections to it. One thread. */
final class Subject implements AutoCloseable {
  private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private static final double NANOS = 1e9;

  private final Variant variant;
  private final GcLog collections;
  private final ChildJvm jvm;
  private final Requests requests;
  private final List<Connection> connections = new ArrayList<>();

  /** What the server had used up to an instant: bytes allocated, and processor time. */
  private record Used(long bytes, long cpuNanos) {}

  Subject(Variant variant, Database database, ApiData data, ApiOptions options) throws IOException {
    this.variant = variant;
    this.collections = new GcLog();
    String heap = options.heapMebibytes() + "m";
    this.jvm = ChildJvm.start(
        ApiServer.class,
        List.of("-Xms" + heap, "-Xmx" + heap, collections.option()),
        ProcessBuilder.Redirect.INHERIT);
    StringTokenizer words =
        new StringTokenizer(jvm.ask(variant.name() + "\t" + database.url()), "\t");
    int port = Integer.parseInt(words.nextToken());
    this.requests = new Requests(data, port, words.nextToken());
    for (int i = 0; i < options.connections(); i++) {
      connections.add(new Connection(port));
    }
  }

  String name() {
    return variant.name().toLowerCase(Locale.ROOT);
  }

  /** The answer to the first request of this kind. */
  String answer(Question question) throws IOException {
    return connections.get(0).body(requests.of(question, 0));
  }

  /** Asks as fast as one client can, so that the server's code is compiled. */
  void warmUp(Question question, double seconds) throws IOException {
    long until = System.nanoTime() + (long) (seconds * NANOS);
    long number = 0;
    do {
      ask(connections.get((int) (number % connections.size())), question, number);
      number++;
    } while (System.nanoTime() - until < 0);
  }

  /** One round at a fixed rate. */
  ApiRound measure(Question question, double perSecond, double seconds)
      throws InterruptedException {
    Ticker ticker = Ticker.system();
    List<Timed> callers = new ArrayList<>();
    for (Connection connection : connections) {
      callers.add(new Timed(ticker, (number, intended) -> ask(connection, question, number)));
    }
    int collected = collections.pauses().size();
    Used before = used();
    long began = Instant.now().toEpochMilli();
    Arrivals arrivals = Arrivals.during(ticker.nanos() + FIRST_NANOS, perSecond, seconds);
    new OpenLoop(ticker, arrivals).run(callers);
    double took = (ticker.nanos() - arrivals.startNanos()) / NANOS;
    Used after = used();
    List<Double> pauses = collections.pauses();
    Histogram times = Series.histogram();
    callers.forEach(caller -> times.add(caller.times()));
    times.setStartTimeStamp(began);
    times.setEndTimeStamp(Instant.now().toEpochMilli());
    return new ApiRound(
        times,
        arrivals.calls() / took,
        (after.bytes - before.bytes) / (double) arrivals.calls(),
        (after.cpuNanos - before.cpuNanos) / 1e3 / arrivals.calls(),
        List.copyOf(pauses.subList(Math.min(collected, pauses.size()), pauses.size())));
  }

  private void ask(Connection connection, Question question, long number) throws IOException {
    int status = connection.exchange(requests.of(question, number));
    if (status / 100 != 2) {
      throw new IllegalStateException(
          name() + " answers " + status + " to \"" + question.of(number).label() + "\"");
    }
  }

  private Used used() {
    StringTokenizer words = new StringTokenizer(jvm.ask("used"), "\t");
    return new Used(Long.parseLong(words.nextToken()), Long.parseLong(words.nextToken()));
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : connections) {
      connection.close();
    }
    jvm.close();
    collections.close();
  }
}
