/**
 * Runs that are child processes.
 *
 * <p>A task gives an array of arguments, never a line for a shell to take apart. What the child
 * prints is read straight into arrays that are bounded; what it leaves behind at its time limit,
 * its descendants included, is ended. Off unless a program registers
 * {@link dev.tare.scheduler.worker.executor.shell.ShellExecutor}: whoever may define tasks may then
 * run any program as this process's user.
 */
package dev.tare.scheduler.worker.executor.shell;
