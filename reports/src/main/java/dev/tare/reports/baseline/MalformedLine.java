package dev.tare.reports.baseline;

/** A line that is no baseline line; the store adds the file and turns it into the user's words. */
final class MalformedLine extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String remedy;

  MalformedLine(int line, String problem) {
    this(line, problem, "mend the line, or delete the file and run 'tare baseline update'");
  }

  MalformedLine(int line, String problem, String remedy) {
    super(problem);
    this.line = line;
    this.remedy = remedy;
  }

  /** Counted from 1. */
  int line() {
    return line;
  }

  String remedy() {
    return remedy;
  }
}
