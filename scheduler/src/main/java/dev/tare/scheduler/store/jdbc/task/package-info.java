/**
 * The task table and the interned task types over JDBC. A task's type is stored as its id; its name
 * comes from the types that this process knows, so that a row does not bring it along.
 */
package dev.tare.scheduler.store.jdbc.task;
