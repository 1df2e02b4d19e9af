package dev.tare.reports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes one new file so that it survives a power cut: the place where a full disk shows. */
@FunctionalInterface
public interface DurableWriter {

  /** Creates {@code file}, which must not exist, and returns once its content is on disk. */
  void write(Path file, byte[] content) throws IOException;

  /** The writer for real disks. */
  static DurableWriter toDisk() {
    return (file, content) -> {
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
    };
  }
}
