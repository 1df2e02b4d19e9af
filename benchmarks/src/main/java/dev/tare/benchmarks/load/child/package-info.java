/**
 * JVMs that a load starts beside itself, so that nothing that one of them does is another's: they
 * are told what to do by lines on standard input, which no process list shows, and end with it.
 */
package dev.tare.benchmarks.load.child;
