package dev.tare.reports.matrix;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.wire.Counting;
import dev.tare.reports.ExitCode;
import dev.tare.reports.IoReason;
import dev.tare.reports.UserError;
import dev.tare.reports.launch.MeasureRequest;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.launch.Measurer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Carries out a plan, one request after the other, and merges the answers by environment.
 *
 * <p>A benchmark without the parameter {@code dialect} costs the same whatever the database, so it
 * runs with the first one only.
 */
public final class Matrix {
  private final MeasurePlan plan;
  private final Measurer measurer;
  private final Measurer.Progress progress;
  private final Secrets secrets;
  private final Map<Environment, MergedResult> merged = new LinkedHashMap<>();
  private final Map<BenchmarkId, Path> jarOfRow = new HashMap<>();
  private int requests;

  private Matrix(MeasurePlan plan, Measurer measurer, Measurer.Progress progress) {
    this.plan = plan;
    this.measurer = measurer;
    this.progress = progress;
    this.secrets = new Secrets(plan.databases());
  }

  /**
   * Measures everything in the plan.
   *
   * @return one result an environment, in the order of the plan
   * @throws UserError if a request cannot be carried out, or a row is in two jars
   */
  public static List<MeasureResult> measure(
      MeasurePlan plan, Measurer measurer, Measurer.Progress progress) {
    Matrix matrix = new Matrix(plan, measurer, progress);
    for (Jvm jvm : plan.jvms()) {
      for (Path jar : plan.jars()) {
        matrix.measure(jvm, jar);
      }
    }
    return matrix.merged.values().stream().map(MergedResult::toResult).toList();
  }

  private void measure(Jvm jvm, Path jar) {
    Set<String> sameOnEveryDatabase = new TreeSet<>();
    boolean anyLeft = true;
    for (Database database : plan.databases()) {
      if (anyLeft) {
        List<String> exclude = new ArrayList<>(texts(plan.exclude()));
        sameOnEveryDatabase.forEach(name -> exclude.add('^' + Pattern.quote(name) + '$'));
        Set<String> byDialect = new TreeSet<>();
        for (Counting counting : plan.countings()) {
          MeasureResult result = request(jvm, jar, database, exclude, counting);
          result.rows().forEach(row -> claim(row, jar));
          merged
              .computeIfAbsent(result.environment(), MergedResult::new)
              .add(result, label(database), secrets);
          result.rows().forEach(row -> {
            boolean hasDialect = row.params().containsKey(Database.PARAM);
            (hasDialect ? byDialect : sameOnEveryDatabase).add(row.benchmark());
          });
        }
        anyLeft = !byDialect.isEmpty();
      }
    }
  }

  private MeasureResult request(
      Jvm jvm, Path jar, Database database, List<String> exclude, Counting counting) {
    Optional<Path> log = log();
    MeasureRequest request = new MeasureRequest(
        jar,
        jvm.home(),
        texts(plan.include()),
        exclude,
        plan.paramsOn(database),
        Map.of("tare.db", database.spec()),
        plan.argumentsOf(jvm),
        plan.rowLimit(),
        log,
        counting);
    try {
      // A database at an address is one for all: two JVMs would find each other's rows in it.
      return (database.isShared() ? measurer.sideBySide(1) : measurer).measure(request, progress);
    } catch (UserError error) {
      throw new UserError(error.exitCode(), secrets.hide(message(error)), error);
    } finally {
      log.ifPresent(this::hideSecrets);
    }
  }

  private Optional<Path> log() {
    requests++;
    return plan.logs().map(directory -> {
      Path log = directory.resolve("jvm-" + requests + ".log");
      try {
        Files.createDirectories(directory);
        Files.deleteIfExists(log);
      } catch (IOException failure) {
        throw new UserError(
            ExitCode.ERROR,
            "cannot write to " + directory + ": " + IoReason.of(failure)
                + "; name another directory with --out",
            failure);
      }
      return log;
    });
  }

  private void hideSecrets(Path log) {
    try {
      secrets.hideIn(log);
    } catch (IOException failure) {
      throw new UserError(
          ExitCode.ERROR,
          "cannot take the database's credentials out of " + log + ": " + IoReason.of(failure)
              + "; delete that file",
          failure);
    }
  }

  private void claim(BenchmarkId row, Path jar) {
    Path other = jarOfRow.putIfAbsent(row, jar);
    if (other != null && !other.equals(jar)) {
      throw new UserError(
          ExitCode.USAGE,
          row + " is in both " + other + " and " + jar
              + "; measure the jars apart, or leave it out with --exclude");
    }
  }

  private String label(Database database) {
    return plan.databases().size() > 1 ? database.toString() : "";
  }

  private static String message(UserError error) {
    return String.valueOf(error.getMessage());
  }

  private static List<String> texts(List<Pattern> patterns) {
    return patterns.stream().map(Pattern::pattern).toList();
  }
}
