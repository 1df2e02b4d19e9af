package dev.tare.scheduler.api.problem;

import org.jspecify.annotations.Nullable;

/**
 * One problem, as it is answered.
 *
 * @param kind which status, URN and title
 * @param detail what was wrong here and what to do; holds nothing that a client may not see
 * @param field the member or parameter that was wrong
 * @param line where in the body, 1 and up; 0 if that says nothing
 * @param column where in that line, 1 and up; 0 if that says nothing
 * @param header an HTTP header that belongs to the answer
 */
public record Problem(
    ProblemKind kind,
    String detail,
    @Nullable String field,
    int line,
    int column,
    @Nullable Header header) {

  /**
   * A header of the answer.
   *
   * @param name such as {@code Allow}
   * @param value what it says
   */
  public record Header(String name, String value) {}

  /** A problem of the request as a whole. */
  public static Problem of(ProblemKind kind, String detail) {
    return new Problem(kind, detail, null, 0, 0, null);
  }

  /** A problem of one member or parameter. */
  public static Problem ofField(ProblemKind kind, String field, String detail) {
    return new Problem(kind, detail, field, 0, 0, null);
  }

  /** The same, at a place in the body. */
  public Problem at(int theLine, int theColumn) {
    return new Problem(kind, detail, field, theLine, theColumn, header);
  }

  /** The same, answered with a header. */
  public Problem with(String name, String value) {
    return new Problem(kind, detail, field, line, column, new Header(name, value));
  }

  /** This problem, to be thrown. */
  public ProblemException asException() {
    return new ProblemException(this);
  }
}
