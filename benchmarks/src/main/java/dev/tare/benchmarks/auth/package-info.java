/** Tokens that clients show, and whether they are good. */
package dev.tare.benchmarks.auth;
