/**
 * The command as goals of a Maven build: a goal's parameters become the command's words, its exit
 * code the build's end.
 *
 * <p>Nothing is measured, judged or written here: all of that is the command's, which runs in
 * Maven's own process. Directories come from the project, since Maven's working directory may be
 * any.
 */
@NullMarked
package dev.tare.maven;

import org.jspecify.annotations.NullMarked;
