package dev.tare.reports.profile;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import java.nio.file.Path;

/**
 * A row, or a program, that was recorded.
 *
 * @param environment the JVM
 * @param id the row; of a program its name
 * @param recorder what recorded it
 * @param recording the file, which is gone when the next row begins
 */
public record RecordedRow(
    Environment environment, BenchmarkId id, String recorder, Path recording) {}
