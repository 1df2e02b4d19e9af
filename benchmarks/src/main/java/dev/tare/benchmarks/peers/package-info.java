/**
 * What is put under load, each behind {@code Subject}: the scheduler that ships, plain JDBC as the
 * limit, and another scheduler. All count their round trips where bytes leave and enter the socket.
 * Nothing here measures or prints.
 */
package dev.tare.benchmarks.peers;
