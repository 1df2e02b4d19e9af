package dev.tare.profiling.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.known.budgets.Exceeded;
import dev.tare.profiling.known.budgets.ExceededElsewhere;
import dev.tare.profiling.known.budgets.Kept;
import dev.tare.profiling.known.budgets.Needy;
import dev.tare.profiling.testkit.TestJvms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Budgets in test classes, as a user's JUnit runs them: 5 and 6, on every JVM. */
class BudgetsTest {
  private static final String PACKAGE = "dev.tare.profiling.known.budgets";
  private static final Path GOLDEN = Path.of("src/test/resources/golden/budgets.txt");
  private static final Class<?>[] CLASSES = {Kept.class, Exceeded.class};

  static List<Path> homes() {
    return TestJvms.homes();
  }

  @ParameterizedTest
  @MethodSource("homes")
  void budgets_holdOrSayWhatExceededThem(Path home) throws Exception {
    List<String> flags = List.of(BudgetRun.agent(PACKAGE));
    Process six = BudgetRun.start(home, flags, BudgetRun.junit6(entry -> false), CLASSES);
    Process five = BudgetRun.start(home, flags, BudgetRun.junit5(), CLASSES);
    List<String> expected = Files.readAllLines(GOLDEN);
    assertThat(BudgetRun.output(six)).isEqualTo(expected);
    assertThat(BudgetRun.output(five)).isEqualTo(expected);
  }

  /** The agent comes when the first budget asks for it, and counts in what is loaded already. */
  @ParameterizedTest
  @MethodSource("homes")
  void copies_areCountedWithoutAFlagToo(Path home) throws Exception {
    Process process =
        BudgetRun.start(home, List.of(), BudgetRun.junit6(entry -> false), Exceeded.class);
    List<String> expected = Files.readAllLines(GOLDEN);
    int start = expected.indexOf("copies_haveTheirSites(): FAILED");
    assertThat(BudgetRun.output(process)).containsSubsequence(expected.subList(start, start + 6));
  }

  @ParameterizedTest
  @MethodSource("homes")
  void interpretedFigures_areTheSame(Path home) throws Exception {
    Process process =
        BudgetRun.start(home, List.of("-Xint"), BudgetRun.junit6(entry -> false), Kept.class);
    assertThat(BudgetRun.output(process))
        .hasSize(10)
        .allSatisfy(line -> assertThat(line).endsWith(": SUCCESSFUL"));
  }

  @ParameterizedTest
  @MethodSource("homes")
  void otherThreads_countIfTheBudgetNamesThem(Path home) throws Exception {
    Process process =
        BudgetRun.start(home, List.of(), BudgetRun.junit6(entry -> false), ExceededElsewhere.class);
    String text = String.join("\n", BudgetRun.output(process));
    // An int[1000] is 4,016 bytes; what the executor, or a thread itself, adds differs by JDK.
    assertThat(text)
        .containsPattern(
            "ofAllThreads\\(\\): FAILED\n.*allocates 4,[1-9]\\d\\d(\\.\\d+)? bytes a run")
        .contains("40 runs in 5 rounds, all threads, compiled")
        .containsPattern("ofWorkers\\(\\): FAILED\n.*allocates (up to )?4,1\\d\\d bytes a run")
        .contains("the calling thread and threads named elsewhere-*")
        .containsPattern("ExceededElsewhere.lambda\\$ofWorkers\\$\\d+:\\d+  int\\[\\]")
        .contains(
            "ofNobody(): FAILED\njava.lang.IllegalStateException: no thread is named nobody*");
  }

  @ParameterizedTest
  @MethodSource("homes")
  void whatABudgetNeeds_isNeverTakenForGranted(Path home) throws Exception {
    Process process = BudgetRun.start(
        home,
        List.of("-XX:-EnableDynamicAgentLoading"),
        BudgetRun.junit6(entry -> entry.contains("jol-core")),
        Needy.class);
    Process other = BudgetRun.start(
        home, List.of(BudgetRun.agent("com.acme")), BudgetRun.junit6(entry -> false), Needy.class);
    String text = String.join("\n", BudgetRun.output(process));
    assertThat(text)
        .contains("copies_needTheAgent(): FAILED\n")
        .contains("@CopyBudget: copies are not counted, the JVM runs without the agent, and it can"
            + " not be loaded: com.sun.tools.attach.Agent")
        .contains("-XX:+EnableDynamicAgentLoading")
        .contains("<argLine>-javaagent:tare-profiling.jar=" + PACKAGE + "</argLine>")
        .contains("layout_needsJol(): FAILED\n")
        .contains("add org.openjdk.jol:jol-core:0.17 (scope test)");
    assertThat(String.join("\n", BudgetRun.output(other)))
        .contains("the agent was given other packages. Add it to them:")
        .contains("layout_needsJol(): SUCCESSFUL");
  }
}
