package dev.tare.reports.profile.heap;

import dev.tare.profiling.copies.rule.Packages;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.sites.Attribution;
import dev.tare.reports.DurableWriter;
import dev.tare.reports.FileChanges;
import dev.tare.reports.page.HtmlPage;
import dev.tare.reports.page.figure.HeapFigure;
import dev.tare.reports.page.figure.Source;
import dev.tare.reports.profile.JvmDirectories;
import dev.tare.reports.profile.ProfileRequest;
import dev.tare.reports.profile.RecordedRow;
import dev.tare.reports.profile.row.RowFiles;
import dev.tare.reports.render.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The files of heaps' stories, a directory a row or a pair: {@code heap.html}, {@code heap.json},
 * {@code heap.csv}, and each row's recording. They are replaced together or not at all.
 */
public final class HeapOutput {
  private final JvmDirectories directories;
  private final DurableWriter writer;
  private final ProfileRequest request;
  private final String command;
  private final int top;
  private final List<String> packages;
  private final Map<BenchmarkId, Group> groups = new LinkedHashMap<>();

  /** The rows of one chart. */
  private record Group(
      Path place, Environment environment, List<HeapStory> stories, FileChanges changes) {}

  /**
   * Output of what this request records.
   *
   * @param directories where the directories go
   * @param writer writes the files
   * @param command what records the same again, without credentials
   * @param top how many lines each table has
   * @param packages whose lines are told; empty for the benchmarks' own
   */
  public HeapOutput(
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

  /** Takes a row; nothing is written before {@link #finish}. */
  public void add(RecordedRow row) {
    BenchmarkId pair = RowFiles.pair(row.id());
    Group group = groups.computeIfAbsent(
        pair,
        key -> new Group(
            directories
                .of(row.environment(), request.jvmHome())
                .resolve(RowFiles.name(key) + "-heap"),
            row.environment(),
            new ArrayList<>(),
            new FileChanges(writer)));
    String variant =
        RowFiles.variant(row.id()).map(name -> name.toLowerCase(Locale.ROOT)).orElse("");
    Packages own = Packages.chosenOrOwn(packages, List.of(row.id().benchmark()));
    try {
      group.stories.add(HeapReader.read(
          row.id(),
          variant.isEmpty() ? shortName(row.id()) : variant,
          row.recording(),
          new Attribution(own.names())));
      String name = RowFiles.name(
          BenchmarkId.of(variant.isEmpty() ? "recording" : "recording-" + variant, Map.of()));
      group.changes.put(group.place.resolve(name + ".jfr"), Files.readAllBytes(row.recording()));
    } catch (IOException failure) {
      throw RowFiles.notWritten(group.place, failure);
    }
  }

  /** Writes the files of all rows; returns what is to be printed. */
  public String finish() {
    StringBuilder out = new StringBuilder();
    groups.forEach((pair, group) -> {
      String title = Wording.clean(pair.toString());
      Path file = group.place.resolve(HeapJson.NAME);
      HeapFigure figure =
          HeapFigures.of(title, group.stories, new Source(file.toString(), command, ""));
      put(group, "heap.html", HtmlPage.render("heappage.jte", figure));
      put(
          group,
          HeapJson.NAME,
          HeapJson.render(
              new HeapJson.Told(command, Optional.of(group.environment), title, group.stories)));
      put(group, "heap.csv", HeapJson.csv(group.stories));
      try {
        group.changes.commit();
      } catch (IOException failure) {
        throw RowFiles.notWritten(group.place, failure);
      }
      out.append(title).append('\n').append(HeapText.of(group.stories, top));
      out.append("  ").append(group.place.resolve("heap.html")).append('\n');
    });
    return out.toString();
  }

  private static void put(Group group, String name, String text) {
    group.changes.put(group.place.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String shortName(BenchmarkId row) {
    String name = row.benchmark();
    int method = name.lastIndexOf('.', name.lastIndexOf('.') - 1);
    return name.substring(method + 1);
  }
}
