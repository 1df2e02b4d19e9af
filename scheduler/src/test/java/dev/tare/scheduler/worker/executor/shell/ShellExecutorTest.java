package dev.tare.scheduler.worker.executor.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.testkit.Eventually;
import dev.tare.scheduler.worker.executor.ExampleContext;
import dev.tare.scheduler.worker.executor.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellExecutorTest {
  private final ShellExecutor executor = new ShellExecutor(ShellSettings.DEFAULT);

  @TempDir
  Path directory;

  @Test
  void arguments_areNotALineForAShell() throws Exception {
    Outcome outcome = executor.execute(
        ExampleContext.of("{\"args\": [\"printf\", \"%s|\", \"$HOME; ls *\", \"\"]}"));

    assertThat(text(outcome)).isEqualTo("$HOME; ls *||");
    assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void programThatPrintsNothing_hasNoResult() throws Exception {
    assertThat(executor.execute(ExampleContext.of("{\"args\": [\"true\"]}")))
        .isSameAs(Outcome.DONE);
  }

  @Test
  void exitCode_isAFailureWithStandardErrorAndTheResultKept() throws Exception {
    Outcome outcome = executor.execute(script("echo out; echo why >&2; exit 3"));

    assertThat(outcome.status()).isEqualTo(RunStatus.FAILED);
    assertThat(outcome.error()).isEqualTo("exit code 3: why");
    assertThat(text(outcome)).isEqualTo("out\n");
  }

  @Test
  void standardInput_isEmpty() throws Exception {
    assertThat(executor.execute(ExampleContext.of("{\"args\": [\"cat\"]}"))).isSameAs(Outcome.DONE);
  }

  @Test
  void environment_isMergedAndTheTasksOwnWins() throws Exception {
    Outcome outcome = executor.execute(ExampleContext.of("{\"args\": [\"env\"], \"environment\":"
            + " {\"OWN\": \"1\", \"BOTH\": \"own\", \"TARE_RUN_ID\": \"9\"}}")
        .environment(Map.of("BASE", "2", "BOTH", "base")));

    assertThat(text(outcome).lines())
        .contains(
            "OWN=1",
            "BASE=2",
            "BOTH=own",
            "PATH=" + System.getenv("PATH"),
            "TARE_RUN_ID=42",
            "TARE_TASK_ID=7",
            "TARE_ATTEMPT=2",
            "TARE_SHARD_INDEX=1",
            "TARE_SHARD_TOTAL=4");
  }

  @Test
  void variablesOfThisProcess_stayHereUnlessTheyAreNamed() throws Exception {
    String secret = "TESTCONTAINERS_RYUK_DISABLED"; // the build sets it for this process
    assertThat(System.getenv(secret)).isNotNull();

    assertThat(text(executor.execute(ExampleContext.of("{\"args\": [\"env\"]}"))))
        .doesNotContain(secret);
    ShellExecutor open =
        new ShellExecutor(new ShellSettings(Set.of("PATH", secret), 1000, 1000, 1));
    assertThat(text(open.execute(ExampleContext.of("{\"args\": [\"env\"]}")))).contains(secret);
  }

  @Test
  void workingDirectory_isTheContextsOrWithinIt() throws Exception {
    Path sub = Files.createDirectory(directory.resolve("sub"));

    assertThat(text(executor.execute(ExampleContext.of("{\"args\": [\"pwd\"]}").in(directory))))
        .isEqualTo(directory.toRealPath() + "\n");
    assertThat(text(executor.execute(
            ExampleContext.of("{\"args\": [\"pwd\"], \"workingDirectory\": \"sub\"}")
                .in(directory))))
        .isEqualTo(sub.toRealPath() + "\n");
    assertThatThrownBy(() -> executor.execute(
            ExampleContext.of("{\"args\": [\"pwd\"], \"workingDirectory\": \"none\"}")
                .in(directory)))
        .isInstanceOf(ValidationException.class)
        .hasMessageStartingWith("parameters.workingDirectory is no directory: ");
  }

  @Test
  void output_isBoundedAndTheProgramStillEnds() throws Exception {
    Outcome outcome = executor.execute(
        script("head -c 3000000 /dev/zero; (head -c 3000000 /dev/zero; printf end) >&2; exit 1")
            .limits(5000, 100));

    assertThat(outcome.result()).isEqualTo(Bytes.of(new byte[5000]));
    assertThat(outcome.error()).hasSizeLessThanOrEqualTo(130).endsWith("end");
  }

  @Test
  void programThatIsNotThere_isNamed() {
    assertThatThrownBy(() -> executor.execute(ExampleContext.of("{\"args\": [\"no-such-tool\"]}")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no-such-tool");
  }

  @Test
  void timeLimit_endsTheProgramAndItsDescendants() throws Exception {
    Outcome outcome =
        executor.execute(script("sleep 1000 & echo $!; echo late >&2; wait").timeout(300));

    assertThat(outcome.status()).isEqualTo(RunStatus.TIMEOUT);
    assertThat(outcome.error()).isEqualTo("ended after 300 ms, its time limit: late");
    Processes.awaitEnd(Long.parseLong(text(outcome).strip()));
  }

  @Test
  void programThatIgnoresARequestToEnd_isKilled() throws Exception {
    ShellExecutor impatient = new ShellExecutor(new ShellSettings(Set.of("PATH"), 50, 1000, 1));

    Outcome outcome = impatient.execute(
        script("trap '' TERM; echo $$; while :; do sleep 1000; done").timeout(300));

    assertThat(outcome.status()).isEqualTo(RunStatus.TIMEOUT);
    Processes.awaitEnd(Long.parseLong(text(outcome).strip()));
  }

  @Test
  void interrupt_endsTheProgramAndItsDescendants() throws Exception {
    Path pid = directory.resolve("pid");
    Processes.Interrupted run = Processes.executeInThread(
        executor,
        script("sleep 1000 & echo $! > pid.part; mv pid.part pid; wait").in(directory));
    long child = Processes.awaitNumber(pid);

    run.thread().interrupt();

    assertThat(run.failure().get()).isInstanceOf(InterruptedException.class);
    Processes.awaitEnd(child);
  }

  @Test
  void descendantThatHoldsTheOutput_isNotWaitedFor_andCounts() throws Exception {
    ShellExecutor one = new ShellExecutor(new ShellSettings(Set.of("PATH"), 10, 50, 1));
    Path go = directory.resolve("go"); // output that is read when its program ends goes on
    Thread reader = new Thread(() -> {
      Eventually.await("both outputs are read", () -> pumpsThatRead() == 2);
      create(go);
    });
    reader.start();
    Outcome outcome =
        one.execute(script("sleep 1000 & echo $!; until [ -e " + go + " ]; do sleep 0.01; done"));
    reader.join();
    long left = Long.parseLong(text(outcome).strip());
    try {
      assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETED);
      assertThat(ProcessHandle.of(left)).as("it is left alone").isPresent();
      assertThat(one.execute(script("echo x")).error())
          .isEqualTo("not started: descendants of earlier shell runs hold the output of 1"
              + " processes open");
    } finally {
      ProcessHandle.of(left).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private static long pumpsThatRead() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().equals("tare-shell-output"))
        .filter(thread -> Arrays.stream(thread.getValue())
            .anyMatch(frame -> frame.getClassName().equals("java.io.FileInputStream")))
        .count();
  }

  private static void create(Path file) {
    try {
      Files.createFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void parametersThatAreNotUnderstood_areRefusedByField() {
    assertRefused(
        "{}", "parameters.args is missing: " + "use an array of the program and its arguments");
    assertRefused(
        "{\"args\": []}",
        "parameters.args names no program: " + "use an array of the program and its arguments");
    assertRefused(
        "{\"args\": [\"\"]}",
        "parameters.args names no program: " + "use an array of the program and its arguments");
    assertRefused("{\"args\": \"ls -l\"}", "parameters.args is a string: use an array of strings");
    assertRefused(
        "{\"args\": [\"a\\u0000b\"]}",
        "parameters.args holds a NUL character: " + "no program can be given one");
    assertRefused(
        "{\"args\": [\"a\"], \"environment\": {\"=\": \"b\"}}",
        "parameters.environment has a variable named \"=\": " + "use a name without '='");
    assertRefused(
        "{\"args\": [\"a\"], \"cwd\": \"/\"}",
        "parameters.cwd is not known: " + "use args, environment, workingDirectory");
  }

  private void assertRefused(String json, String message) {
    assertThatThrownBy(() -> executor.validate(ExampleContext.of(json).parameters()))
        .isInstanceOf(ValidationException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> executor.execute(ExampleContext.of(json)))
        .isInstanceOf(ValidationException.class)
        .hasMessage(message);
  }

  private static ExampleContext script(String line) {
    return ExampleContext.of("{\"args\": [\"sh\", \"-c\", \"" + line + "\"]}");
  }

  private static String text(Outcome outcome) {
    Bytes result = Objects.requireNonNull(outcome.result());
    return new String(result.exactArray(), StandardCharsets.UTF_8);
  }
}
