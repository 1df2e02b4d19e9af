package dev.tare.reports.cli.inspect;

import static java.util.stream.Collectors.joining;

import dev.tare.profiling.record.Mode;
import dev.tare.profiling.recording.ProfileEvent;
import dev.tare.profiling.sites.SitesBy;
import dev.tare.profiling.wire.Counting;
import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import dev.tare.reports.cli.options.Defaults;
import dev.tare.reports.cli.options.TargetOptions;
import dev.tare.reports.cli.options.Values;
import dev.tare.reports.matrix.Database;
import dev.tare.reports.matrix.Jvm;
import dev.tare.reports.matrix.MeasurePlan;
import dev.tare.reports.profile.ProfileRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to record, how long, and what to make of it. */
final class ProfileOptions extends TargetOptions {
  private static final int WARMUP_SECONDS = 5;
  private static final int SECONDS = 10;
  private static final int TOP = 8;
  private static final Path OUT = Path.of("out", "profile");

  /** More rounds than anybody records: it is ended when the recording is. */
  private static final List<String> LOAD_ARGUMENTS = List.of("--rounds", "100", "--tasks", "20000");

  private static final String LOAD_MAIN = "dev.tare.benchmarks.load.LoadMain";

  @Parameters(
      arity = "0..*",
      paramLabel = "BENCHMARK",
      description = "A regular expression that a benchmark's name contains, as of --include; with"
          + " --diff, two recordings or files of collapsed stacks.")
  private List<String> benchmarks = new ArrayList<>();

  @Option(
      names = "--event",
      split = ",",
      paramLabel = "EVENT",
      converter = Values.EventName.class,
      description = "What to record: cpu, wall, alloc, lock, nativemem; default: cpu,alloc.")
  private List<ProfileEvent> events = new ArrayList<>();

  @Option(
      names = "--heap",
      description = "Record what lives in the heap over time, and who allocated it, in the place of"
          + " events.")
  private boolean heap;

  @Option(
      names = "--diff",
      description = "Also write the difference of each copying and lean pair, both ways; or of two"
          + " given files.")
  private boolean diff;

  @Option(
      names = "--load",
      paramLabel = "LOAD",
      description = "Record a load of scripts/load, drain or enqueue, in the place of benchmarks.")
  private @Nullable String load;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long to record; default: ${DEFAULT-VALUE}.")
  private int seconds = SECONDS;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      description = "How many seconds to run before; default: ${DEFAULT-VALUE}.")
  private int warmup = WARMUP_SECONDS;

  @Option(
      names = "--recorder",
      paramLabel = "RECORDER",
      converter = Values.RecorderName.class,
      description = "What records: async-profiler, jfr or auto (default: the first that loads). jfr"
          + " knows cpu, alloc and lock alone.")
  private SitesBy recorder = SitesBy.AUTO;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many lines of a table to print; default: ${DEFAULT-VALUE}.")
  private int top = TOP;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the files go; default: out/profile.")
  private Path out = OUT;

  boolean heap() {
    return heap;
  }

  boolean diff() {
    return diff;
  }

  int top() {
    return top;
  }

  Path out() {
    return out;
  }

  /** What is recorded, without repetition. */
  List<ProfileEvent> events() {
    if (heap) {
      return List.of();
    }
    return events.isEmpty()
        ? List.of(ProfileEvent.CPU, ProfileEvent.ALLOC)
        : events.stream().distinct().toList();
  }

  /** The two files of a difference; empty if rows are to be recorded for it. */
  List<Path> files() {
    List<Path> files = benchmarks.stream().map(Path::of).toList();
    boolean areFiles = diff && files.stream().anyMatch(ProfileOptions::isFile);
    if (areFiles && files.size() != 2) {
      throw usage("--diff takes two files, not " + files.size());
    }
    return areFiles ? files : List.of();
  }

  private static boolean isFile(Path path) {
    String name = path.toString();
    return name.endsWith(".jfr") || name.endsWith(".collapsed") || path.toFile().isFile();
  }

  /** Checks what no option can check by itself. */
  void check() {
    atLeast(1, "--seconds", seconds);
    atLeast(1, "--warmup", warmup);
    atLeast(1, "--top", top);
    if (heap && (!events.isEmpty() || diff)) {
      throw usage("--heap records the heap alone: leave out --event and --diff");
    }
    if (load != null && (!benchmarks.isEmpty() || diff || foreignJar())) {
      throw usage("--load records the project's own load: leave out benchmarks, --jar and --diff");
    }
    if (load != null && !List.of("drain", "enqueue").contains(load)) {
      throw usage("--load " + load + ": use drain or enqueue");
    }
    if (files().isEmpty()) {
      benchmarks.forEach(ProfileOptions::checkRegex);
    }
    if (load == null && files().isEmpty() && benchmarks.isEmpty() && !selects()) {
      throw usage("say what to record: a part of a benchmark's name, or --load drain");
    }
  }

  /** The requests, by JVM and jar. */
  List<ProfileRequest> requests(Defaults defaults) {
    MeasurePlan plan = plan(defaults, Optional.empty(), EnumSet.of(Mode.WRITTEN), Counting.BYTES);
    if (plan.databases().size() > 1) {
      throw usage("a profile is of one database: give --db once");
    }
    Database database = plan.databases().get(0);
    List<String> include = Stream.concat(
            benchmarks.stream(), plan.include().stream().map(Pattern::pattern))
        .toList();
    List<ProfileRequest> requests = new ArrayList<>();
    for (Jvm jvm : plan.jvms()) {
      for (Path jar : plan.jars()) {
        requests.add(new ProfileRequest(
            jar,
            jvm.home(),
            include,
            plan.exclude().stream().map(Pattern::pattern).toList(),
            plan.paramsOn(database),
            Map.of("tare.db", database.spec()),
            program(database),
            plan.argumentsOf(jvm),
            plan.rowLimit(),
            events(),
            recorder,
            warmup,
            seconds));
      }
    }
    return requests;
  }

  /** The words that record the same again, without credentials. */
  List<String> arguments() {
    List<String> words = new ArrayList<>(benchmarks);
    if (load != null) {
      add(words, "--load", load);
    }
    if (heap) {
      words.add("--heap");
    } else {
      add(words, "--event", events().stream().map(ProfileEvent::label).collect(joining(",")));
    }
    if (diff) {
      words.add("--diff");
    }
    if (seconds != SECONDS) {
      add(words, "--seconds", seconds);
    }
    if (warmup != WARMUP_SECONDS) {
      add(words, "--warmup", warmup);
    }
    if (recorder != SitesBy.AUTO) {
      add(words, "--recorder", recorder.label());
    }
    words.addAll(arguments(List.of()));
    if (!out.equals(OUT)) {
      add(words, "--out", out);
    }
    return words;
  }

  private List<String> program(Database database) {
    if (load == null) {
      return List.of();
    }
    List<String> program = new ArrayList<>(List.of(LOAD_MAIN, load, "--db", database.spec()));
    program.addAll(LOAD_ARGUMENTS);
    if (database.dialect().equals("postgresql")) {
      program.addAll(List.of("--peer", "none"));
    }
    return program;
  }

  private static void checkRegex(String regex) {
    try {
      Pattern.compile(regex);
    } catch (PatternSyntaxException wrong) {
      throw usage("'" + regex + "' is no regular expression: " + wrong.getDescription());
    }
  }

  private static void atLeast(int least, String option, int value) {
    if (value < least) {
      throw usage(option + " " + value + ": give at least " + least);
    }
  }

  private static UserError usage(String message) {
    return new UserError(ExitCode.USAGE, message);
  }
}
