/**
 * What became of runs, on its way into the database.
 *
 * <p>Ends of attempts and heartbeats come in one by one, from threads of this process and from
 * messages of others, and go out in batches: one conditional statement a batch, nothing read before
 * it. Memory is bounded: who is faster than the database waits. What was taken in is written, or
 * said to be lost when a deadline at shutdown ends the attempts.
 */
package dev.tare.scheduler.listener;
