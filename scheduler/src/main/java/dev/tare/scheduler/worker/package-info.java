/**
 * Executes runs: claims them from the store in batches, has them executed by a fixed pool of
 * threads, and hands their ends to the listener.
 *
 * <p>Between the claim and the end of a run nothing is allocated for it here but its end. One loop
 * talks to the database: it claims, writes what the listener has gathered, and renews the worker's
 * lease. Threads of the pool take runs from a shared ring. A timer looks at what every thread
 * executes and interrupts what takes too long. What is claimed and can not be executed goes back.
 */
package dev.tare.scheduler.worker;
