package dev.tare.profiling.copies.rule;

import dev.tare.profiling.copies.CopyKind;

/**
 * How the copies of one call are counted: by a static method of {@code count}, called beside it.
 *
 * @param kind what the call copies
 * @param counting where the counter is called, and which values it gets
 * @param counter name of the counter
 * @param descriptor of the counter; the last parameter is the site
 */
public record CopyRule(CopyKind kind, Counting counting, String counter, String descriptor) {
  private static final String OF_OBJECT = "(Ljava/lang/Object;I)V";
  private static final String OF_TWO_OBJECTS = "(Ljava/lang/Object;Ljava/lang/Object;I)V";

  /** Where a counter is called. */
  public enum Counting {
    /** Before the call, with its last argument, or the receiver of a call without any. */
    LAST,
    /** Before the call, with its last two operands. */
    LAST_TWO,
    /** Before the call, with nothing. */
    CALL,
    /** After the call, with its result. */
    RESULT,
    /** After the call, with its receiver, or the one argument of a static call, and its result. */
    CHANGED,
    /** In place of the call, with its operands. */
    INSTEAD
  }

  static CopyRule result(CopyKind kind) {
    return new CopyRule(kind, Counting.RESULT, "result", OF_OBJECT);
  }

  static CopyRule changed(CopyKind kind) {
    return new CopyRule(kind, Counting.CHANGED, "changed", OF_TWO_OBJECTS);
  }

  /** By the last argument, which is a reference. */
  static CopyRule last(CopyKind kind, String counter) {
    return new CopyRule(kind, Counting.LAST, counter, OF_OBJECT);
  }

  /** By the last argument, which is a number of elements of so many bytes: 1, 2, 4 or 8. */
  static CopyRule run(CopyKind kind, int elementBytes) {
    return new CopyRule(kind, Counting.LAST, "run" + elementBytes, "(II)V");
  }

  static CopyRule lastTwo(CopyKind kind, String counter, String operands) {
    return new CopyRule(kind, Counting.LAST_TWO, counter, '(' + operands + "I)V");
  }

  static CopyRule instead(CopyKind kind, String replacement, String descriptor) {
    return new CopyRule(kind, Counting.INSTEAD, replacement, descriptor);
  }

  /** The shallow copy that the call returns. */
  static CopyRule object() {
    return new CopyRule(CopyKind.OBJECT, Counting.RESULT, "object", OF_OBJECT);
  }

  /** The shallow copy that the call returns, unless it returns the original. */
  static CopyRule changedObject() {
    return new CopyRule(CopyKind.OBJECT, Counting.CHANGED, "changedObject", OF_TWO_OBJECTS);
  }

  static CopyRule boxed() {
    return new CopyRule(CopyKind.BOXING, Counting.CALL, "boxed", "(I)V");
  }
}
