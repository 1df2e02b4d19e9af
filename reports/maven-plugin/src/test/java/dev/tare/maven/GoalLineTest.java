package dev.tare.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a user is told to type, by how the goal was reached. */
class GoalLineTest {
  private static final List<String> UPDATE = List.of("baseline", "update", "--jar", "b.jar");

  private final MavenProject project = new MavenProject();
  private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();

  GoalLineTest() {
    project.setFile(new File("pom.xml").getAbsoluteFile());
    Plugin plugin = new Plugin();
    plugin.setGroupId("dev.tare");
    plugin.setArtifactId("tare-maven-plugin");
    project.getBuild().addPlugin(plugin);
  }

  @Test
  void boundGoal_isNamedByItsExecutionWhoseConfigurationItHas() {
    assertThat(line("gate", null, UPDATE)).isEqualTo("mvn tare:baseline@gate");
    assertThat(line("gate", null, List.of("run", "--jar", "b.jar")))
        .isEqualTo("mvn tare:gate@gate");
  }

  @Test
  void calledGoal_hasNoExecution() {
    assertThat(line("default-cli", null, UPDATE)).isEqualTo("mvn tare:baseline");
  }

  @Test
  void goalOfAPluginThatThePomDoesNotName_isNamedInFull() {
    project.getBuild().getPlugins().clear();
    project.getBuild().flushPluginMap();
    assertThat(line("default-cli", null, UPDATE))
        .isEqualTo("mvn dev.tare:tare-maven-plugin:1.0:baseline");
  }

  @Test
  void moduleBelowTheWorkingDirectory_isNamedByItsPom() {
    project.setFile(new File("suite/pom.xml").getAbsoluteFile());
    assertThat(line("gate", null, UPDATE)).isEqualTo("mvn -f suite/pom.xml tare:baseline@gate");
  }

  @Test
  void profilesAndPropertiesOfTheBuild_areGivenAgainButForTheDeed() {
    request.setActiveProfiles(List.of("ci", "jmh"));
    Properties given = new Properties();
    given.setProperty("tare.jvms", "/opt/jdk25 -XX:+UseCompactObjectHeaders");
    given.setProperty("tare.accept", "true");
    given.setProperty("other", "1");
    request.setUserProperties(given);
    assertThat(line("gate", null, UPDATE))
        .isEqualTo("mvn -Pci,jmh tare:baseline@gate"
            + " '-Dtare.jvms=/opt/jdk25 -XX:+UseCompactObjectHeaders'");
  }

  @Test
  void benchmarks_areNamedButNotThoseThatThePomSelects() {
    assertThat(line("gate", "org.acme", List.of("baseline", "update", "--include", "org.acme")))
        .isEqualTo("mvn tare:baseline@gate");
    List<String> two =
        List.of("baseline", "update", "--include", "^a\\.B$", "--include", "^a\\.C$");
    assertThat(line("gate", "org.acme", two))
        .isEqualTo("mvn tare:baseline@gate '-Dtare.only=^a\\.B$|^a\\.C$'");
  }

  @SuppressWarnings("deprecation") // the way to a session without a container
  private String line(String execution, @Nullable String include, List<String> words) {
    PluginDescriptor plugin = new PluginDescriptor();
    plugin.setGroupId("dev.tare");
    plugin.setArtifactId("tare-maven-plugin");
    plugin.setVersion("1.0");
    plugin.setGoalPrefix("tare");
    MojoDescriptor mojo = new MojoDescriptor();
    mojo.setPluginDescriptor(plugin);
    MavenSession session = new MavenSession(null, null, request, new DefaultMavenExecutionResult());
    return new GoalLine(session, project, new MojoExecution(mojo, execution), include).of(words);
  }
}
