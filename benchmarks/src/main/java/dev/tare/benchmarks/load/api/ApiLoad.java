package dev.tare.benchmarks.load.api;

import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.command.Words;
import dev.tare.benchmarks.load.figures.CommonOptions;
import dev.tare.benchmarks.load.figures.Measure;
import dev.tare.benchmarks.load.figures.Report;
import dev.tare.benchmarks.load.figures.Series;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.testkit.DatabaseHost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** The load of the API: questions, and for each rounds in which both servers have their turn. */
public final class ApiLoad {
  /** For a help text. */
  public static final String USAGE = ApiOptions.USAGE;

  private static final double BAR = 0.8;

  /** Below this share of the rate, what waits grows, and times say how long the round was. */
  private static final double HELD = 0.9;

  private final ApiOptions options;
  private final Consumer<String> progress;
  private final List<Series> series = new ArrayList<>();
  private final List<Measure> measures = new ArrayList<>();

  private ApiLoad(ApiOptions options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /** Measures what a command line says; {@code words} are behind the operation's name. */
  public static Report measure(List<String> line, Words words, Consumer<String> progress)
      throws IOException, InterruptedException {
    return new ApiLoad(ApiOptions.parse(line, words), progress).run();
  }

  private Report run() throws IOException, InterruptedException {
    CommonOptions common = options.common();
    Database database = DatabaseHost.of(common.database()).empty();
    ApiData data = ApiData.fill(database, options.tasks());
    try (Subject copying = new Subject(Variant.COPYING, database, data, options);
        Subject lean = new Subject(Variant.LEAN, database, data, options)) {
      requireEqual(copying, lean);
      for (Question question : options.questions()) {
        measure(question, copying, lean);
      }
    }
    return new Report(common, "api", database.description(), series, measures);
  }

  /** What answers differently is not compared. */
  private static void requireEqual(Subject copying, Subject lean) throws IOException {
    for (Question question : Question.values()) {
      if (question == Question.TRIGGER || question == Question.MIX) {
        continue; // the id of what is made is another each time
      }
      String one = copying.answer(question);
      String other = lean.answer(question);
      if (!one.equals(other)) {
        throw new IllegalStateException("the servers answer \"" + question.label()
            + "\" differently: copying " + head(one) + ", lean " + head(other));
      }
    }
  }

  private static String head(String answer) {
    return answer.length() < 200 ? answer : answer.substring(0, 200) + '…';
  }

  private void measure(Question question, Subject copying, Subject lean)
      throws IOException, InterruptedException {
    int rate = options.perSecond() == 0 ? question.perSecond() : options.perSecond();
    String group = question.label() + " at " + rate + "/s";
    copying.warmUp(question, options.warmUp());
    lean.warmUp(question, options.warmUp());
    List<ApiRound> ofCopying = new ArrayList<>();
    List<ApiRound> ofLean = new ArrayList<>();
    round(question, copying, rate); // at the pace of those that count
    round(question, lean, rate);
    for (int round = 0; round < options.common().rounds(); round++) {
      if (round % 2 == 0) {
        ofCopying.add(round(question, copying, rate));
        ofLean.add(round(question, lean, rate));
      } else {
        ofLean.add(round(question, lean, rate));
        ofCopying.add(round(question, copying, rate));
      }
    }
    add(
        new Series(group, copying.name(), rate, histograms(ofCopying)),
        new Series(group, lean.name(), rate, histograms(ofLean)));
    add(group, ofCopying, ofLean);
  }

  private ApiRound round(Question question, Subject subject, int rate) throws InterruptedException {
    ApiRound round = subject.measure(question, rate, options.seconds());
    progress.accept(question.label() + ", " + subject.name() + ": p50 "
        + round.times().getValueAtPercentile(50) / 1000 + " us, p99 "
        + round.times().getValueAtPercentile(99) / 1000 + " us");
    if (round.perSecond() < HELD * rate) {
      throw new IllegalStateException(subject.name() + " does not hold " + rate + "/s of \""
          + question.label() + "\", it answers " + Math.round(round.perSecond())
          + "/s: give a smaller --rate");
    }
    return round;
  }

  private static List<Histogram> histograms(List<ApiRound> rounds) {
    return rounds.stream().map(ApiRound::times).toList();
  }

  private void add(Series copying, Series lean) {
    series.add(copying);
    series.add(lean);
    for (double percentile : new double[] {50, 99}) {
      measures.add(Measure.pair(
              copying.group(),
              "p" + (int) percentile,
              "us",
              copying.micros(percentile),
              lean.micros(percentile))
          .withBar(BAR));
    }
  }

  private void add(String group, List<ApiRound> copying, List<ApiRound> lean) {
    measures.add(Measure.pair(
        group,
        "server's bytes a request",
        "B/op",
        figures(copying, ApiRound::bytes),
        figures(lean, ApiRound::bytes)));
    measures.add(Measure.pair(
        group,
        "server's processor time a request",
        "us",
        figures(copying, ApiRound::cpuMicros),
        figures(lean, ApiRound::cpuMicros)));
    List<Double> ofCopying = pauses(copying);
    List<Double> ofLean = pauses(lean);
    measures.add(Measure.pair(group, "collections", "count", ofCopying.size(), ofLean.size()));
    measures.add(
        Measure.pair(group, "longest pause of a collection", "ms", most(ofCopying), most(ofLean)));
  }

  private static double[] figures(List<ApiRound> rounds, ToDoubleFunction<ApiRound> figure) {
    return rounds.stream().mapToDouble(figure).toArray();
  }

  private static List<Double> pauses(List<ApiRound> rounds) {
    return rounds.stream().flatMap(round -> round.pauses().stream()).toList();
  }

  private static double most(List<Double> pauses) {
    return pauses.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
