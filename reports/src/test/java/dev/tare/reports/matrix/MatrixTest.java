package dev.tare.reports.matrix;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.failure;
import static dev.tare.reports.Sample.row;
import static dev.tare.reports.Sample.varying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.wire.Counting;
import dev.tare.reports.FakeMeasurer;
import dev.tare.reports.Sample;
import dev.tare.reports.UserError;
import dev.tare.reports.launch.MeasureRequest;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.launch.Measurer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTest {
  private static final Database EMBEDDED = Database.of("embedded");
  private static final Database CONTAINER = Database.of("testcontainers");

  @TempDir
  Path directory;

  private final FakeMeasurer measurer = new FakeMeasurer()
      .jvm("home25", Sample.JDK_25_COH)
      .gives(
          bytes(row("x.Plain.a"), 8),
          bytes(row("x.Sql.read", "dialect", "sqlite"), 10),
          bytes(row("x.Sql.read", "dialect", "postgresql"), 20));

  @Test
  void everyJvm_givesAResultOfItsOwn() {
    List<MeasureResult> results =
        measure(plan(List.of("a.jar"), List.of("home17", "home25"), Database.SQLITE));
    assertThat(results)
        .extracting(MeasureResult::environment)
        .containsExactly(Sample.JDK_17, Sample.JDK_25_COH);
    assertThat(results.get(0).rows()).hasSize(2);
  }

  @Test
  void database_reachesTheJvmAsParameterAndProperty() {
    measure(plan(List.of("a.jar"), List.of("home17"), Database.SQLITE, EMBEDDED));
    MeasureRequest first = measurer.requests.get(0);
    MeasureRequest second = measurer.requests.get(1);
    assertThat(first.params()).isEqualTo(Map.of("dialect", List.of("sqlite")));
    assertThat(first.properties()).isEqualTo(Map.of("tare.db", "sqlite"));
    assertThat(second.params()).isEqualTo(Map.of("dialect", List.of("postgresql")));
    assertThat(second.properties()).isEqualTo(Map.of("tare.db", "embedded"));
    assertThat(second.jvmArgs()).isEmpty();
  }

  @Test
  void benchmarkWithoutADialect_runsWithTheFirstDatabaseOnly() {
    MeasureResult result = measure(
            plan(List.of("a.jar"), List.of("home17"), Database.SQLITE, EMBEDDED))
        .get(0);
    assertThat(measurer.requests.get(1).exclude())
        .anyMatch(regex -> Pattern.compile(regex).matcher("x.Plain.a").find())
        .noneMatch(regex -> Pattern.compile(regex).matcher("x.Plain.ab").find());
    assertThat(result.rows()).hasSize(3);
    measurer.requests.clear();
    measurer.forgets(row("x.Sql.read", "dialect", "sqlite"));
    measurer.forgets(row("x.Sql.read", "dialect", "postgresql"));
    measure(plan(List.of("a.jar"), List.of("home17"), Database.SQLITE, EMBEDDED));
    assertThat(measurer.requests).hasSize(1);
  }

  @Test
  void userOwnDialect_isLeftAlone() {
    MeasurePlan plan = new MeasurePlan(
        List.of(Path.of("a.jar")),
        List.of(Jvm.of("home17")),
        List.of(),
        List.of(),
        Map.of("dialect", List.of("H2")),
        List.of(Database.SQLITE),
        EnumSet.of(Mode.WRITTEN),
        List.of(),
        Duration.ofSeconds(1),
        Optional.empty());
    measure(plan);
    assertThat(measurer.requests.get(0).params()).isEqualTo(Map.of("dialect", List.of("H2")));
    assertThat(plan.selection().params()).isEqualTo(Map.of("dialect", Set.of("H2")));
  }

  @Test
  void oneFigureFromTwoServers_isExactOnlyIfTheyAgree() {
    Measurer drifting = new Measurer() {
      private double value = 20;

      @Override
      public MeasureResult measure(MeasureRequest request, Progress progress) {
        measurer.gives(
            bytes(row("x.Sql.read", "dialect", "postgresql"), value++),
            bytes(row("x.Sql.write", "dialect", "postgresql"), 7));
        return measurer.measure(request, progress);
      }
    };
    MeasurePlan plan = plan(List.of("a.jar"), List.of("home17"), EMBEDDED, CONTAINER);
    assertThat(Matrix.measure(plan, drifting, (id, index, count) -> {}).get(0).measurements())
        .containsExactly(
            bytes(row("x.Plain.a"), 8),
            varying(row("x.Sql.read", "dialect", "postgresql"), 20, 20, 21),
            bytes(row("x.Sql.write", "dialect", "postgresql"), 7));
  }

  @Test
  void failure_namesItsDatabaseWhereThereAreSeveral() {
    measurer.fails(failure(row("x.Sql.boom", "dialect", "postgresql"), "boom"));
    assertThat(
            measure(plan(List.of("a.jar"), List.of("home17"), EMBEDDED)).get(0).failures())
        .extracting(Failure::message)
        .containsExactly("boom");
    assertThat(measure(plan(List.of("a.jar"), List.of("home17"), EMBEDDED, CONTAINER))
            .get(0)
            .failures())
        .extracting(Failure::message)
        .containsExactlyInAnyOrder("on embedded: boom", "on testcontainers: boom");
  }

  @Test
  void rowInTwoJars_isRefused() {
    assertThatThrownBy(
            () -> measure(plan(List.of("a.jar", "b.jar"), List.of("home17"), Database.SQLITE)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("x.Plain.a is in both a.jar and b.jar");
  }

  @Test
  void jvm_takesItsArgumentsAfterItsHome() {
    assertThat(Jvm.of("/opt/a jdk  -XX:+UseCompactObjectHeaders -Da=b"))
        .isEqualTo(new Jvm(Path.of("/opt/a jdk"), List.of("-XX:+UseCompactObjectHeaders", "-Da=b")))
        .hasToString("/opt/a jdk -XX:+UseCompactObjectHeaders -Da=b");
    assertThat(Jvm.of("/opt/a-jdk")).isEqualTo(Jvm.at(Path.of("/opt/a-jdk")));
    measure(plan(List.of("a.jar"), List.of("home17", "home17 -Xshare:off"), Database.SQLITE));
    assertThat(measurer.requests)
        .extracting(MeasureRequest::jvmArgs)
        .containsExactly(List.of(), List.of("-Xshare:off"));
  }

  @Test
  void narrowedPlan_hasTheValuesOfItsRows_andNoPlanForBenchmarksOfOthers() {
    MeasurePlan plan = plan(List.of("a.jar"), List.of("home17"), EMBEDDED);
    List<MeasurePlan> narrowed = plan.narrowedTo(
        List.of(
            row("x.A.a", "n", "1", "dialect", "sqlite"),
            row("x.A.a", "n", "3"),
            row("x.B.b", "n", "1"),
            row("x.C.c", "n", "1"),
            row("x.D.d", "m", "7"),
            row("x.E.e", "m", "8", "n", "1")),
        List.of(Path.of("other.jar")),
        Counting.BYTES);
    assertThat(narrowed)
        .extracting(each -> each.include().toString(), MeasurePlan::params)
        .containsExactlyInAnyOrder(
            tuple(
                "[^x\\.B\\.b$, ^x\\.C\\.c$, ^x\\.E\\.e$]",
                Map.of("m", List.of("8"), "n", List.of("1"))),
            tuple("[^x\\.A\\.a$, ^x\\.D\\.d$]", Map.of("m", List.of("7"), "n", List.of("1", "3"))));
    assertThat(narrowed).allMatch(each -> each.jars().equals(List.of(Path.of("other.jar"))));
  }

  @Test
  void logOfAMeasuringJvm_isFreshAndHoldsNoCredential() throws Exception {
    Path log = Files.writeString(directory.resolve("jvm-1.log"), "of an earlier run\n");
    Database database = Database.of("jdbc:postgresql://h/x?user=u&password=hunter2");
    MeasurePlan plan = new MeasurePlan(
        List.of(Path.of("a.jar")),
        List.of(Jvm.of("home17")),
        List.of(),
        List.of(),
        Map.of(),
        List.of(database),
        EnumSet.of(Mode.WRITTEN),
        List.of(),
        Duration.ofSeconds(1),
        Optional.of(directory));
    Measurer chatty = (request, progress) -> {
      try {
        Path file = request.log().orElseThrow();
        assertThat(file).doesNotExist();
        Files.writeString(file, "# url: " + request.properties().get("tare.db") + " hunter2");
      } catch (IOException failure) {
        throw new AssertionError(failure);
      }
      return measurer.measure(request, progress);
    };
    Matrix.measure(plan, chatty, (id, index, count) -> {});
    assertThat(log).hasContent("# url: jdbc:postgresql://h/x?user=***&password=*** ***");
  }

  private List<MeasureResult> measure(MeasurePlan plan) {
    return Matrix.measure(plan, measurer, (id, index, count) -> {});
  }

  private static MeasurePlan plan(List<String> jars, List<String> homes, Database... databases) {
    return new MeasurePlan(
        jars.stream().map(Path::of).toList(),
        homes.stream().map(Jvm::of).toList(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(databases),
        EnumSet.of(Mode.WRITTEN),
        List.of(),
        Duration.ofSeconds(1),
        Optional.empty());
  }
}
