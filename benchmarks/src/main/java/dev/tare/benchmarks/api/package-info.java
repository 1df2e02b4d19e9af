/**
 * The HTTP API without a socket: requests in memory, through routes, to the endpoints that ship and
 * to the twin of them.
 *
 * <p>{@code dto} holds what the twin maps to, {@code stored} the repositories that both read.
 */
package dev.tare.benchmarks.api;
