/**
 * Which calls copy, and which of the values at hand tell how much: data, one class a kind.
 *
 * <p>A rule looks at the call as the class file has it, owner, name and descriptor; it does not
 * load classes, so a method of the JDK that a program's own subclass inherits is known only where
 * the JDK's class is named. Nothing here depends on a library for class files.
 */
package dev.tare.profiling.copies.rule;
