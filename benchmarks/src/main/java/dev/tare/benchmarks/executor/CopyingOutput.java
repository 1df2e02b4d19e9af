package dev.tare.benchmarks.executor;

import dev.tare.benchmarks.executor.OutputBenchmark.Captured;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.worker.executor.ResourceLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The baseline: all that was printed is read, and then shortened.
 *
 * <p>Its copies, and the idiom each stands for:
 *
 * <ul>
 *   <li>the whole stream in an array, and decoded to a text: {@code from_utf8_lossy(&output.stdout)
 *       .to_string()}, as one reads what a process prints;
 *   <li>the text cut to the limit, and trimmed;
 *   <li>the result encoded again: it is stored as bytes.
 * </ul>
 */
final class CopyingOutput implements OutputBenchmark.Capture {

  @Override
  public Captured read(InputStream out, InputStream err, ResourceLimits limits) throws IOException {
    String result = text(out);
    String error = text(err);
    String kept = result.substring(0, Math.min(result.length(), limits.resultBytes()));
    String tail = error.substring(Math.max(0, error.length() - limits.errorBytes()));
    return new Captured(
        kept.isEmpty() ? null : Bytes.of(kept.getBytes(StandardCharsets.UTF_8)), tail.strip());
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
