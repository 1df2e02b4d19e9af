package dev.tare.reports.cli;

import static java.util.stream.Collectors.joining;

import dev.tare.reports.CommandText;
import dev.tare.reports.ExitCode;
import dev.tare.reports.IoReason;
import dev.tare.reports.UserError;
import dev.tare.reports.budgets.BenchmarkName;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.selftest.Plant;
import dev.tare.reports.cli.selftest.PlantedJar;
import dev.tare.reports.cli.verbs.Verb;
import dev.tare.reports.matrix.InstanceSizes;
import dev.tare.reports.render.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sees the gate fail: plants a regression of every kind, and runs the gate on each. */
@Command(
    name = "selftest",
    sortOptions = false,
    description = {
      "Plants a regression of every kind in copies of a JMH jar, and sees the gate tell each.",
      "Ends with 1 if one is not told, or not with the exit code of its kind."
    })
final class SelftestVerb extends Verb {
  /** Of so many benchmarks that can not be measured, the next will not be either. */
  private static final int MOST_TRIED = 8;

  @Option(
      names = "--jar",
      paramLabel = "JAR",
      description = "The JMH jar; default: the project's own benchmarks.")
  private @Nullable Path given;

  @Option(
      names = "--include",
      paramLabel = "REGEX",
      description = "Which benchmarks may carry the regressions; default: the first that work.")
  private Pattern include = Pattern.compile("");

  @Option(
      names = "--jvm",
      paramLabel = "HOME",
      description =
          "The JVM to measure on, with arguments after it; default: the one that runs" + " tare.")
  private @Nullable String jvm;

  /** What one run of the command gave. */
  private record Outcome(int code, String text) {}

  private final TextTable table = new TextTable("lrrll", "planted", "expected", "exit", "", "told");
  private int unseen;

  SelftestVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    try {
      Path folder = Files.createTempDirectory("tare-selftest");
      try {
        run(folder);
      } finally {
        delete(folder);
      }
    } catch (IOException failure) {
      throw new UserError(
          ExitCode.ERROR, "the self-test has no files: " + IoReason.of(failure), failure);
    }
    if (!quiet() || unseen > 0) {
      surroundings.out().print(table);
      surroundings.out().println(unseen == 0 ? "all seen" : unseen + " not seen");
    }
    surroundings.out().flush();
    return (unseen == 0 ? ExitCode.OK : ExitCode.ERROR).code();
  }

  private void run(Path folder) throws IOException {
    Path jar = jar();
    List<BenchmarkName> usable = usable(jar, folder);
    BenchmarkName carrier = usable.get(0);
    String rows = usable.stream()
        .map(each -> '^' + CommandText.literalRegex(each.name()) + '$')
        .collect(joining("|"));
    Path base = PlantedJar.with(Plant.NONE, carrier, jar, folder.resolve("base.jar"));
    Path baselines = folder.resolve("baselines");
    List<String> others =
        new ArrayList<>(List.of("--metrics", "bytes,objects,copies,copiedBytes,boxings"));
    if (jvm != null) {
      others.addAll(List.of("--jvm", jvm));
    }
    others.addAll(List.of("--packages", packageOf(carrier)));
    others.addAll(List.of("--baselines", baselines.toString()));
    List<String> options = selecting(rows + "|^" + InstanceSizes.NAME + '$', others);
    String companion = PlantedJar.companionOf(carrier);
    Outcome update = tare(
        List.of("baseline", "update", "--jar", base.toString(), "--layout", companion), options);
    if (update.code != ExitCode.OK.code()) {
      throw new UserError(ExitCode.ERROR, "no baseline for the self-test: " + update.text);
    }
    expect("nothing", ExitCode.OK, "within the baseline", base, options);
    expect(Plant.BYTES, ExitCode.REGRESSION, "written bytes: ", carrier, jar, options, folder);
    expect(Plant.OBJECTS, ExitCode.REGRESSION, "written objects: ", carrier, jar, options, folder);
    expect(Plant.COPIES, ExitCode.REGRESSION, "written copies: ", carrier, jar, options, folder);
    expect(Plant.BOXING, ExitCode.REGRESSION, "written boxings: ", carrier, jar, options, folder);
    expect(Plant.LAYOUT, ExitCode.REGRESSION, "instanceBytes: ", carrier, jar, options, folder);
    expect(Plant.CRASH, ExitCode.ERROR, "ended with exit code 7", carrier, jar, options, folder);
    // Without the class that came along: that it is gone would be an error.
    expect("an improvement", ExitCode.IMPROVEMENT, "written bytes: ", jar, selecting(rows, others));
    Path vanished = PlantedJar.without(carrier, base, folder.resolve("vanished.jar"));
    expect(
        "a vanished benchmark",
        ExitCode.ERROR,
        usable.size() > 1 ? "vanished: " + carrier.name() : withoutTheOnlyOne(vanished),
        vanished,
        options);
    onBaselines(baselines, base, options);
  }

  private static List<String> selecting(String rows, List<String> others) {
    List<String> options = new ArrayList<>(List.of("--include", rows));
    options.addAll(others);
    return options;
  }

  /** What is told where nothing is left to measure: of the selection, or of the whole suite. */
  private static String withoutTheOnlyOne(Path vanished) throws IOException {
    return PlantedJar.isEmpty(vanished)
        ? "its list of benchmarks is empty"
        : "no benchmark matches";
  }

  private void onBaselines(Path baselines, Path base, List<String> options) throws IOException {
    try (Stream<Path> keys = Files.list(baselines)) {
      Path key = keys.findFirst().orElseThrow();
      Path other = Files.move(key, baselines.resolve("jdk8"));
      expect("another JDK", ExitCode.BASELINE_MISSING, "make one with", base, options);
      Files.move(other, key);
      try (Stream<Path> files = Files.list(key)) {
        Files.writeString(
            files.findFirst().orElseThrow(), "- written bytes many\n", StandardOpenOption.APPEND);
      }
      expect("a broken baseline", ExitCode.ERROR, "'many' is no figure", base, options);
    }
  }

  private Path jar() {
    Path jar = given == null ? surroundings.defaults().ownJar().orElse(null) : given;
    if (jar == null) {
      throw new UserError(ExitCode.USAGE, "no jar to plant in; name one with --jar");
    }
    if (!Files.isRegularFile(jar)) {
      throw new UserError(ExitCode.ERROR, jar + ": there is no such file: name a JMH jar");
    }
    return jar;
  }

  /** The first two benchmarks that give figures; one at least. */
  private List<BenchmarkName> usable(Path jar, Path folder) throws IOException {
    List<BenchmarkName> usable = new ArrayList<>();
    String last = "it has none that matches --include";
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<BenchmarkName> candidates = BenchmarkName.of(zip).stream()
          .filter(each -> include.matcher(each.name()).find())
          .distinct()
          .limit(MOST_TRIED)
          .toList();
      for (BenchmarkName each : candidates) {
        List<String> options = new ArrayList<>(
            List.of("--include", '^' + CommandText.literalRegex(each.name()) + '$'));
        if (jvm != null) {
          options.addAll(List.of("--jvm", jvm));
        }
        options.addAll(List.of("--out", folder.resolve("try").toString()));
        options.addAll(List.of("--baselines", folder.resolve("no").toString()));
        Outcome outcome = tare(List.of("run", "--jar", jar.toString()), options);
        if (outcome.code == ExitCode.OK.code()) {
          usable.add(each);
        }
        if (usable.size() == 2) {
          return usable;
        }
        last = outcome.text.lines().reduce("", (one, later) -> later);
      }
    }
    if (usable.isEmpty()) {
      throw new UserError(ExitCode.ERROR, jar + ": no benchmark can carry a regression: " + last);
    }
    return usable;
  }

  private void expect(
      Plant plant,
      ExitCode code,
      String text,
      BenchmarkName carrier,
      Path jar,
      List<String> options,
      Path folder)
      throws IOException {
    Path planted = folder.resolve(plant.name() + ".jar");
    PlantedJar.with(plant, carrier, jar, planted);
    expect(plant.label(), code, text, planted, options);
    Files.delete(planted);
  }

  private void expect(String what, ExitCode code, String text, Path jar, List<String> options) {
    Outcome outcome = tare(List.of("gate", "--no-sites", "--jar", jar.toString()), options);
    Optional<String> told =
        outcome.text.lines().filter(line -> line.contains(text)).findFirst();
    boolean seen = outcome.code == code.code() && told.isPresent();
    unseen += seen ? 0 : 1;
    String shown = told.orElse(outcome.text.lines().findFirst().orElse(""));
    table.row(
        what,
        Integer.toString(code.code()),
        Integer.toString(outcome.code),
        seen ? "seen" : "NOT SEEN",
        shown);
  }

  private Outcome tare(List<String> verb, List<String> options) {
    StringWriter text = new StringWriter();
    PrintWriter both = new PrintWriter(text, true);
    Surroundings apart = new Surroundings(
        surroundings.measurer(), surroundings.writer(), both, both, false, surroundings.defaults());
    List<String> arguments = new ArrayList<>(verb);
    arguments.addAll(options);
    int code = Tare.run(apart, arguments.toArray(new String[0]));
    both.flush();
    return new Outcome(code, text.toString());
  }

  private static String packageOf(BenchmarkName benchmark) {
    return benchmark.type().substring(0, Math.max(0, benchmark.type().lastIndexOf('.')));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
