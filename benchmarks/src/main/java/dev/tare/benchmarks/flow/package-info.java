/**
 * A task end to end: asked for by API, claimed, executed, completed and read by API, through the
 * façade that ships and through all copying twins together, which take the very same steps.
 */
package dev.tare.benchmarks.flow;
