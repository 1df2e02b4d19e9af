package dev.tare.scheduler.cron;

/** Where cron-utils 9.2.1 can not judge; each has its proof in {@link OracleFaultTest}. */
enum OracleFault {
  /** In a list, L and LW are ignored and 15W is read as 15. */
  SPECIAL_DAY_IN_A_LIST,
  /** A last day that is a Sunday is taken as a weekday; a day that the month has not throws. */
  NEAREST_WEEKDAY_AT_THE_END_OF_A_MONTH,
  /** {@code FRI-MON/2} is accepted and throws when it is asked. */
  STEP_IN_A_RANGE_OVER_SUNDAY,
  /** {@code MON-FRI/7} is refused: it turns the step, like a weekday, into 0. */
  STEP_OF_SEVEN_IN_A_RANGE,
  /**
   * Near a change of clocks it passes over an instant that it says to match when it is asked for
   * that: it adds whole hours to where it stands, and prefers an offset that is not yet.
   */
  MATCH_PASSED_OVER_NEAR_A_CHANGE,
  /**
   * It leaves a lone repeat out when it is asked from the match before, and gives it when it is
   * asked from between the two: of two questions the later has the earlier answer.
   */
  LONE_REPEAT_FROM_BETWEEN
}
