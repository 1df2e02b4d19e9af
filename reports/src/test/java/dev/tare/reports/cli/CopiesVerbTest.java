package dev.tare.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.reports.FakeMeasurer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On this command's own classes, which copy here and there. */
class CopiesVerbTest {
  private static final String RENDER = "dev.tare.reports.render";

  @TempDir
  Path directory;

  private CommandLineRun tare;
  private String classes = "";

  @BeforeEach
  void open() throws Exception {
    tare = new CommandLineRun(directory, new FakeMeasurer());
    classes = Path.of(
            Tare.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }

  @Test
  void table_hasThePackagesAndATotal() {
    tare.of("copies --packages " + RENDER, "--classpath", classes);
    assertThat(tare.exitCode).isZero();
    assertThat(tare.out.lines()).hasSize(4);
    assertThat(tare.out)
        .startsWith("area ")
        .contains("\n" + RENDER + " ", "\n" + RENDER + ".ci ", "\ntotal ");
    assertThat(tare.err).isEmpty();
  }

  @Test
  void sites_areListedWithTheirLines() {
    tare.of("copies --sites --packages " + RENDER, "--classpath", classes);
    assertThat(tare.out)
        .containsPattern("string +StringBuilder.toString +" + RENDER + "\\.TextTable\\.\\w+:\\d+");
  }

  @Test
  void markdown_isATableWithEscapedNames() {
    tare.of("copies --sites --format markdown --packages " + RENDER, "--classpath", classes);
    assertThat(tare.out)
        .startsWith("| area | array | string | collection | buffer | object | copies | boxing |\n"
            + "|---|--:|--:|--:|--:|--:|--:|--:|\n| " + RENDER + " | ")
        .contains("\n\n| kind | call | where |\n|---|---|---|\n")
        .containsPattern(
            "\\| string \\| StringBuilder.toString \\| " + RENDER + "\\.\\w+\\.\\w+:\\d+ \\|")
        .doesNotContain("<init>")
        .contains("\\<init\\>");
  }

  @Test
  void namedMethod_isACopyOfAnObject() {
    String one = "copies --format json --packages dev.tare.reports.cli";
    tare.of(one, "--classpath", classes);
    assertThat(tare.out).doesNotContain("\"kind\":\"object\"");
    tare.of(one, "--classpath", classes, "--copy-method", "dev.tare.reports.*Matrix#measure");
    assertThat(tare.out).contains("\"kind\":\"object\",\"call\":\"Matrix.measure\"");
  }

  @Test
  void namedMethodThatNobodyCalls_isAnErrorWithItsName() {
    String one = "copies --packages dev.tare.reports.cli";
    tare.of(one, "--classpath", classes, "--copy-method", "dev.tare.reports.*Matrix#measur");
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err)
        .isEqualTo("tare: --copy-method dev.tare.reports.*Matrix#measur: no such method is called"
            + " in dev.tare.reports.cli, or it returns nothing that could be a copy: check its"
            + " name, and --packages\n");
    assertThat(tare.out).isEmpty();
    tare.of(one, "--classpath", classes, "--copy-method", "java.io.PrintWriter#flush");
    assertThat(tare.err).contains("java.io.PrintWriter#flush: no such method is called in");
  }

  @Test
  void help_listsNoOptionThatIsRefused() {
    tare.of("copies --help");
    assertThat(tare.out)
        .contains("--copy-method", "--packages")
        .doesNotContain("--metrics", "--modes");
  }

  @Test
  void area_namesPackages() {
    tare.of(
        "copies --packages dev.tare.reports --format json",
        "--classpath",
        classes,
        "--area",
        "what people read=" + RENDER);
    assertThat(tare.out)
        .startsWith("{\"schema\":1,")
        .contains("\"area\":\"what people read\"", "\"area\":\"dev.tare.reports.gate\"");
  }

  @Test
  void packagesThatHoldNoClass_areAnError() {
    tare.of("copies --packages dev.tare.report", "--classpath", classes);
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err).contains("check --jar, --classpath and --packages");
  }

  @Test
  void badInput_isNamed() throws Exception {
    tare.of("copies --jar nowhere.jar");
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err).contains("nowhere.jar: there is no such file");

    Path noJar = Files.writeString(directory.resolve("no.jar"), "text");
    tare.of("copies", "--jar", noJar.toString());
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err).contains("can not look for copies: ");

    tare.of("copies --area x", "--classpath", classes);
    assertThat(tare.exitCode).isEqualTo(2);
    assertThat(tare.err).contains("--area 'x' is not of the form name=package,package");

    tare.of("copies --format xml", "--classpath", classes);
    assertThat(tare.exitCode).isEqualTo(2);
    assertThat(tare.err).contains("known: text, markdown, json");
  }
}
