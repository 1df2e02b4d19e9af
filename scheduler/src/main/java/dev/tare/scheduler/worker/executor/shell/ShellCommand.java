package dev.tare.scheduler.worker.executor.shell;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.worker.executor.ParameterReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shell task's parameters.
 *
 * @param args the program and its arguments
 * @param environment its own variables
 * @param workingDirectory where it runs; absent for the context's
 */
record ShellCommand(
    List<String> args,
    Map<String, String> environment,
    @Nullable String workingDirectory) {
  private static final int MOST_ARGS = 1000;
  private static final int MOST_VARIABLES = 100;
  private static final String FIELDS = "args, environment, workingDirectory";

  static ShellCommand parse(Bytes parameters) {
    List<String> args = List.of();
    Map<String, String> environment = Map.of();
    String workingDirectory = null;
    try (ParameterReader reader = ParameterReader.of(parameters)) {
      while (reader.nextField()) {
        switch (reader.field()) {
          case "args" -> args = checkArgs(reader, reader.strings(MOST_ARGS));
          case "environment" -> environment = checkNames(reader, reader.stringMap(MOST_VARIABLES));
          case "workingDirectory" -> workingDirectory = reader.string();
          default -> throw reader.unknownField(FIELDS);
        }
      }
      if (args.isEmpty()) {
        throw ParameterReader.missing("args", "an array of the program and its arguments");
      }
    }
    return new ShellCommand(args, environment, workingDirectory);
  }

  private static List<String> checkArgs(ParameterReader reader, List<String> args) {
    if (args.isEmpty() || args.get(0).isEmpty()) {
      throw reader.invalid("names no program: use an array of the program and its arguments");
    }
    for (String arg : args) {
      checkText(reader, arg);
    }
    return args;
  }

  private static Map<String, String> checkNames(
      ParameterReader reader, Map<String, String> environment) {
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      String name = variable.getKey();
      if (name.isEmpty() || name.indexOf('=') >= 0) {
        throw reader.invalid("has a variable named \"" + name + "\": use a name without '='");
      }
      checkText(reader, name);
      checkText(reader, variable.getValue());
    }
    return environment;
  }

  private static void checkText(ParameterReader reader, String text) {
    if (text.indexOf('\0') >= 0) {
      throw reader.invalid("holds a NUL character: no program can be given one");
    }
  }
}
