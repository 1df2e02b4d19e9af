package dev.tare.reports.collection;

import dev.tare.reports.ExitCode;
import dev.tare.reports.IoReason;
import dev.tare.reports.UserError;
import dev.tare.reports.layouts.LayoutFigures;
import dev.tare.reports.loads.LoadFigures;
import dev.tare.reports.page.figure.Figures;
import dev.tare.reports.page.figure.Figures.Missing;
import dev.tare.reports.profile.heap.HeapFigures;
import dev.tare.reports.profile.row.FlameFigures;
import dev.tare.reports.profile.row.RowFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of results.
 *
 * @param records one an environment
 * @param profiles what rows were recorded
 * @param heaps stories of heaps
 * @param loads what loads gave
 * @param layouts of classes
 */
public record Findings(
    List<Path> records,
    List<Path> profiles,
    List<Path> heaps,
    List<Path> loads,
    List<Path> layouts) {

  /** Below {@code out/profile}: of several JVMs, then a row, then its files. */
  private static final int DEPTH = 4;

  private static final String LAYOUTS = "layout.json";

  /**
   * What a directory holds: {@code records.json}, {@code profile/}, {@code load/*.json} and
   * {@code layout.json}; nothing of what is not there.
   */
  public static Findings in(Path directory) {
    Path layouts = directory.resolve(LAYOUTS);
    return new Findings(
        list(directory, "records{,-jdk*}.json"),
        named(directory.resolve("profile"), RowFile.NAME),
        named(directory.resolve("profile"), HeapFigures.NAME),
        list(directory.resolve("load"), "*.json"),
        Files.isRegularFile(layouts) ? List.of(layouts) : List.of());
  }

  /** The same, but for what is given here in its place. */
  public Findings or(
      List<Path> givenRecords,
      List<Path> givenProfiles,
      List<Path> givenLoads,
      List<Path> givenLayouts) {
    return new Findings(
        givenRecords.isEmpty() ? records : givenRecords,
        givenProfiles.isEmpty() ? profiles : all(givenProfiles, RowFile.NAME),
        givenProfiles.isEmpty() ? heaps : all(givenProfiles, HeapFigures.NAME),
        givenLoads.isEmpty()
            ? loads
            : givenLoads.stream().flatMap(Findings::files).toList(),
        givenLayouts.isEmpty() ? layouts : givenLayouts);
  }

  /** Whether there is nothing at all. */
  public boolean isEmpty() {
    return Stream.of(records, profiles, heaps, loads, layouts).allMatch(List::isEmpty);
  }

  /**
   * The figures of all but the records.
   *
   * @param command how the user calls the command
   * @throws UserError if a file can not be used
   */
  public Figures figures(String command) {
    List<Missing> missing = new ArrayList<>();
    miss(missing, profiles, "flame graphs", command + " profile NAME --event alloc --diff");
    miss(missing, loads, "latency under load", "scripts/load api");
    miss(missing, heaps, "heap over time", command + " profile NAME --heap");
    miss(missing, layouts, "object layouts", command + " layout CLASS… --out out");
    return new Figures(
        FlameFigures.of(profiles),
        loads.stream().map(LoadFigures::read).toList(),
        heaps.stream().map(HeapFigures::read).toList(),
        layouts.stream().flatMap(file -> LayoutFigures.read(file).stream()).toList(),
        missing);
  }

  private static void miss(List<Missing> missing, List<Path> files, String what, String command) {
    if (files.isEmpty()) {
      missing.add(new Missing(what, command));
    }
  }

  private static Stream<Path> files(Path fileOrDirectory) {
    return Files.isDirectory(fileOrDirectory)
        ? list(fileOrDirectory, "*.json").stream()
        : Stream.of(fileOrDirectory);
  }

  private static List<Path> all(List<Path> directories, String name) {
    return directories.stream()
        .peek(Findings::requireDirectory)
        .flatMap(directory -> named(directory, name).stream())
        .toList();
  }

  private static void requireDirectory(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new UserError(
          ExitCode.ERROR, directory + ": is no directory; give one that 'tare profile' wrote");
    }
  }

  private static List<Path> list(Path directory, String glob) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> matching = Files.newDirectoryStream(directory, glob)) {
      matching.forEach(files::add);
    } catch (IOException failure) {
      throw unreadable(directory, failure);
    }
    return files.stream().sorted().toList();
  }

  private static List<Path> named(Path directory, String name) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory, DEPTH)) {
      return files
          .filter(file -> file.endsWith(name) && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw unreadable(directory, failure);
    }
  }

  private static UserError unreadable(Path directory, IOException failure) {
    return new UserError(
        ExitCode.ERROR, directory + ": can not be read: " + IoReason.of(failure), failure);
  }
}
