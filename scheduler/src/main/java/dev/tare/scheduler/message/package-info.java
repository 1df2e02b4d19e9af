/**
 * What processes of one scheduler tell each other.
 *
 * <p>A {@link dev.tare.scheduler.message.Message} is encoded once, when it is published, and
 * decoded once, when it is consumed; in between it travels as the bytes it became. A decoded
 * message shows parts of the array that it was decoded from. Knows neither its encoding, which is
 * in {@code message.codec}, nor a queue.
 */
package dev.tare.scheduler.message;
