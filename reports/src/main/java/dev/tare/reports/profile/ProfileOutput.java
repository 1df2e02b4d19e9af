package dev.tare.reports.profile;

import dev.tare.profiling.copies.rule.Packages;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.recording.ProfileEvent;
import dev.tare.profiling.sites.Attribution;
import dev.tare.reports.DurableWriter;
import dev.tare.reports.ExitCode;
import dev.tare.reports.FileChanges;
import dev.tare.reports.UserError;
import dev.tare.reports.profile.row.RowFile;
import dev.tare.reports.profile.row.RowFiles;
import dev.tare.reports.profile.row.StackTables;
import dev.tare.reports.profile.row.Stacks;
import dev.tare.reports.render.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of profiles, a directory a row, and what is printed of each: {@code recording.jfr} and,
 * of every event, {@code cpu.html}, {@code cpu-heatmap.html} and {@code cpu.collapsed}. The files
 * of a row are replaced together or not at all.
 */
public final class ProfileOutput {
  private static final String COPYING = "COPYING";
  private static final String LEAN = "LEAN";

  private final JvmDirectories directories;
  private final DurableWriter writer;
  private final ProfileRequest request;
  private final String command;
  private final int top;
  private final List<String> packages;
  private Path directory = Path.of("");
  private final Map<BenchmarkId, Map<ProfileEvent, String>> collapsed = new LinkedHashMap<>();

  /**
   * Output of what this request records.
   *
   * @param directories where the directories of the rows go
   * @param writer writes the files
   * @param command what records the same again, without credentials
   * @param top how many lines each table has
   * @param packages whose lines are told; empty for the benchmarks' own
   */
  public ProfileOutput(
      JvmDirectories directories,
      DurableWriter writer,
      ProfileRequest request,
      String command,
      int top,
      List<String> packages) {
    this.directories = directories;
    this.writer = writer;
    this.request = request;
    this.command = command;
    this.top = top;
    this.packages = packages;
  }

  /** Writes the files of one row; returns what is to be printed. */
  public String add(RecordedRow row) {
    StackTables tables = tables(row.id());
    directory = directories.of(row.environment(), request.jvmHome());
    Path place = directory.resolve(RowFiles.name(row.id()));
    FileChanges changes = new FileChanges(writer);
    StringBuilder out = new StringBuilder(Wording.clean(row.id().toString())).append('\n');
    Map<ProfileEvent, String> ofRow = new LinkedHashMap<>();
    try {
      changes.put(place.resolve("recording.jfr"), Files.readAllBytes(row.recording()));
      for (ProfileEvent event : ProfileEvent.values()) {
        files(place, event).forEach(changes::delete); // of an earlier run
        if (request.events().contains(event)) {
          String text = put(changes, place, row, event);
          ofRow.put(event, text);
          out.append(tables.text(event, Stacks.of(text, event), request.seconds(), row.recorder()));
        }
      }
      RowFile about = new RowFile(
          command,
          row.environment(),
          row.id(),
          request.seconds(),
          row.recorder(),
          ofRow.entrySet().stream()
              .filter(stacks -> !stacks.getValue().isBlank())
              .map(Map.Entry::getKey)
              .toList());
      changes.put(place.resolve(RowFile.NAME), about.json().getBytes(StandardCharsets.UTF_8));
      changes.commit();
    } catch (IOException failure) {
      throw RowFiles.notWritten(place, failure);
    }
    collapsed.put(row.id(), ofRow);
    return out.append("  ").append(place).append('\n').toString();
  }

  private static String put(FileChanges changes, Path place, RecordedRow row, ProfileEvent event)
      throws IOException {
    String title = row.id() + ", " + event.label() + ", " + row.environment().baselineKey();
    List<Path> files = files(place, event);
    String text = Conversion.collapsed(row.recording(), event);
    if (text.isBlank()) {
      return text;
    }
    changes.put(files.get(0), Conversion.flameGraph(row.recording(), event, title));
    changes.put(files.get(1), Conversion.heatMap(row.recording(), event, title));
    changes.put(files.get(2), text.getBytes(StandardCharsets.UTF_8));
    return text;
  }

  private static List<Path> files(Path place, ProfileEvent event) {
    return List.of(
        place.resolve(event.label() + ".html"),
        place.resolve(event.label() + "-heatmap.html"),
        place.resolve(event.label() + ".collapsed"));
  }

  /**
   * Writes the differences of every pair of a copying and a lean row, both ways; returns what is to
   * be printed.
   *
   * @throws UserError if no two rows are a pair
   */
  public String addDifferences() {
    SortedMap<BenchmarkId, Map<String, BenchmarkId>> pairs = pairs();
    StringBuilder out = new StringBuilder();
    pairs.forEach((pair, variants) -> {
      Map<ProfileEvent, String> copying = collapsed.getOrDefault(variants.get(COPYING), Map.of());
      Map<ProfileEvent, String> lean = collapsed.getOrDefault(variants.get(LEAN), Map.of());
      Path place = directory.resolve(RowFiles.name(pair) + "-diff");
      out.append(Wording.clean(pair.toString())).append('\n');
      FileChanges changes = new FileChanges(writer);
      try {
        for (ProfileEvent event : copying.keySet()) {
          String before = copying.getOrDefault(event, "");
          String after = lean.getOrDefault(event, "");
          String title = pair + ", " + event.label() + ", ";
          Path forward = place.resolve(event.label() + "-copying-to-lean.html");
          put(changes, forward, before, after, title + "copying → lean");
          Path back = place.resolve(event.label() + "-lean-to-copying.html");
          put(changes, back, after, before, title + "lean → copying");
          out.append("  ").append(event.label()).append(", copying → lean\n");
          out.append(tables(pair).difference(Stacks.of(before, event), Stacks.of(after, event)));
        }
        changes.commit();
      } catch (IOException failure) {
        throw RowFiles.notWritten(place, failure);
      }
      out.append("  ").append(place).append('\n');
    });
    return out.toString();
  }

  /** A difference has the shape of what is after: of nothing there is no page. */
  private static void put(FileChanges changes, Path page, String before, String after, String title)
      throws IOException {
    if (after.isBlank()) {
      changes.delete(page);
    } else {
      changes.put(page, Conversion.difference(before, after, title));
    }
  }

  private SortedMap<BenchmarkId, Map<String, BenchmarkId>> pairs() {
    SortedMap<BenchmarkId, Map<String, BenchmarkId>> byPair = new TreeMap<>();
    for (BenchmarkId row : collapsed.keySet()) {
      RowFiles.variant(row)
          .ifPresent(variant -> byPair
              .computeIfAbsent(RowFiles.pair(row), pair -> new TreeMap<>())
              .put(variant, row));
    }
    byPair.values().removeIf(rows -> !rows.keySet().containsAll(List.of(COPYING, LEAN)));
    if (byPair.isEmpty()) {
      throw new UserError(
          ExitCode.ERROR,
          "--diff: no two of the rows recorded are a pair, the same but for the parameter"
              + " 'variant' of COPYING and LEAN");
    }
    return byPair;
  }

  private StackTables tables(BenchmarkId row) {
    Packages own = Packages.chosenOrOwn(packages, List.of(row.benchmark()));
    return new StackTables(top, new Attribution(own.names()));
  }
}
