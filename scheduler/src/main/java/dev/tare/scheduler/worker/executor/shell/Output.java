package dev.tare.scheduler.worker.executor.shell;

import java.io.IOException;
import java.io.InputStream;

/** Keeps a bounded part of what a process prints. */
public sealed interface Output permits OutputHead, OutputTail {

  /** Reads until the stream ends. */
  void readFrom(InputStream in) throws IOException;
}
