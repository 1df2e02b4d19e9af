package dev.tare.reports.cli;

import dev.tare.reports.DurableWriter;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.options.Defaults;
import dev.tare.reports.launch.Measurer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Runs the command in this JVM, in a directory of its own, and keeps what it printed. */
final class CommandLineRun {
  final Path directory;

  DurableWriter writer = DurableWriter.toDisk();
  boolean terminal;
  int exitCode;
  String out = "";
  String err = "";

  private final Measurer measurer;

  CommandLineRun(Path directory, Measurer measurer) {
    this.directory = directory;
    this.measurer = measurer;
  }

  /** One that measures and writes under the directory, whatever the verb needs for that. */
  CommandLineRun of(String commandLine, String... more) {
    StringWriter outText = new StringWriter();
    StringWriter errText = new StringWriter();
    Defaults defaults = new Defaults(
        Path.of("home17"),
        Optional.of(Path.of("own.jar")),
        Optional.of(baselines()),
        Optional.empty(),
        Defaults.shell(List.of("scripts/tare")));
    Surroundings surroundings = new Surroundings(
        measurer,
        writer,
        new PrintWriter(outText, true),
        new PrintWriter(errText, true),
        terminal,
        defaults);
    List<String> arguments = new ArrayList<>(Arrays.asList(commandLine.trim().split(" +")));
    arguments.addAll(List.of(more));
    if (arguments.get(0).equals("run") && !arguments.contains("--out")) {
      arguments.addAll(List.of("--out", directory.resolve("out").toString()));
    }
    exitCode = Tare.run(surroundings, arguments.toArray(new String[0]));
    out = outText.toString();
    err = errText.toString();
    return this;
  }

  Path baselines() {
    return directory.resolve("baselines");
  }

  String lastLine() {
    return out.lines().reduce("", (a, b) -> b);
  }
}
