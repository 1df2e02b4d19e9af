/**
 * Times of the HTTP API under a fixed rate of requests, copying against lean: two servers in JVMs
 * of their own on one database, which are asked in turn, over loopback.
 */
package dev.tare.benchmarks.load.api;
