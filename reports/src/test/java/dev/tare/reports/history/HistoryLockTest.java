package dev.tare.reports.history;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.profiling.record.Mode;
import dev.tare.reports.DurableWriter;
import dev.tare.reports.UserError;
import dev.tare.reports.gate.Selection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many that append to one history, of which none loses another's run. */
class HistoryLockTest {
  private static final int RUNS = 25;

  @TempDir
  private Path directory;

  @Test
  void twoProcesses_loseNoRun() throws Exception {
    Path file = directory.resolve("history.txt");
    List<Process> processes = List.of(appender(file, "a"), appender(file, "b"));
    try {
      for (Process process : processes) {
        assertThat(process.getInputStream().read()).as("it is ready").isEqualTo('r');
      }
      for (Process process : processes) {
        try (OutputStream begin = process.getOutputStream()) {
          begin.write('g');
        }
      }
      for (Process process : processes) {
        assertThat(process.waitFor()).isZero();
      }
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
    assertThatAllAreIn(file, "a", "b");
  }

  @Test
  void threadsOfOneProcess_loseNoRun() throws Exception {
    Path file = directory.resolve("made/history.txt");
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (String name : List.of("a", "b", "c")) {
        ends.add(threads.submit(() -> Appender.append(file, name)));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThatAllAreIn(file, "a", "b", "c");
  }

  @Test
  void lockThatAnotherDoesNotLetGo_isToldByItsFile() throws IOException {
    Path file = directory.resolve("history.txt");
    Appender.append(file, "a");
    String before = Files.readString(file);
    HistoryFile impatient = new HistoryFile(file, Duration.ZERO);
    try (FileChannel held = FileChannel.open(HistoryLock.fileOf(file), StandardOpenOption.WRITE)) {
      assertThat(held.tryLock()).isNotNull();
      assertThatThrownBy(() -> impatient.change(history -> History.empty(), DurableWriter.toDisk()))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("cannot write the history " + file)
          .hasMessageContaining("another run has held " + HistoryLock.fileOf(file))
          .hasMessageContaining("--history");
    }
    assertThat(file).hasContent(before);
    impatient.change(history -> History.empty(), DurableWriter.toDisk());
    assertThat(file).hasContent("tare-history 1\n");
  }

  private static void assertThatAllAreIn(Path file, String... names) {
    List<String> commits = new HistoryFile(file)
            .read(torn -> {
              throw new AssertionError(torn);
            })
            .runs()
            .stream()
            .map(Run::commit)
            .toList();
    assertThat(commits).hasSize(names.length * RUNS);
    for (String name : names) {
      List<String> own = new ArrayList<>();
      for (int run = 0; run < RUNS; run++) {
        own.add(name + run);
      }
      assertThat(commits).containsSubsequence(own);
    }
  }

  private static Process appender(Path file, String name) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Appender.class.getName(),
            file.toString(),
            name)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** A process that appends runs of its name, from when it is told to begin. */
  static final class Appender {
    private Appender() {}

    public static void main(String[] arguments) throws IOException {
      System.out.write('r');
      System.out.flush();
      if (System.in.read() == 'g') {
        append(Path.of(arguments[0]), arguments[1]);
      }
    }

    static void append(Path file, String name) {
      HistoryFile history = new HistoryFile(file);
      for (int run = 0; run < RUNS; run++) {
        String commit = name + run;
        history.change(
            before -> before.with(
                commit,
                "jdk17",
                List.of(bytes(row("x.Text.parse"), commit.length())),
                List.of(),
                Selection.all(Set.of(Mode.WRITTEN))),
            DurableWriter.toDisk());
      }
    }
  }
}
