package dev.tare.profiling.copies.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.testkit.TestJvms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A copy that is renamed, wrapped or inlined is still one copy: the same method in four spellings,
 * compiled here, is counted alike.
 */
class RenamedCopiesTest {
  private static final String PACKAGE = "renamed";

  /** What all have; the copies are made by the spelling. */
  private static final String SOURCE = """
      package renamed;

      import dev.tare.profiling.copies.CopyKind;
      import dev.tare.profiling.known.copies.Copied;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.function.UnaryOperator;

      public class SPELLING {
        private final byte[] payload = new byte[100];
        private final List<String> names = List.of("ada", "grace");
        private final Order order = new Order(7, 9);
        public Object kept;

        @Copied(kind = CopyKind.ARRAY)
        public void handOut() {
          byte[] ownPayload = ARRAY_COPY;
          List<String> ownNames = LIST_COPY;
          Order ownOrder = ORDER_COPY;
          kept = List.of(ownPayload, ownNames, ownOrder);
        }

        static final class Order {
          final long id;
          final long customer;

          Order(long id, long customer) {
            this.id = id;
            this.customer = customer;
          }

          Order(Order other) {
            this(other.id, other.customer);
          }
        }

        static byte[] share(byte[] bytes) {
          return bytes.clone();
        }

        static List<String> share(List<String> texts) {
          return new ArrayList<>(texts);
        }

        static Order share(Order order) {
          return new Order(order);
        }

        static <T> T handle(T value, UnaryOperator<T> share) {
          return share.apply(value);
        }
      }
      """;

  private static final List<Spelling> SPELLINGS = List.of(
      new Spelling("Direct", "payload.clone()", "new ArrayList<>(names)", "new Order(order)"),
      new Spelling("Renamed", "share(payload)", "share(names)", "share(order)"),
      new Spelling(
          "Lambdas",
          "handle(payload, bytes -> bytes.clone())",
          "handle(names, texts -> new ArrayList<>(texts))",
          "handle(order, one -> new Order(one))"),
      new Spelling(
          "References",
          "handle(payload, byte[]::clone)",
          "handle(names, ArrayList::new)",
          "handle(order, Order::new)"));

  /** How the three copies are written. */
  private record Spelling(String name, String array, String list, String order) {
    String source() {
      return SOURCE
          .replace("SPELLING", name)
          .replace("ARRAY_COPY", array)
          .replace("LIST_COPY", list)
          .replace("ORDER_COPY", order);
    }
  }

  @TempDir
  Path classes;

  static List<Path> homes() {
    return TestJvms.homes();
  }

  @ParameterizedTest
  @MethodSource("homes")
  void copies_areTheSame_howeverTheyAreSpelt(Path home) throws Exception {
    List<String> counted = counted(home);
    List<String> expected = new ArrayList<>();
    for (Spelling spelling : SPELLINGS) {
      String name = spelling.name() + ".handOut ";
      expected.add(name + "ARRAY 1 100");
      expected.add(name + "COLLECTION 1 8");
      expected.add(name + "OBJECT 1 32");
    }
    assertThat(counted).isEqualTo(expected);
  }

  private List<String> counted(Path home) throws Exception {
    compile();
    Path agent = Path.of(
        CopyAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.add("-javaagent:" + AgentJar.of(agent) + '=' + PACKAGE);
    command.add("-cp");
    command.add(classes + ":" + System.getProperty("java.class.path"));
    command.add(CasesMain.class.getName());
    SPELLINGS.forEach(spelling -> command.add(PACKAGE + '.' + spelling.name()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return text.lines().toList();
  }

  private void compile() throws IOException {
    List<String> arguments = new ArrayList<>(List.of(
        "--release",
        "17",
        "-proc:none",
        "-cp",
        System.getProperty("java.class.path"),
        "-d",
        classes.toString()));
    for (Spelling spelling : SPELLINGS) {
      Path file = Files.writeString(classes.resolve(spelling.name() + ".java"), spelling.source());
      arguments.add(file.toString());
    }
    int result = ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).isZero();
  }
}
