package dev.tare.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.testkit.TestJvms;
import dev.tare.reports.FakeMeasurer;
import dev.tare.reports.foreign.ForeignJar;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  /** What makes objects, or does not. */
  static final class Factory {
    static Object both() {
      return new Object[] {new Narrow(1, true), new Narrow(2, true)};
    }

    static @Nullable Object nothing() {
      return null;
    }

    static Object failing() {
      throw new IllegalStateException("no luck");
    }

    static Object ending() {
      System.exit(0);
      return "";
    }

    Object ofAnInstance() {
      return this;
    }
  }

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

  /**
   * The array 16 + 2·4 = 24; wide 32; compact 12 + 8 = 20, aligned 24; both 12 (+4) + 16 = 32. Two
   * of Narrow: 24 each, compact 16.
   */
  @ParameterizedTest
  @MethodSource("homes")
  void liveObject_isWeighedWithAllThatItRefersTo(Path home) {
    tare.of("layout --jvm", home.toString(), "--classpath", classes, "--graph", factory("both"));
    assertThat(tare.err).isEmpty();
    assertThat(tare.exitCode).isZero();
    assertThat(tare.out.lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "graph bytes (objects) coops nocoops coh coh-nocoops",
            factory("both") + " 72 (3) 80 (3) 56 (3) 64 (3)",
            "· " + name(Narrow.class) + " 48 (2) 48 (2) 32 (2) 32 (2)",
            "· java.lang.Object[] 24 (1) 32 (1) 24 (1) 32 (1)",
            factory("both")
                + " gave a java.lang.Object[] on a JVM with coops; the other layouts are"
                + " modelled");
  }

  @Test
  void graphAndClass_areBothShown() {
    String graph = "java.util.ArrayList::new";
    tare.of(command(), "--format", "json", "--graph", graph, name(Narrow.class));
    // The list 24, wide 32; its array, one for all that are empty, 16.
    assertThat(tare.out)
        .startsWith("{\"schema\":1,\"command\":\"scripts/tare layout ")
        .contains("\"layouts\":[\n{\"class\":\"" + name(Narrow.class) + '"')
        .contains("],\"graphs\":[\n{\"source\":\"" + graph + "\",\"class\":\"java.util.ArrayList\","
            + "\"running\":\"coops\",\"sizes\":[{\"layout\":\"coops\",\"objects\":2,\"bytes\":40},"
            + "{\"layout\":\"nocoops\",\"objects\":2,\"bytes\":48},")
        .contains("{\"class\":\"java.util.ArrayList\",\"objects\":1,\"bytes\":{\"coops\":24,"
            + "\"nocoops\":32,");
    tare.of(command(), "--format", "markdown", "--graph", graph, name(Narrow.class));
    assertThat(tare.out)
        .startsWith("| graph bytes (objects) | coops | nocoops | coh | coh-nocoops |\n|---|")
        .contains("| java.util.ArrayList::new | 40 (2) | 48 (2) | ", "\n\n| instance bytes (");
  }

  @Test
  void objectThatCanNotBeMade_isAnErrorInOneLine() {
    assertNotMade(factory("nothing"), "it gave null");
    assertNotMade(factory("failing"), "it threw java.lang.IllegalStateException: no luck");
    assertNotMade(factory("ofAnInstance"), "it is not static");
    assertNotMade(factory("nowhere"), "the class has no such method, or constructor, without");
    assertNotMade("java.util.AbstractList::new", "the class is abstract");
    assertNotMade("com.acme.Nowhere::new", "there is no such class on the class path");
    assertNotMade("java.lang.Thread::new", "java.lang.Thread is the program's, as classes");
    tare.of(command(), "--graph", factory("ending"));
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err).contains("the JVM ended before it had modelled anything");
    tare.of(command(), "--graph", "com.acme.Factory.make");
    assertThat(tare.exitCode).isEqualTo(2);
    assertThat(tare.err).contains("--graph com.acme.Factory.make: names no method");
  }

  private void assertNotMade(String graph, String why) {
    tare.of(command(), "--graph", graph);
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err).startsWith("tare: " + graph + ": " + why).hasLineCount(1);
    assertThat(tare.out).isEmpty();
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
        .startsWith("{\"schema\":1,\"command\":\"scripts/tare layout ")
        .contains("\"layouts\":[\n{\"class\":\"" + name(Narrow.class)
            + "\",\"layout\":\"coops\",\"instanceBytes\":24,\"headerBytes\":12,\"paddingBytes\":7,"
            + "\"slots\":[{\"offset\":12,\"bytes\":4,\"name\":\"amount\",\"type\":\"int\","
            + "\"declaredBy\":\"" + name(Narrow.class) + "\"}")
        .endsWith("{\"offset\":13,\"bytes\":3}]}],\"graphs\":[]}\n");
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

  private static String factory(String method) {
    return name(Factory.class) + "::" + method;
  }

  private static String name(Class<?> type) {
    return type.getName();
  }
}
