package dev.tare.reports.baseline;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.row;
import static dev.tare.reports.Sample.varying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.record.Site;
import dev.tare.reports.DurableWriter;
import dev.tare.reports.ExitCode;
import dev.tare.reports.FullDisk;
import dev.tare.reports.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineStoreTest {
  private static final String KEY = "jdk17";
  private static final String FILE = "jdk17/a.B.parse.baseline";

  @TempDir
  Path directory;

  private BaselineStore store;

  @BeforeEach
  void open() {
    store = new BaselineStore(directory, DurableWriter.toDisk());
  }

  @Test
  void write_givesOneSortedFileABenchmarkWithCountsOnly() {
    write(
        store,
        KEY,
        Baseline.of(List.of(
            varying(row("a.B.parse", "size", "10", "variant", "LEAN"), 27.36, 26.5, 28.25),
            bytes(row("a.B.parse", "size", "10", "variant", "COPYING"), 1872),
            bytes(row("a.B.format"), 0))));
    assertThat(directory.resolve(FILE)).hasContent("""
        tare-baseline 1 a.B.parse
        size=10,variant=COPYING written bytes 1872
        size=10,variant=LEAN written bytes 27.36 26.5..28.25
        """);
    assertThat(directory.resolve("jdk17/a.B.format.baseline")).hasContent("""
        tare-baseline 1 a.B.format
        - written bytes 0
        """);
  }

  @Test
  void sitesOfAFigure_standBelowIt_oneLineAMethodAndClass() {
    Measurement figure = new Measurement(
        row("a.B.parse"),
        Mode.WRITTEN,
        Metric.BYTES,
        96,
        96,
        96,
        List.of(
            new Site("byte[]", "a.C.<init>", 24),
            new Site("byte[]", "a.C.<init>", 48),
            new Site("a b+c", "a.C.m", 24)));
    Baseline baseline = Baseline.of(List.of(figure, bytes(row("a.B.parse", "n", "1"), 8)));
    write(store, KEY, baseline);
    assertThat(directory.resolve(FILE)).hasContent("""
        tare-baseline 2 a.B.parse
        - written bytes 96
          24+48 byte[] a.C.<init>
          24 a%20b%2Bc a.C.m
        n=1 written bytes 8
        """);
    assertThat(store.read(KEY)).contains(baseline);
    // A figure that stays as it was keeps them; another brings its own, or none.
    assertThat(baseline.with(List.of(bytes(figure.id(), 96)))).isEqualTo(baseline);
    assertThat(baseline
            .with(List.of(bytes(figure.id(), 88)))
            .figures()
            .iterator()
            .next()
            .sites())
        .isEmpty();
  }

  @Test
  void patch_isWhatWriteWouldChange() {
    write(store, KEY, Baseline.of(List.of(bytes(row("a.B.parse"), 8))));
    Baseline next = Baseline.of(List.of(bytes(row("a.B.parse"), 16)));
    assertThat(store.patch(Map.of(KEY, next), directory.toAbsolutePath())).isEqualTo("""
        --- a/jdk17/a.B.parse.baseline
        +++ b/jdk17/a.B.parse.baseline
        @@ -1,2 +1,2 @@
         tare-baseline 1 a.B.parse
        -- written bytes 8
        +- written bytes 16
        """);
  }

  @Test
  void read_withoutAnyFile_isEmptyRatherThanAnEmptyBaseline() throws IOException {
    assertThat(store.read(KEY)).isEmpty();
    Files.createDirectory(directory.resolve(KEY));
    Files.writeString(directory.resolve("jdk17/README.md"), "a foreign file");
    assertThat(store.read(KEY)).isEmpty();
    assertThat(store.keys()).isEmpty();
  }

  @Test
  void read_givesBackWhatWasWritten_whateverTheNames() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      List<Measurement> figures = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        Map<String, String> params = new TreeMap<>();
        for (int p = random.nextInt(3); p > 0; p--) {
          params.put(hostile(random), hostile(random));
        }
        double low = random.nextInt(1000);
        double high = random.nextBoolean() ? low : low + random.nextDouble();
        figures.add(varying(BenchmarkId.of(hostile(random), params), low, low, high));
      }
      Baseline written = Baseline.of(figures);
      write(store, KEY, written);
      assertThat(store.read(KEY)).as("seed %d", seed).contains(written);
    }
  }

  @Test
  void fileName_staysInTheDirectoryAndDistinct_forHostileNames() throws IOException {
    List<String> names = List.of(
        "../../etc/passwd",
        "/abs",
        "..",
        ".",
        ".hidden",
        "a b",
        "<script>",
        "naïve.Größe",
        "a\nb",
        "CON",
        "x".repeat(500) + "1",
        "x".repeat(500) + "2",
        "a%20b");
    write(
        store, KEY, Baseline.of(names.stream().map(name -> bytes(row(name), 1)).toList()));
    assertThat(names(directory)).containsExactly(KEY);
    assertThat(names(directory.resolve(KEY)))
        .hasSize(names.size())
        .allMatch(name -> name.length() <= 255 && !name.startsWith("."));
    assertThat(store.read(KEY).orElseThrow().figures())
        .extracting(figure -> figure.id().benchmark())
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void write_dropsTheFilesOfBenchmarksThatAreGone_andNoOthers() throws IOException {
    write(store, KEY, Baseline.of(List.of(bytes(row("a.B.x"), 1), bytes(row("a.B.y"), 2))));
    Files.writeString(directory.resolve("jdk17/notes.txt"), "mine");
    write(store, KEY, Baseline.of(List.of(bytes(row("a.B.y"), 2))));
    assertThat(names(directory.resolve(KEY))).containsExactly("a.B.y.baseline", "notes.txt");
  }

  @Test
  void write_onAFullDisk_leavesTheOldBaselineUntouched() throws IOException {
    Baseline old = Baseline.of(List.of(bytes(row("a.B.x"), 1), bytes(row("a.B.y"), 2)));
    write(store, KEY, old);
    Baseline next = Baseline.of(List.of(bytes(row("a.B.y"), 3), bytes(row("a.B.z"), 4)));
    for (int files = 0; files < 2; files++) {
      BaselineStore full = new BaselineStore(directory, FullDisk.after(files));
      assertError(
          () -> write(full, KEY, next), "cannot write the baseline", "No space left on device");
      assertThat(store.read(KEY)).contains(old);
      assertThat(names(directory.resolve(KEY))).containsExactly("a.B.x.baseline", "a.B.y.baseline");
    }
  }

  @Test
  void delete_removesOneKeyAlone() {
    write(store, "jdk17", Baseline.of(List.of(bytes(row("a.B.x"), 1))));
    write(store, "jdk25-coh", Baseline.of(List.of(bytes(row("a.B.x"), 1))));
    assertThat(store.keys()).containsExactly("jdk17", "jdk25-coh");
    store.delete("jdk17");
    assertThat(store.keys()).containsExactly("jdk25-coh");
    assertThat(directory.resolve("jdk17")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "size=1 written bytes          | expected 'params mode metric value [low..high]'",
        "size=1 written bytes 24 1..2 3| expected 'params mode metric value [low..high]'",
        "size=1 written bytes 24 x     | expected a range low..high, found 'x'",
        "size=1 written bytes 24 1..2  | not a figure: 24.0 in [1.0, 2.0]",
        "size=1 written bytes -3       | '-3' is no figure",
        "size=1 written bytes NaN      | 'NaN' is no figure",
        "size=1 written bits 24        | 'bits' is no metric that this tare knows",
        "size=1 guessed bytes 24       | 'guessed' is no mode that this tare knows",
        "size written bytes 24         | expected name=value, found 'size'",
        "size=1,size=2 written bytes 2 | the parameter 'size' stands twice",
        "size=%zz written bytes 24     | two hexadecimal digits after it",
        "size=%ff written bytes 24     | the encoded bytes are not UTF-8",
        "<<<<<<< HEAD                  | expected 'params mode metric value [low..high]'",
        "size=0 written bytes 1        | a second line for a.B.parse[size=0] written bytes"
      })
  void read_ofAMalformedLine_namesFileAndLine(String line, String problem) throws IOException {
    file(FILE, "tare-baseline 1 a.B.parse\nsize=0 written bytes 7\n" + line + "\n");
    assertError(() -> store.read(KEY), directory.resolve(FILE) + ":3: ", problem, "mend the line");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "nothing",
      value = {
        "nothing                   | does not begin with 'tare-baseline 1'",
        "a.B.parse 24              | does not begin with 'tare-baseline 1'",
        "tare-baseline one a.B.parse | For input string: \"one\"",
        "tare-baseline 0 a.B.parse | expected 'tare-baseline 1 <benchmark>'",
        "tare-baseline 1           | expected 'tare-baseline 1 <benchmark>'",
        "tare-baseline 1 a.B.other | names a benchmark whose file would be a.B.other.baseline",
        "tare-baseline 3 what follows | has schema 3, and this tare reads up to 2"
      })
  void read_ofAForeignOrNewerFile_saysSo(String header, String problem) throws IOException {
    file(FILE, header == null ? "" : header + "\n");
    assertError(() -> store.read(KEY), directory.resolve(FILE) + ":1: ", problem);
  }

  @Test
  void read_ofWhatIsNoTextFile_isAnErrorAndNotAnAbsentBaseline() throws IOException {
    Files.createDirectories(directory.resolve(KEY));
    Files.write(directory.resolve(FILE), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertError(() -> store.read(KEY), "cannot read the baseline", FILE, "not UTF-8 text");
    Files.delete(directory.resolve(FILE));
    Files.createDirectory(directory.resolve(FILE));
    assertError(() -> store.read(KEY), "cannot read the baseline", FILE);
  }

  @Test
  void read_whereTheDirectoryIsAFile_isAnError() throws IOException {
    file(KEY, "");
    assertError(
        () -> store.read(KEY), "cannot read the baseline", "not a directory", "--baselines");
  }

  @Test
  void read_takesWindowsLineEnds() throws IOException {
    file(FILE, "tare-baseline 1 a.B.parse\r\n- written bytes 24\r\n");
    assertThat(store.read(KEY)).contains(Baseline.of(List.of(bytes(row("a.B.parse"), 24))));
  }

  private void file(String name, String content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static void assertError(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .hasMessageContainingAll(parts)
        .isInstanceOfSatisfying(
            UserError.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.ERROR));
  }

  private static String hostile(Random random) {
    String alphabet = "abZ09 .,=%/\\\n\t<>&\"'-[]ä漢😀";
    int[] points = alphabet.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  private static void write(BaselineStore store, String key, Baseline baseline) {
    store.write(Map.of(key, baseline));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
