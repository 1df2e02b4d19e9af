/**
 * Tasks: the definitions that runs are made of, how they are asked for, and what a dispatcher reads
 * of them.
 */
package dev.tare.scheduler.model.task;
