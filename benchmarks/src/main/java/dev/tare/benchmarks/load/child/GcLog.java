package dev.tare.benchmarks.load.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM's collector did, out of the log that it writes: pauses to the microsecond, unlike its
 * beans, and what the serial collector promoted. The log is deleted when this is closed.
 */
public final class GcLog implements AutoCloseable {
  private static final Pattern PAUSE = Pattern.compile("\\bPause .* (\\d+\\.\\d+)ms$");
  private static final Pattern YOUNG = Pattern.compile("GC\\((\\d+)\\) Pause Young .*ms$");
  private static final Pattern TENURED =
      Pattern.compile("GC\\((\\d+)\\) Tenured: (\\d+)K\\(\\d+K\\)->(\\d+)K\\(\\d+K\\)");
  private static final long KIBIBYTE = 1024;

  private final Path folder;
  private final Path file;

  /** A log that a JVM writes if it has {@link #option}. */
  public GcLog() throws IOException {
    this.folder = Files.createTempDirectory("tare-load");
    this.file = folder.resolve("gc.log");
  }

  /** Has a JVM write it. */
  public String option() {
    return "-Xlog:gc,gc+heap=info:file=" + file + "::filecount=0";
  }

  /** All pauses so far, in their order, milliseconds. */
  public List<Double> pauses() {
    List<Double> pauses = new ArrayList<>();
    for (String line : lines()) {
      Matcher pause = PAUSE.matcher(line);
      if (pause.find()) {
        pauses.add(Double.parseDouble(pause.group(1)));
      }
    }
    return pauses;
  }

  /** By how much the serial collector's young collections have filled the old generation, bytes. */
  public long promotedBytes() {
    Map<String, Long> growths = new HashMap<>();
    long promoted = 0;
    for (String line : lines()) {
      Matcher tenured = TENURED.matcher(line);
      if (tenured.find()) {
        growths.put(
            tenured.group(1), Long.parseLong(tenured.group(3)) - Long.parseLong(tenured.group(2)));
      }
      Matcher young = YOUNG.matcher(line);
      if (young.find()) {
        promoted += Math.max(0, growths.getOrDefault(young.group(1), 0L));
      }
    }
    return promoted * KIBIBYTE;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("can not read the log of a JVM's collector", e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(folder);
  }
}
