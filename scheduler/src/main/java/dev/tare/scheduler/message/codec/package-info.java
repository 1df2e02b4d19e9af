/**
 * Messages as bytes: a fixed block of numbers and lengths, then the texts and bytes in their order.
 *
 * <p>The fixed block tells the size of everything, so an encoder writes into an array of the right
 * size and a decoder needs one comparison to know that every part lies within the array. Nothing is
 * allocated before that comparison, whatever the bytes claim.
 */
package dev.tare.scheduler.message.codec;
