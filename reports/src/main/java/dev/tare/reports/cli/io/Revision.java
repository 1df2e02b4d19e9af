package dev.tare.reports.cli.io;

import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A Git revision in a working tree of its own, built there. The tree goes when this is closed, or
 * this process is told to end; the repository's own is not touched. {@code .} is the working
 * directory itself, as it is. Not thread-safe.
 */
public final class Revision implements AutoCloseable {
  private static final String HERE = ".";

  private final String name;
  private final Path temporary; // holds the tree, unless this is the working directory
  private final Path tree;
  private final Consumer<String> told;
  private final Commands commands = new Commands();
  private final Thread cleanup = new Thread(this::endAndRemove);
  private Path directory;
  private volatile boolean added;
  private boolean gone;

  private Revision(String name, Path temporary, Path tree, Consumer<String> told) {
    this.name = name;
    this.temporary = temporary;
    this.tree = tree;
    this.told = told;
    this.directory = tree;
    try {
      Runtime.getRuntime().addShutdownHook(cleanup);
    } catch (IllegalStateException ending) {
      throw new UserError(ExitCode.ERROR, name + ": interrupted", ending);
    }
  }

  /**
   * Checks a revision out.
   *
   * @param told takes the word of a tree that stays behind
   * @throws UserError if there is no repository here, no such revision, or not this folder in it
   */
  public static Revision checkOut(String name, Consumer<String> told) {
    Path here = here();
    if (name.equals(HERE)) {
      return new Revision(name, here, here, told);
    }
    Revision revision;
    try {
      Path temporary = Files.createTempDirectory("tare-revision");
      revision = new Revision(name, temporary, temporary.resolve("tree"), told);
    } catch (IOException failure) {
      throw new UncheckedIOException("no temporary folder for a working tree", failure);
    }
    try {
      revision.add(here);
      return revision;
    } catch (UserError error) {
      revision.close();
      throw error;
    }
  }

  private void add(Path here) {
    String otherwise = "can not be checked out: run this in its Git repository, and fetch it first";
    run(
        here,
        List.of("git", "worktree", "add", "--detach", tree.toString(), name + "^{commit}"),
        otherwise);
    added = true;
    List<String> folder = run(here, List.of("git", "rev-parse", "--show-prefix"), otherwise);
    directory = folder.isEmpty() ? tree : tree.resolve(folder.get(0)).normalize();
    if (!Files.isDirectory(directory)) {
      throw new UserError(
          ExitCode.ERROR,
          name + " has no folder " + folder.get(0) + ": run this in one that both revisions have");
    }
  }

  /**
   * Runs the build in the folder of the revision that this process runs in, and tells where its jar
   * is.
   *
   * @param command a line for the shell
   * @param jar the jar, relative to that folder
   */
  public Path build(String command, Path jar) {
    run(
        directory,
        List.of("sh", "-c", command),
        "does not build by '" + command + "': see --build");
    Path built = directory.resolve(jar);
    if (!Files.isRegularFile(built)) {
      throw new UserError(
          ExitCode.ERROR,
          name + ": its build made no " + jar + ": say where the jar is with --jar-path");
    }
    return built;
  }

  /** The same error, with files of the tree told by what stays of them: {@code revision:file}. */
  public UserError named(UserError error) {
    String message = String.valueOf(error.getMessage());
    return name.equals(HERE) || !message.contains(tree.toString())
        ? error
        : new UserError(error.exitCode(), message.replace(tree + "/", name + ':'), error);
  }

  private List<String> run(Path where, List<String> command, String otherwise) {
    try {
      Commands.Outcome outcome = commands.run(where, command);
      if (outcome.code() != 0) {
        String all = outcome.log().map(log -> "; all of it is in " + log).orElse("");
        throw new UserError(
            ExitCode.ERROR,
            name + " " + otherwise + " (exit code " + outcome.code() + outcome.reason() + all
                + ")");
      }
      return outcome.lines();
    } catch (IOException failure) {
      throw new UserError(
          ExitCode.ERROR, name + " " + otherwise + " (" + failure.getMessage() + ")", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UserError(ExitCode.ERROR, name + ": interrupted", interrupted);
    }
  }

  /** Takes the tree away. One that stays is told, and no reason to have no verdict. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(cleanup);
    } catch (IllegalStateException ending) {
      // This process is ending: the hook runs, and one of the two finds nothing to do.
    }
    remove();
  }

  private void endAndRemove() {
    commands.end();
    remove();
  }

  private synchronized void remove() {
    if (gone || name.equals(HERE)) {
      return;
    }
    gone = true;
    boolean interrupted = Thread.interrupted(); // which would leave the tree behind
    String otherwise = "left its working tree " + tree + " behind: remove it with"
        + " 'git worktree remove --force " + tree + "'";
    try {
      if (added || Files.exists(tree)) {
        // Twice: a tree whose making was broken off is locked.
        Commands.Outcome outcome = new Commands()
            .run(
                here(),
                List.of("git", "worktree", "remove", "--force", "--force", tree.toString()));
        if (outcome.code() != 0) {
          throw new IOException("exit code " + outcome.code() + outcome.reason());
        }
      }
      Files.deleteIfExists(temporary);
    } catch (IOException failure) {
      told.accept(name + " " + otherwise + " (" + failure.getMessage() + ")");
    } catch (InterruptedException again) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return name;
  }

  private static Path here() {
    return Path.of("").toAbsolutePath();
  }
}
