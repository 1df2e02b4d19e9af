package dev.tare.benchmarks.load.figures;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Findings as files: the logs first, so that whoever sees the JSON finds what it names. */
final class FindingsFiles {
  private FindingsFiles() {}

  /** Writes them into a folder, which is made, and returns the JSON's path. */
  static Path write(Findings findings, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Series series : findings.series()) {
      replace(folder.resolve(series.logName(findings.operation())), Log.of(series));
    }
    Path json = folder.resolve(findings.operation() + ".json");
    replace(json, FindingsJson.of(findings).getBytes(StandardCharsets.UTF_8));
    return json;
  }

  /** A reader sees the old file or all of the new one. */
  private static void replace(Path file, byte[] content) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try (FileChannel channel = FileChannel.open(
        next,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
