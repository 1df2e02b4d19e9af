package dev.tare.reports.profile;

import dev.tare.profiling.recording.ProfileEvent;
import dev.tare.profiling.recording.RecordingPlan;
import dev.tare.profiling.sites.SitesBy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What to record in one JVM each.
 *
 * @param jar where the rows or the program are
 * @param jvmHome the JVM's home
 * @param include regular expressions, any of which a benchmark's name must contain; empty for all
 * @param exclude regular expressions, none of which it may contain
 * @param params values that replace a benchmark's own
 * @param properties system properties for what runs
 * @param program main class and arguments, to run in the place of rows; empty for rows
 * @param jvmArgs further arguments of the JVM
 * @param limit how long it may take beside warm-up and recording
 * @param events what the profile is of; empty for the heap's story
 * @param recorder what records
 * @param warmupSeconds how long it runs before
 * @param seconds how long it is recorded
 */
public record ProfileRequest(
    Path jar,
    Path jvmHome,
    List<String> include,
    List<String> exclude,
    Map<String, List<String>> params,
    Map<String, String> properties,
    List<String> program,
    List<String> jvmArgs,
    Duration limit,
    List<ProfileEvent> events,
    SitesBy recorder,
    int warmupSeconds,
    int seconds) {

  RecordingPlan plan(Path file) {
    return new RecordingPlan(events, recorder, file, warmupSeconds, seconds);
  }

  /** How long the JVM may say nothing while it runs what is recorded. */
  Duration silence() {
    return limit.plusSeconds(warmupSeconds).plusSeconds(seconds);
  }
}
