package dev.tare.reports.cli.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands, one at a time, their output in a file. Another thread may end the one that runs;
 * no further one starts then.
 */
final class Commands {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final long END_SECONDS = 5;

  private @Nullable Process running;
  private boolean ended;

  /**
   * How a command ended.
   *
   * @param code its exit code
   * @param lines what it said, without colours and empty lines
   * @param log the file that has all of it, if it failed and said more than a line
   */
  record Outcome(int code, List<String> lines, Optional<Path> log) {
    /** The first line that says ERROR, or else the last: builds end with advice. */
    String reason() {
      return lines.stream()
          .filter(line -> line.contains("ERROR"))
          .findFirst()
          .or(() -> lines.stream().reduce((one, later) -> later))
          .map(line -> ", " + line)
          .orElse("");
    }
  }

  /**
   * Runs a command to its end.
   *
   * @throws IOException if there is no such command
   * @throws InterruptedException if it was ended by {@link #end}, or this thread interrupted
   */
  Outcome run(Path directory, List<String> command) throws IOException, InterruptedException {
    Path log = Files.createTempFile("tare-revision", ".log");
    boolean kept = false;
    try {
      Process process = start(directory, command, log);
      process.getOutputStream().close();
      int code = process.waitFor();
      if (hasEnded()) {
        throw new InterruptedException();
      }
      // A build may write in any charset: of what is not UTF-8, characters are replaced.
      List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
          .lines()
          .map(line -> COLOUR.matcher(line).replaceAll("").strip())
          .filter(line -> !line.isEmpty())
          .toList();
      kept = code != 0 && lines.size() > 1;
      return new Outcome(code, lines, kept ? Optional.of(log) : Optional.empty());
    } finally {
      if (!kept) {
        Files.deleteIfExists(log);
      }
    }
  }

  private synchronized Process start(Path directory, List<String> command, Path log)
      throws IOException, InterruptedException {
    if (ended) {
      throw new InterruptedException();
    }
    Process process = new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
    running = process;
    return process;
  }

  private synchronized boolean hasEnded() {
    return ended;
  }

  private synchronized @Nullable Process endStarting() {
    ended = true;
    return running;
  }

  /** Ends what runs, with all that it has started, and returns when nothing of it runs on. */
  void end() {
    Process process = endStarting();
    if (process == null) {
      return;
    }
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      CompletableFuture.allOf(
              all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
          .orTimeout(END_SECONDS, TimeUnit.SECONDS)
          .join();
    } catch (CompletionException deaf) {
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
