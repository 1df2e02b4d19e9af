package dev.tare.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.testkit.TestJvms;
import dev.tare.reports.FakeMeasurer;
import dev.tare.reports.foreign.ForeignJar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutVerbTest {
  private static final String RUNNING = System.getProperty("java.home");

  @TempDir
  Path directory;

  private CommandLineRun tare;
  private String classes = "";

  record Wide(long amount, boolean paid, Object owner) {}

  record Narrow(int amount, boolean paid) {}

  static List<Path> homes() {
    return TestJvms.homes();
  }

  @BeforeEach
  void open() throws Exception {
    tare = new CommandLineRun(directory, new FakeMeasurer());
    classes = Path.of(LayoutVerbTest.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toURI())
        .toString();
  }

  /**
   * Wide: 12 + 8 + 4 + 1 = 25, aligned 32; wide references 12 + 8 + 8 + 1 = 29, 32; compact 8 + 8 +
   * 4 + 1 = 21, 24; both 8 + 8 + 8 + 1 = 25, 32. Narrow: 12 + 4 + 1 = 17, 24; compact 13, 16.
   */
  @ParameterizedTest
  @MethodSource("homes")
  void twoClasses_areComparedInEveryLayout(Path home) {
    tare.of(
        "layout --jvm",
        home.toString(),
        "--classpath",
        classes,
        name(Wide.class),
        name(Narrow.class));
    assertThat(tare.err).isEmpty();
    assertThat(tare.exitCode).isZero();
    List<String> lines =
        tare.out.lines().map(line -> line.replaceAll(" +", " ")).toList();
    assertThat(lines)
        .startsWith(
            "instance bytes (padding) coops nocoops coh coh-nocoops",
            name(Wide.class) + " 32 (7) 32 (3) 24 (3) 32 (7)",
            name(Narrow.class) + " 24 (7) 24 (7) 16 (3) 16 (3)",
            "difference -8 (0) -8 (+4) -8 (0) -16 (-4)",
            "",
            name(Wide.class) + ", coops: 32 bytes (12-byte headers, 4-byte references)",
            " 0 12 (header)")
        .contains(" 12 1 boolean paid", " 13 3 (padding)");
  }

  @Test
  void format_isMarkdownOrJson() {
    tare.of(command(), "--format", "markdown", name(Narrow.class));
    assertThat(tare.out)
        .startsWith("| instance bytes (padding) | coops | nocoops | coh | coh-nocoops |\n|---|")
        .contains("| " + name(Narrow.class) + " | 24 (7) | 24 (7) | 16 (3) | 16 (3) |\n")
        .contains("```\n    0   12  (header)\n");
    tare.of(command(), "--format", "json", name(Narrow.class));
    assertThat(tare.out)
        .startsWith("{\"schema\":1,\"layouts\":[\n{\"class\":\"" + name(Narrow.class)
            + "\",\"layout\":\"coops\",\"instanceBytes\":24,\"headerBytes\":12,\"paddingBytes\":7,"
            + "\"slots\":[{\"offset\":12,\"bytes\":4,\"name\":\"amount\",\"type\":\"int\","
            + "\"declaredBy\":\"" + name(Narrow.class) + "\"}")
        .endsWith("{\"offset\":13,\"bytes\":3}]}]}\n");
  }

  @Test
  void foreignJar_isLookedIntoWithoutRunningIt() throws Exception {
    tare.of(
        "layout --jvm", RUNNING, "--jar", ForeignJar.build().toString(), "org.acme.PlainBenchmark");
    assertThat(tare.err).isEmpty();
    assertThat(tare.out).contains("org.acme.PlainBenchmark, coh: ");
  }

  @Test
  void classThatIsNotOrHasNoOneSize_isAnError() {
    tare.of(command(), "com.acme.Nowhere");
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err).contains("com.acme.Nowhere: there is no such class on the class path");
    tare.of(command(), "java.util.List");
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err).contains("java.util.List has no instances of one size");
    tare.of("layout --jvm /nowhere --classpath", classes, name(Narrow.class));
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err).contains("/nowhere: not a JVM");
    tare.of("layout --classpath", classes);
    assertThat(tare.exitCode).isEqualTo(2);
  }

  private String command() {
    return "layout --jvm " + RUNNING + " --classpath " + classes;
  }

  private static String name(Class<?> type) {
    return type.getName();
  }
}
