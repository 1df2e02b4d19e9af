package dev.tare.reports.cli.io;

import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Git revision in a working tree of its own, built there. The tree goes when this is closed; the
 * repository's own is not touched. {@code .} is the working directory itself, as it is.
 */
public final class Revision implements AutoCloseable {
  /** The working directory, committed or not. */
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  private static final String HERE = ".";

  private final String name;
  private final Path tree;

  private Revision(String name, Path tree) {
    this.name = name;
    this.tree = tree;
  }

  /**
   * Checks a revision out.
   *
   * @throws UserError if there is no repository here, or no such revision
   */
  public static Revision checkOut(String name) {
    if (name.equals(HERE)) {
      return new Revision(name, Path.of("").toAbsolutePath());
    }
    try {
      Path tree = Files.createTempDirectory("tare-revision").resolve("tree");
      Revision revision = new Revision(name, tree);
      revision.run(
          Path.of("").toAbsolutePath(),
          List.of("git", "worktree", "add", "--detach", tree.toString(), name + "^{commit}"),
          "can not be checked out: run this in its Git repository, and fetch it first");
      return revision;
    } catch (IOException failure) {
      throw new UncheckedIOException("no temporary folder for a working tree", failure);
    }
  }

  /**
   * Runs the build, and tells where its jar is.
   *
   * @param command a line for the shell
   * @param jar the jar, relative to the tree
   */
  public Path build(String command, Path jar) {
    run(tree, List.of("sh", "-c", command), "does not build by '" + command + "': see --build");
    Path built = tree.resolve(jar);
    if (!Files.isRegularFile(built)) {
      throw new UserError(
          ExitCode.ERROR,
          name + ": its build made no " + jar + ": say where the jar is with --jar-path");
    }
    return built;
  }

  private void run(Path directory, List<String> command, String otherwise) {
    try {
      Path log = Files.createTempFile("tare-revision", ".log");
      Process process = new ProcessBuilder(command)
          .directory(directory.toFile())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
      process.getOutputStream().close();
      int code = process.waitFor();
      List<String> said = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      if (code != 0) {
        throw new UserError(
            ExitCode.ERROR,
            name + " " + otherwise + " (exit code " + code + reason(said) + "; all of it is in "
                + log + ")");
      }
      Files.delete(log);
    } catch (IOException failure) {
      throw new UserError(
          ExitCode.ERROR, name + " " + otherwise + " (" + failure.getMessage() + ")", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UserError(ExitCode.ERROR, name + ": interrupted", interrupted);
    }
  }

  /** The first line that says ERROR, or else the last; builds colour them, and end with advice. */
  private static String reason(List<String> said) {
    List<String> lines = said.stream()
        .map(line -> COLOUR.matcher(line).replaceAll("").strip())
        .filter(line -> !line.isEmpty())
        .toList();
    return lines.stream()
        .filter(line -> line.contains("ERROR"))
        .findFirst()
        .or(() -> lines.stream().reduce((one, later) -> later))
        .map(line -> ", " + line)
        .orElse("");
  }

  @Override
  public void close() {
    if (!name.equals(HERE)) {
      run(
          Path.of("").toAbsolutePath(),
          List.of("git", "worktree", "remove", "--force", tree.toString()),
          "left its working tree " + tree + " behind: remove it with 'git worktree remove'");
      try {
        Files.deleteIfExists(tree.getParent());
      } catch (IOException leftBehind) {
        // An empty temporary folder is in nobody's way.
      }
    }
  }
}
