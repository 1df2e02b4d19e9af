/**
 * Which objects an action allocates, and where, by what every HotSpot JVM brings along: class
 * histograms, whose counts are proved by the bytes of {@code meter}, and Flight Recorder, which
 * samples call sites. For the message that says why a limit was exceeded.
 */
package dev.tare.profiling.objects;
