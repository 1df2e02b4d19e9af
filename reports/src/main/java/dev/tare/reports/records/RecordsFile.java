package dev.tare.reports.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.record.ObjectLayout;
import dev.tare.profiling.record.Site;
import dev.tare.reports.ExitCode;
import dev.tare.reports.IoReason;
import dev.tare.reports.UserError;
import dev.tare.reports.launch.MeasureResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The records of one environment, from their file. */
public final class RecordsFile {
  private static final int SCHEMA = 1;

  private final List<Measurement> measurements = new ArrayList<>();
  private final List<SiteFigure> calls = new ArrayList<>();

  private RecordsFile() {}

  /**
   * Reads a file.
   *
   * @throws UserError if it is none of this schema
   */
  public static MeasureResult read(Path file) {
    try {
      JsonTree document = JsonTree.parse(Files.readString(file, StandardCharsets.UTF_8));
      if (document.get("schema").number() != SCHEMA) {
        throw new IllegalArgumentException("is not of schema " + SCHEMA);
      }
      return new RecordsFile().read(document);
    } catch (JsonProcessingException wrong) {
      throw unreadable(file, "is no JSON: " + wrong.getOriginalMessage(), wrong);
    } catch (IOException failure) {
      throw unreadable(file, IoReason.of(failure), failure);
    } catch (IllegalArgumentException wrong) {
      throw unreadable(file, String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static UserError unreadable(Path file, String why, Exception cause) {
    return new UserError(
        ExitCode.ERROR,
        file + ": " + why + "; give a records.json, as 'run' and '--out' write it",
        cause);
  }

  private MeasureResult read(JsonTree document) {
    document.get("measurements").elements().forEach(this::measurement);
    List<Failure> failures =
        document.get("failures").elements().stream().map(RecordsFile::failure).toList();
    List<BenchmarkId> rows = Stream.concat(
            measurements.stream().map(Measurement::id), failures.stream().map(Failure::id))
        .distinct()
        .sorted()
        .toList();
    return new MeasureResult(
        environment(document.get("environment")), rows, measurements, failures, calls);
  }

  private static Environment environment(JsonTree json) {
    return new Environment(
        (int) json.get("jdk").number(),
        json.get("version").text(),
        json.get("vendor").text(),
        labelled(ObjectLayout.values(), ObjectLayout::label, json.get("layout")),
        json.get("os").text(),
        json.get("arch").text());
  }

  private void measurement(JsonTree json) {
    BenchmarkId id = id(json);
    Mode mode = mode(json);
    Metric metric = labelled(Metric.values(), Metric::label, json.get("metric"));
    List<Site> sites = new ArrayList<>();
    for (JsonTree site : json.has("sites") ? json.get("sites").elements() : List.<JsonTree>of()) {
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
        labelled(CopyKind.values(), CopyKind::label, json.get("kind")),
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
    return labelled(Mode.values(), Mode::label, json.get("mode"));
  }

  private static <T> T labelled(T[] all, Function<T, String> label, JsonTree json) {
    String text = json.text();
    return Stream.of(all)
        .filter(each -> label.apply(each).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not known"));
  }
}
