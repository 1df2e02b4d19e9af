package dev.tare.reports.cli.io;

import dev.tare.reports.DurableWriter;
import dev.tare.reports.cli.options.Defaults;
import dev.tare.reports.launch.Measurer;
import java.io.PrintWriter;

/**
 * All that the command touches outside itself.
 *
 * @param measurer measures jars
 * @param writer writes baselines and reports
 * @param out standard output
 * @param err standard error
 * @param terminal whether a person watches standard error
 * @param defaults what holds where the user says nothing
 */
public record Surroundings(
    Measurer measurer,
    DurableWriter writer,
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    Defaults defaults) {}
