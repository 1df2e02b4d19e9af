/**
 * Class files, by way of ASM: finds the calls that rules know, and puts counters beside them.
 *
 * <p>The only package that knows ASM. Inside a program under test it is loaded by a loader of its
 * own, with an ASM that the program does not see; nothing else may refer to its classes but by
 * name, except the scan, which runs where the program does not.
 */
package dev.tare.profiling.copies.rewrite;
