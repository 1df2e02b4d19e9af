package dev.tare.benchmarks.executor;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** What a process prints, as a pipe gives it: a page at a time, whatever is asked for. */
final class Pipe extends InputStream {
  private static final int PAGE_BYTES = 4096;

  private final ByteArrayInputStream printed;

  Pipe(byte[] printed) {
    this.printed = new ByteArrayInputStream(printed);
  }

  /** Prints all of it again. */
  void rewind() {
    printed.reset();
  }

  @Override
  public int read() {
    return printed.read();
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    return printed.read(into, offset, Math.min(length, PAGE_BYTES));
  }
}
