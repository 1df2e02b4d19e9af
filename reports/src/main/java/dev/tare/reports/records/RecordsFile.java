package dev.tare.reports.records;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.record.Site;
import dev.tare.reports.baseline.FigureKey;
import dev.tare.reports.causes.Cause;
import dev.tare.reports.causes.SiteChange;
import dev.tare.reports.gate.Judgement;
import dev.tare.reports.gate.Pairing;
import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.Verdict;
import dev.tare.reports.json.EnvironmentJson;
import dev.tare.reports.json.JsonFile;
import dev.tare.reports.json.JsonTree;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.render.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of one environment, from their file. */
public final class RecordsFile {
  private static final String ADVICE = "give a records.json, as 'run' and '--out' write it";

  private final List<Measurement> measurements = new ArrayList<>();
  private final List<SiteFigure> calls = new ArrayList<>();
  private final Map<FigureKey, Measurement> byKey = new HashMap<>();
  private final Map<FigureKey, Cause> causes = new HashMap<>();

  private RecordsFile() {}

  /**
   * What a file tells of a run.
   *
   * @param section figures, verdicts and what is known of their causes
   * @param command what made it; empty if the file does not tell
   */
  public record Judged(Section section, String command) {}

  /**
   * Reads the figures of a file.
   *
   * @throws dev.tare.reports.UserError if it is none of this schema
   */
  public static MeasureResult read(Path file) {
    return JsonFile.read(file, ADVICE, document -> new RecordsFile().result(document));
  }

  /** Reads the verdicts too. */
  public static Judged readJudged(Path file) {
    return JsonFile.read(file, ADVICE, document -> new RecordsFile().judged(document));
  }

  private MeasureResult result(JsonTree document) {
    document.get("measurements").elements().forEach(this::measurement);
    List<Failure> failures =
        document.get("failures").elements().stream().map(RecordsFile::failure).toList();
    List<BenchmarkId> rows = Stream.concat(
            measurements.stream().map(Measurement::id), failures.stream().map(Failure::id))
        .distinct()
        .sorted()
        .toList();
    return new MeasureResult(EnvironmentJson.read(document), rows, measurements, failures, calls);
  }

  private Judged judged(JsonTree document) {
    MeasureResult result = result(document);
    measurements.forEach(figure -> byKey.put(FigureKey.of(figure), figure));
    Map<BenchmarkId, Failure> failures = new HashMap<>();
    result.failures().forEach(failure -> failures.put(failure.id(), failure));
    List<Verdict> verdicts = document.get("verdicts").elements().stream()
        .map(json -> verdict(json, failures))
        .toList();
    Section section = new Section(
        result.environment(),
        measurements,
        result.failures(),
        Pairing.of(measurements),
        verdicts.isEmpty() ? Optional.empty() : Optional.of(new Judgement(verdicts)),
        calls);
    return new Judged(section.with(causes), document.text("command", ""));
  }

  private Verdict verdict(JsonTree json, Map<BenchmarkId, Failure> failures) {
    BenchmarkId id = id(json);
    Mode mode = mode(json);
    Status status = json.get("status").labelled(Status.values(), Status::label);
    if (json.get("metric").isNull()) {
      Failure failure = failures.get(id);
      String note = failure == null ? "" : failure.message();
      return new Verdict(id, mode, null, status, null, null, null, note);
    }
    FigureKey key = new FigureKey(id, mode, metric(json));
    List<SiteChange> changes =
        json.elements("causes").stream().map(RecordsFile::change).toList();
    if (!changes.isEmpty()) {
      causes.put(key, new Cause(changes, "", null));
    }
    Double baseline = numberOrNull(json.get("baseline"));
    return new Verdict(
        id,
        mode,
        key.metric(),
        status,
        json.get("value").isNull() ? null : byKey.get(key),
        baseline == null ? null : Measurement.exact(id, mode, key.metric(), baseline),
        numberOrNull(json.get("limit")),
        "");
  }

  private static SiteChange change(JsonTree json) {
    return new SiteChange(
        json.get("change").labelled(SiteChange.Kind.values(), SiteChange.Kind::label),
        json.get("what").text(),
        json.get("method").text(),
        json.get("lines").elements().stream().map(line -> (int) line.number()).toList(),
        json.get("before").number(),
        json.get("after").number());
  }

  private static @Nullable Double numberOrNull(JsonTree json) {
    return json.isNull() ? null : (Double) json.number();
  }

  private void measurement(JsonTree json) {
    BenchmarkId id = id(json);
    Mode mode = mode(json);
    Metric metric = metric(json);
    List<Site> sites = new ArrayList<>();
    for (JsonTree site : json.elements("sites")) {
      if (site.has("class")) {
        sites.add(new Site(
            site.get("class").text(),
            site.get("location").text(),
            site.get("value").number()));
      } else {
        calls.add(new SiteFigure(call(site), figure(site, id, mode, metric, List.of())));
      }
    }
    measurements.add(figure(json, id, mode, metric, sites));
  }

  private static Measurement figure(
      JsonTree json, BenchmarkId id, Mode mode, Metric metric, List<Site> sites) {
    double value = json.get("value").number();
    double low = json.has("low") ? json.get("low").number() : value;
    double high = json.has("high") ? json.get("high").number() : value;
    return new Measurement(id, mode, metric, value, low, high, sites);
  }

  private static CopySite call(JsonTree json) {
    String location = json.get("location").text();
    int colon = location.lastIndexOf(':');
    int dot = location.lastIndexOf('.');
    if (dot < 0 || colon < dot) {
      throw new IllegalArgumentException("'" + location + "' is no location");
    }
    return new CopySite(
        location.substring(0, dot),
        location.substring(dot + 1, colon),
        Integer.parseInt(location.substring(colon + 1)),
        json.get("kind").labelled(CopyKind.values(), CopyKind::label),
        json.get("call").text());
  }

  private static Failure failure(JsonTree json) {
    Failure.Kind kind = json.has("status") ? Failure.Kind.NOT_STABLE : Failure.Kind.ERROR;
    return new Failure(id(json), mode(json), kind, json.get("message").text());
  }

  private static BenchmarkId id(JsonTree json) {
    return BenchmarkId.of(json.get("benchmark").text(), json.get("params").texts());
  }

  private static Mode mode(JsonTree json) {
    return json.get("mode").labelled(Mode.values(), Mode::label);
  }

  private static Metric metric(JsonTree json) {
    return json.get("metric").labelled(Metric.values(), Metric::label);
  }
}
