package dev.tare.scheduler.worker.executor.shell;

import dev.tare.scheduler.error.ValidationException;
import java.util.Set;

/**
 * What shell runs may use of the process that starts them.
 *
 * @param inheritedVariables names of variables of this process that children get too; others, which
 *     may hold secrets, stay here
 * @param killGraceMillis how long a child that was asked to end may take before it is killed
 * @param outputGraceMillis how long output is still read after the child has ended, from
 *     descendants that hold it open
 * @param mostProcesses children at the same time, counting those whose output a descendant still
 *     holds open
 */
public record ShellSettings(
    Set<String> inheritedVariables,
    long killGraceMillis,
    long outputGraceMillis,
    int mostProcesses) {

  /** Search path, home, user, locale and time zone; 5 s, 1 s; 256 processes. */
  public static final ShellSettings DEFAULT = new ShellSettings(
      Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ", "TMPDIR"), 5000, 1000, 256);

  /** Refuses negative times and a limit that lets nothing run. */
  public ShellSettings {
    inheritedVariables = Set.copyOf(inheritedVariables);
    if (killGraceMillis < 0 || outputGraceMillis < 0 || mostProcesses < 1) {
      throw new ValidationException("killGraceMillis is " + killGraceMillis
          + ", outputGraceMillis is " + outputGraceMillis + " and mostProcesses is "
          + mostProcesses + ": use 0 or more for times and 1 or more for processes");
    }
  }
}
