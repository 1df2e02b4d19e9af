package dev.tare.reports.matrix;

import dev.tare.profiling.layout.InstanceLayout;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.baseline.Baseline;
import dev.tare.reports.launch.LayoutJvm;
import dev.tare.reports.launch.MeasureResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.zip.ZipFile;

/**
 * How large an instance of a class is, as a figure beside those of benchmarks: a row of its own,
 * {@code layouts[class=a.b.C]}, exact, in the object layout of the environment. Which classes are
 * meant, their baseline says.
 */
public final class InstanceSizes {
  /** What stands for a benchmark's name, so that all of them are one file of a baseline. */
  public static final String NAME = "layouts";

  private static final String CLASS = "class";
  private static final String OF_THE_JDK = "java.";

  private InstanceSizes() {}

  /** The classes whose sizes a baseline holds. */
  public static SortedSet<String> in(Baseline baseline) {
    SortedSet<String> classes = new TreeSet<>();
    for (Measurement line : baseline.figures()) {
      String type = line.id().params().get(CLASS);
      if (line.metric() == Metric.INSTANCE_BYTES && type != null) {
        classes.add(type);
      }
    }
    return classes;
  }

  /** Whether a plan is about them: it counts bytes as written, and does not select otherwise. */
  public static boolean areIn(MeasurePlan plan) {
    return plan.modes().contains(Mode.WRITTEN)
        && plan.selection().metrics().contains(Metric.INSTANCE_BYTES)
        && plan.selection().includes(NAME);
  }

  /**
   * Results with the sizes of these classes. One that is in none of the jars has no figure.
   *
   * @param results of the plan, in the order of its JVMs
   * @param classes whose sizes, by environment
   */
  public static List<MeasureResult> addedTo(
      List<MeasureResult> results,
      MeasurePlan plan,
      Function<Environment, ? extends Collection<String>> classes) {
    List<MeasureResult> all = new ArrayList<>();
    for (MeasureResult result : results) {
      List<String> present = classes.apply(result.environment()).stream()
          .filter(name -> isIn(plan.jars(), name))
          .toList();
      all.add(present.isEmpty() ? result : added(result, plan, present));
    }
    return all;
  }

  private static MeasureResult added(MeasureResult result, MeasurePlan plan, List<String> classes) {
    Environment environment = result.environment();
    List<Measurement> figures = new ArrayList<>(result.measurements());
    for (InstanceLayout layout :
        LayoutJvm.model(home(plan, environment), plan.jars(), classes).layouts()) {
      if (layout.vm().label().equals(environment.layout().label())) {
        figures.add(Measurement.exact(
            BenchmarkId.of(NAME, Map.of(CLASS, layout.type())),
            Mode.WRITTEN,
            Metric.INSTANCE_BYTES,
            (double) layout.instanceBytes()));
      }
    }
    return new MeasureResult(
        environment, result.rows(), List.copyOf(figures), result.failures(), result.sites());
  }

  /** Fields of the JDK's own classes differ from one to the next: one of that release is asked. */
  private static Path home(MeasurePlan plan, Environment environment) {
    return plan.jvms().stream()
        .filter(jvm -> jvm.release().equals(Optional.of(environment.jdk())))
        .findFirst()
        .orElse(plan.jvms().get(0))
        .home();
  }

  /** Whether one of these jars has a class; those of the JDK are always there. */
  public static boolean isIn(Collection<Path> jars, String name) {
    return name.startsWith(OF_THE_JDK)
        || jars.stream().anyMatch(jar -> has(jar, name.replace('.', '/') + ".class"));
  }

  private static boolean has(Path jar, String entry) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.getEntry(entry) != null;
    } catch (IOException e) {
      throw new UncheckedIOException(jar + " was read a moment ago", e);
    }
  }
}
