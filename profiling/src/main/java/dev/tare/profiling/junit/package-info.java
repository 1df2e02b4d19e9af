/**
 * Budgets for JUnit 5 and 6: annotations that say what a test may allocate, copy or weigh, and the
 * extension behind them, which runs the test's body again under {@code meter}, {@code objects} and
 * {@code copies}, asks {@code layout}, and fails the test with what, how much, and where.
 *
 * <p>JUnit is the user's own, of whatever version from 5.9 on; JOL and the copies agent are needed
 * by the budgets that ask for them alone.
 */
package dev.tare.profiling.junit;
