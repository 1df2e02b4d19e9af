package dev.tare.profiling.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.profiling.testkit.TestJvms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutsTest {
  private static final int FIRST_WITH_COMPACT_HEADERS = 25;
  private static final int OBJECTS_AND_ARRAYS = 65;

  static class Padded {
    byte small;
    long large;
    Object reference = "";
  }

  record Node(long value, Object next) {}

  static List<Path> homes() {
    return TestJvms.homes();
  }

  @ParameterizedTest
  @MethodSource("homes")
  void modelledSize_isWhatTheJvmAllocates(Path home) throws Exception {
    assertAnswers(home, "-XX:+UseCompressedOops", VmLayout.COMPRESSED);
    assertAnswers(home, "-XX:-UseCompressedOops", VmLayout.UNCOMPRESSED);
    if (TestJvms.feature(home) >= FIRST_WITH_COMPACT_HEADERS) {
      assertAnswers(home, "-XX:+UseCompactObjectHeaders", VmLayout.COMPACT);
    }
  }

  @Test
  void slots_coverTheInstanceWithoutAGap() {
    // 12 header, long first would leave a gap of 4: the reference or the byte fills it.
    assertThat(Layouts.of(Padded.class, VmLayout.COMPRESSED).instanceBytes()).isEqualTo(32);
    assertThat(Layouts.of(Padded.class, VmLayout.UNCOMPRESSED).instanceBytes()).isEqualTo(32);
    assertThat(Layouts.of(Padded.class, VmLayout.COMPACT).instanceBytes()).isEqualTo(24);
    assertThat(Layouts.of(Padded.class, VmLayout.COMPACT_UNCOMPRESSED).instanceBytes())
        .isEqualTo(32);
  }

  @ParameterizedTest
  @EnumSource
  void everySlot_beginsWhereTheOneBeforeEnds(VmLayout vm) {
    for (Class<?> type : List.of(Padded.class, Node.class, String.class, HashMap.class)) {
      InstanceLayout layout = Layouts.of(type, vm);
      long end = layout.headerBytes();
      for (Slot slot : layout.slots()) {
        assertThat(slot.offset()).isEqualTo(end);
        end += slot.bytes();
      }
      assertThat(end).isEqualTo(layout.instanceBytes());
      assertThat(layout.instanceBytes() % 8).isZero();
    }
  }

  @Test
  void text_namesFieldsAndPadding() {
    assertThat(Layouts.of(Node.class, VmLayout.COMPRESSED).text()).isEqualTo("""
                0   12  (header)
               12    4  java.lang.Object next
               16    8  long value
            """);
  }

  @Test
  void graph_isTheSumOfWhatIsReachableOnce() {
    // A node is 12 + 4 + 8 = 24; 16 with 8-byte references is 12 (+4) + 8 + 8 = 32; compact 8 + 8 +
    // 4 = 20, aligned 24. The array of two longs is 32.
    long[] shared = new long[2];
    Node last = new Node(1, shared);
    Object[] root = {new Node(2, last), last, shared, Node.class};
    // 16 + 4·4 = 32; 16 + 4·8 = 48; compact 12 + 4·4 = 28, aligned 32.
    assertThat(Layouts.graph(root, VmLayout.COMPRESSED)).isEqualTo(new GraphSize(4, 32 + 48 + 32));
    assertThat(Layouts.graph(root, VmLayout.UNCOMPRESSED))
        .isEqualTo(new GraphSize(4, 48 + 64 + 32));
    assertThat(Layouts.graph(root, VmLayout.COMPACT)).isEqualTo(new GraphSize(4, 32 + 48 + 32));
  }

  @Test
  void graph_isTakenApartByClass() {
    // As above, without the shared ones: an array of two, 24; 16 + 2·8 = 32; 12 + 2·4 = 20, 24.
    ObjectGraph graph = Layouts.graph("a::b", new Object[] {new Node(2, ""), new Node(3, "")});
    assertThat(graph.shares())
        .extracting(ObjectGraph.Share::type)
        .containsExactlyInAnyOrder(
            Node.class.getName(), "java.lang.Object[]", "java.lang.String", "byte[]");
    assertThat(graph.shares().get(0))
        .isEqualTo(new ObjectGraph.Share(Node.class.getName(), 2, bytes(48, 64, 48, 48)));
    assertThat(graph.shares())
        .contains(new ObjectGraph.Share("java.lang.Object[]", 1, bytes(24, 32, 24, 32)));
    for (VmLayout vm : VmLayout.values()) {
      assertThat(graph.size(vm))
          .isEqualTo(Layouts.graph(new Object[] {new Node(2, ""), new Node(3, "")}, vm));
    }
    assertThat(graph.running()).isEqualTo(VmLayout.running());
  }

  private static Map<VmLayout, Long> bytes(long coops, long nocoops, long coh, long both) {
    return Map.of(
        VmLayout.COMPRESSED, coops,
        VmLayout.UNCOMPRESSED, nocoops,
        VmLayout.COMPACT, coh,
        VmLayout.COMPACT_UNCOMPRESSED, both);
  }

  @Test
  void graph_looksIntoClassesOfTheJdk() {
    Map<String, Integer> map = new HashMap<>();
    map.put("key", 1_000);
    // The map 48, its table 16 + 16·4 = 80, an entry 32, the string 24 with its array 24, the 16.
    assertThat(Layouts.graph(map, VmLayout.COMPRESSED))
        .isEqualTo(new GraphSize(6, 48 + 80 + 32 + 24 + 24 + 16));
  }

  @Test
  void whatHasNoInstances_isRefused() {
    for (Class<?> type : Arrays.asList(List.class, int[].class, int.class)) {
      assertThatThrownBy(() -> Layouts.of(type, VmLayout.COMPACT))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void whatTheJvmAddsTo_isRefused() {
    assertThatThrownBy(() -> Layouts.of(Thread.class, VmLayout.COMPRESSED))
        .hasMessage("java.lang.Thread can not be modelled: the JVM adds fields of its own to"
            + " java.lang.Thread");
    assertThatThrownBy(() -> Layouts.of(ForkJoinPool.class, VmLayout.COMPRESSED))
        .hasMessageContaining("@Contended in java.util.concurrent.ForkJoinPool");
  }

  private static void assertAnswers(Path home, String flag, VmLayout layout) throws Exception {
    List<String> lines = run(home, flag, "-XX:+UseSerialGC");
    assertThat(lines).hasSize(1 + OBJECTS_AND_ARRAYS).startsWith("" + layout);
    for (String line : lines.subList(1, lines.size())) {
      List<String> words = Arrays.asList(line.split(" "));
      assertThat(words.get(2)).as(line + " on " + home + ' ' + flag).isEqualTo(words.get(1));
    }
  }

  private static List<String> run(Path home, String... flags) throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(LayoutAnswersMain.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return text.lines().toList();
  }
}
