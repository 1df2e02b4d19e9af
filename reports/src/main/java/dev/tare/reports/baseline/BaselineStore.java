package dev.tare.reports.baseline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.tare.profiling.record.Measurement;
import dev.tare.reports.DurableWriter;
import dev.tare.reports.ExitCode;
import dev.tare.reports.FileChanges;
import dev.tare.reports.IoReason;
import dev.tare.reports.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The baselines under one directory, by {@code Environment.baselineKey()}.
 *
 * <p>Whatever cannot be read or written is a {@link UserError} with {@link ExitCode#ERROR}: an
 * unreadable baseline is never taken for an absent one, which would let a regression pass. Not
 * thread-safe, and two writers at once leave the files of one or the other, each file whole.
 */
public final class BaselineStore {
  private final Path directory;
  private final DurableWriter writer;

  /** Baselines under {@code directory}, which need not exist yet. */
  public BaselineStore(Path directory, DurableWriter writer) {
    this.directory = directory;
    this.writer = writer;
  }

  /** Where the files are. */
  public Path directory() {
    return directory;
  }

  /** The keys that have a baseline, sorted. */
  public List<String> keys() {
    return list(directory, Files::isDirectory).stream()
        .map(path -> path.getFileName().toString())
        .filter(key -> !files(key).isEmpty())
        .collect(toList());
  }

  /** The baseline of this key; empty if it has no file at all. */
  public Optional<Baseline> read(String key) {
    List<Path> files = files(key);
    List<Measurement> figures = new ArrayList<>();
    files.forEach(file -> figures.addAll(read(file)));
    return files.isEmpty() ? Optional.empty() : Optional.of(Baseline.of(figures));
  }

  /** Makes each baseline that of its key: all of them or, when it throws, none. */
  public void write(Map<String, Baseline> byKey) {
    FileChanges changes = new FileChanges(writer);
    byKey.forEach((key, baseline) -> put(key, baseline, changes));
    try {
      changes.commit();
    } catch (IOException failure) {
      throw new UserError(
          ExitCode.ERROR,
          "cannot write the baseline under " + directory + ": " + IoReason.of(failure)
              + "; it is as it was: clear the cause and run the command again",
          failure);
    }
  }

  private void put(String key, Baseline baseline, FileChanges changes) {
    files(key).forEach(changes::delete);
    texts(key, baseline)
        .forEach((file, text) -> changes.put(file, text.getBytes(StandardCharsets.UTF_8)));
  }

  private SortedMap<Path, String> texts(String key, Baseline baseline) {
    Map<String, List<Measurement>> byBenchmark = baseline.figures().stream()
        .collect(groupingBy(figure -> figure.id().benchmark(), TreeMap::new, toList()));
    SortedMap<Path, String> texts = new TreeMap<>();
    byBenchmark.forEach((benchmark, figures) -> texts.put(
        directory.resolve(key).resolve(BaselineFileName.of(benchmark)),
        BaselineFormat.write(benchmark, figures)));
    return texts;
  }

  /**
   * What {@link #write} would change, as {@code git apply} takes it in {@code root}, or in the root
   * of the file system if the directory is elsewhere.
   */
  public String patch(Map<String, Baseline> byKey, Path root) {
    StringBuilder patch = new StringBuilder();
    byKey.forEach((key, baseline) -> {
      SortedMap<Path, String> after = texts(key, baseline);
      SortedSet<Path> all = new TreeSet<>(files(key));
      all.addAll(after.keySet());
      for (Path file : all) {
        Path absolute = file.toAbsolutePath().normalize();
        Path from = absolute.startsWith(root) ? root : absolute.getRoot();
        List<String> before = Files.exists(file) ? lines(file) : List.of();
        List<String> now = after.getOrDefault(file, "").lines().toList();
        String path = from.relativize(absolute).toString().replace(File.separatorChar, '/');
        patch.append(UnifiedDiff.of(path, before, now));
      }
    });
    return patch.toString();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  /** Deletes the baseline of this key, and its directory if nothing else is in it. */
  public void delete(String key) {
    write(Map.of(key, Baseline.empty()));
    Path folder = directory.resolve(key);
    try (Stream<Path> rest = Files.list(folder)) {
      if (rest.findAny().isEmpty()) {
        Files.delete(folder);
      }
    } catch (IOException stays) {
      // An empty directory is no baseline; that it stays is nothing a user must act on.
    }
  }

  private List<Path> files(String key) {
    return list(
        directory.resolve(key),
        path -> path.getFileName().toString().endsWith(BaselineFileName.SUFFIX));
  }

  private static List<Path> list(Path folder, Predicate<Path> wanted) {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(wanted).sorted().collect(toList());
    } catch (IOException failure) {
      throw unreadable(folder, failure);
    }
  }

  private static List<Measurement> read(Path file) {
    try {
      List<String> lines = lines(file);
      String name = BaselineFileName.of(BaselineFormat.benchmark(lines));
      if (!file.getFileName().toString().equals(name)) {
        throw new MalformedLine(1, "names a benchmark whose file would be " + name);
      }
      return BaselineFormat.read(lines);
    } catch (MalformedLine wrong) {
      throw new UserError(
          ExitCode.ERROR,
          file + ":" + wrong.line() + ": " + wrong.getMessage() + "; " + wrong.remedy(),
          wrong);
    }
  }

  private static UserError unreadable(Path path, IOException failure) {
    return new UserError(
        ExitCode.ERROR,
        "cannot read the baseline " + path + ": " + IoReason.of(failure)
            + "; make it readable, or name another directory with --baselines",
        failure);
  }
}
