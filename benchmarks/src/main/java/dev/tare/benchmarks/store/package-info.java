/** What the copying repositories share: statements, transactions, and the context of an error. */
package dev.tare.benchmarks.store;
