package dev.tare.maven;

import dev.tare.reports.CommandText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What the command advises, as a goal of this build: the same POM, profiles, execution and
 * properties, and of the command's own words the benchmarks alone. All else stands in the POM.
 */
final class GoalLine {
  private static final String PROPERTIES = "tare.";
  // What changes the deed or what is written of it, and so is not repeated.
  private static final Set<String> OF_ONE_CALL = Set.of(
      "tare.only",
      "tare.accept",
      "tare.skip",
      "tare.format",
      "tare.out",
      "tare.history",
      "tare.commit");

  private final MavenSession session;
  private final MavenProject project;
  private final MojoExecution execution;
  private final @Nullable String include;

  /** One for this execution; {@code include} is what the POM selects, which needs no word. */
  GoalLine(
      MavenSession session,
      MavenProject project,
      MojoExecution execution,
      @Nullable String include) {
    this.session = session;
    this.project = project;
    this.execution = execution;
    this.include = include;
  }

  /** A line for the shell. */
  String of(List<String> words) {
    if (words.isEmpty()) {
      return "tare"; // for a sentence about the command itself
    }
    List<String> line = new ArrayList<>(List.of("mvn"));
    addPom(line);
    List<String> profiles = session.getRequest().getActiveProfiles();
    if (!profiles.isEmpty()) {
      line.add("-P" + String.join(",", profiles));
    }
    line.add(goal(words.get(0).equals("baseline") ? "baseline" : "gate"));
    addProperties(line);
    List<String> only = new ArrayList<>();
    for (int i = 0; i < words.size() - 1; i++) {
      if (words.get(i).equals("--include") && !words.get(i + 1).equals(include)) {
        only.add(words.get(i + 1));
      }
    }
    if (!only.isEmpty()) {
      line.add("-Dtare.only=" + String.join("|", only));
    }
    return CommandText.of(line);
  }

  private void addPom(List<String> line) {
    Path here = Path.of("").toAbsolutePath();
    Path pom = project.getFile().toPath().toAbsolutePath();
    if (!pom.equals(here.resolve("pom.xml"))) {
      line.add("-f");
      line.add(pom.startsWith(here) ? here.relativize(pom).toString() : pom.toString());
    }
  }

  private String goal(String name) {
    PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
    String key = plugin.getGroupId() + ':' + plugin.getArtifactId();
    boolean known = project.getBuild().getPluginsAsMap().containsKey(key);
    String start = known ? plugin.getGoalPrefix() : key + ':' + plugin.getVersion();
    String id = execution.getExecutionId();
    return start + ':' + name + (id.equals("default-cli") ? "" : '@' + id);
  }

  private void addProperties(List<String> line) {
    Properties given = session.getUserProperties();
    for (String name : new TreeSet<>(given.stringPropertyNames())) {
      if (name.startsWith(PROPERTIES) && !OF_ONE_CALL.contains(name)) {
        line.add("-D" + name + '=' + given.getProperty(name));
      }
    }
  }
}
