/**
 * What the HTTP API answers when it does not do what was asked: problem details (RFC 9457).
 *
 * <p>Every failure ends here as one {@link dev.tare.scheduler.api.problem.Problem}, whatever threw
 * it. A client sees a kind, a status and a sentence that says what to do; never a stack trace, a
 * statement or a driver's message, which go to the log.
 */
package dev.tare.scheduler.api.problem;
