package dev.tare.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.reports.FakeMeasurer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The commands that pages and workflows show are those that there are. */
class ShownCommandsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern COMMAND =
      Pattern.compile("(?:scripts/tare|tare\\.jar) ((?:baseline )?[a-z][a-z-]*)((?: [^`#|>\n]*)?)");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
  private static final Pattern SCRIPT =
      Pattern.compile("(?<![\\w./-])(?:scripts/[\\w./-]*\\w|\\.ci/run)");
  private static final Pattern ACTION = Pattern.compile("[\\w-]+/[\\w./-]+@v\\d+");

  @TempDir
  private Path directory;

  private final Map<String, String> helps = new HashMap<>();

  @Test
  void verbsAndOptions_ofPagesAndWorkflows_areKnown() throws IOException {
    List<String> shown = new ArrayList<>();
    for (Path file : files()) {
      String text = Files.readString(file).replaceAll("\\\\\n *", "");
      Matcher command = COMMAND.matcher(text);
      while (command.find()) {
        String help = helps.computeIfAbsent(command.group(1), this::help);
        Matcher option = OPTION.matcher(command.group(2));
        while (option.find()) {
          assertThat(help).as(file + ": tare " + command.group()).contains(option.group());
          shown.add(option.group());
        }
      }
    }
    assertThat(shown).contains("--jar", "--sites", "--output", "--worse-only", "--heap");
  }

  @Test
  void scripts_ofPagesAndWorkflows_areThere() throws IOException {
    List<String> shown = new ArrayList<>();
    for (Path file : files()) {
      Matcher script = SCRIPT.matcher(Files.readString(file));
      while (script.find()) {
        assertThat(ROOT.resolve(script.group())).as(file.toString()).exists();
        shown.add(script.group());
      }
    }
    assertThat(shown).contains(".ci/run", "scripts/tare", "scripts/ci/postgres-image");
  }

  @Test
  void workflows_useActionsByMajorVersionAndNoSecret() throws IOException {
    List<Path> workflows = list(ROOT.resolve(".github/workflows"), ".yml");
    assertThat(workflows).isNotEmpty();
    for (Path workflow : workflows) {
      String text = Files.readString(workflow);
      assertThat(text).doesNotContain("secrets.");
      List<Map<?, ?>> steps = new ArrayList<>();
      for (Object job : ((Map<?, ?>) at(load(text), "jobs")).values()) {
        assertThat(at(job, "runs-on")).asString().startsWith("ubuntu-");
        assertThat((Integer) at(job, "timeout-minutes")).isPositive();
        ((List<?>) at(job, "steps")).forEach(step -> steps.add((Map<?, ?>) step));
      }
      assertThat(steps).isNotEmpty().allSatisfy(step -> {
        assertThat(step.containsKey("run")).isNotEqualTo(step.containsKey("uses"));
        if (step.containsKey("uses")) {
          assertThat(step.get("uses")).asString().matches(ACTION);
        }
      });
    }
  }

  @Test
  void gateOfTheWorkflow_judgesEveryKeyThatHasABaseline() throws IOException {
    Object workflow = load(Files.readString(ROOT.resolve(".github/workflows/ci.yml")));
    List<?> matrix = (List<?>) at(workflow, "jobs", "gate", "strategy", "matrix", "include");
    List<String> keys = matrix.stream().map(each -> (String) at(each, "key")).toList();
    assertThat(keys).contains("jdk17", "jdk25", "jdk25-coh");
    try (Stream<Path> kept = Files.list(Path.of("baselines"))) {
      assertThat(keys)
          .containsAll(kept.map(each -> each.getFileName().toString())
              .filter(each -> each.startsWith("jdk"))
              .toList());
    }
  }

  private String help(String verb) {
    CommandLineRun run = new CommandLineRun(directory, new FakeMeasurer()).of(verb + " --help");
    assertThat(run.exitCode).as("tare " + verb + ": " + run.err).isZero();
    return run.out;
  }

  private static Object load(String yaml) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
  }

  private static Object at(Object node, String... path) {
    Object found = node;
    for (String name : path) {
      found = Objects.requireNonNull(((Map<?, ?>) found).get(name), name);
    }
    return found;
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    files.addAll(list(ROOT.resolve("docs"), ".md"));
    files.addAll(list(ROOT.resolve(".github/workflows"), ".yml"));
    return files;
  }

  private static List<Path> list(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }
}
