package dev.tare.reports.cli.inspect;

import dev.tare.profiling.record.Failure;
import dev.tare.reports.ExitCode;
import dev.tare.reports.cli.io.ProgressLine;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.verbs.Verb;
import dev.tare.reports.profile.GivenProfiles;
import dev.tare.reports.profile.JvmDirectories;
import dev.tare.reports.profile.ProfileOutput;
import dev.tare.reports.profile.ProfileRequest;
import dev.tare.reports.profile.RecordingJvms;
import dev.tare.reports.profile.heap.HeapOutput;
import dev.tare.reports.render.Wording;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Where a benchmark's time and memory go, compiled and at full speed. */
@Command(
    name = "profile",
    sortOptions = false,
    description = {
      "Records benchmarks, or a load, while they run compiled: each row in a JVM of its own.",
      "Writes flame graphs, heat maps and collapsed stacks, keeps the recording, and prints the",
      "methods and lines that have most. A profile is a sample: no figure is taken from it."
    })
final class ProfileVerb extends Verb {
  @Mixin
  private ProfileOptions options = new ProfileOptions();

  ProfileVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    options.check();
    List<Path> files = options.files();
    if (!files.isEmpty()) {
      show(GivenProfiles.difference(
          files.get(0),
          files.get(1),
          options.events().get(0),
          options.top(),
          options.out(),
          surroundings.writer()));
      return ExitCode.OK.code();
    }
    List<ProfileRequest> requests = options.requests(surroundings.defaults());
    JvmDirectories directories = new JvmDirectories(
        options.out(), requests.stream().map(ProfileRequest::jvmHome).distinct().count() > 1);
    boolean failed = false;
    for (ProfileRequest request : requests) {
      failed |= !record(request, directories).isEmpty();
    }
    return (failed ? ExitCode.ERROR : ExitCode.OK).code();
  }

  private List<Failure> record(ProfileRequest request, JvmDirectories directories) {
    boolean shown = surroundings.terminal() && options.showProgress() && !quiet();
    List<Failure> failures;
    try (ProgressLine progress = new ProgressLine(surroundings.err(), shown)) {
      failures = options.heap()
          ? recordHeap(request, directories, progress)
          : recordEvents(request, directories, progress);
    }
    for (Failure failure : failures) {
      surroundings
          .err()
          .println("failed: " + Wording.clean(failure.id() + ": " + failure.message()));
    }
    surroundings.err().flush();
    return failures;
  }

  private List<Failure> recordEvents(
      ProfileRequest request, JvmDirectories directories, ProgressLine progress) {
    ProfileOutput output = new ProfileOutput(
        directories,
        surroundings.writer(),
        request,
        command("profile", options.arguments()),
        options.top(),
        options.packages());
    List<Failure> failures = RecordingJvms.record(request, progress, row -> {
      progress.erase();
      show(output.add(row));
    });
    if (options.diff() && failures.isEmpty()) {
      show(output.addDifferences());
    }
    return failures;
  }

  private List<Failure> recordHeap(
      ProfileRequest request, JvmDirectories directories, ProgressLine progress) {
    HeapOutput output = new HeapOutput(
        directories,
        surroundings.writer(),
        request,
        command("profile", options.arguments()),
        options.top(),
        options.packages());
    List<Failure> failures = RecordingJvms.record(request, progress, output::add);
    progress.erase();
    show(output.finish());
    return failures;
  }

  private void show(String text) {
    if (!quiet()) {
      surroundings.out().print(text);
      surroundings.out().flush();
    }
  }
}
