/**
 * How large objects are, and why: instance and graph sizes, fields with their offsets and padding,
 * in the four layouts that a HotSpot JVM can have, modelled by JOL in whatever JVM runs. JOL is
 * optional, and known here alone.
 */
package dev.tare.profiling.layout;
