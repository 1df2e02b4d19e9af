package dev.tare.profiling.record;

/**
 * What one line contributes to a figure.
 *
 * @param type the class of what it allocates, as source has it: {@code int[]}, {@code a.b.C}
 * @param location the line, as {@code a.b.C.method:12}
 * @param value its part of the figure, in the figure's unit
 */
public record Site(String type, String location, double value) {}
