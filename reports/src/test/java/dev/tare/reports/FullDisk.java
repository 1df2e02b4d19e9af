package dev.tare.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk that takes so many files and then half of one more, as a full one does. */
public final class FullDisk implements DurableWriter {
  private int left;

  private FullDisk(int files) {
    this.left = files;
  }

  public static DurableWriter after(int files) {
    return new FullDisk(files);
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    if (left-- > 0) {
      DurableWriter.toDisk().write(file, content);
      return;
    }
    Files.write(file, Arrays.copyOf(content, content.length / 2));
    throw new IOException("No space left on device");
  }
}
