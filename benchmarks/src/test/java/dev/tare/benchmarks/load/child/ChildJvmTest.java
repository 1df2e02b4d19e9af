package dev.tare.benchmarks.load.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildJvmTest {

  @Test
  void lines_areAnsweredOneByOne_andWhatIsPrintedIsNoAnswer() {
    try (ChildJvm jvm = ChildJvm.start(Echo.class, List.of("-Xmx24m"), Redirect.DISCARD)) {
      assertThat(jvm.ask("one")).isEqualTo("one!");
      assertThat(jvm.ask("two")).isEqualTo("two!");
    }
  }

  @Test
  void jvmThatEnds_isToldAsSuch() {
    try (ChildJvm jvm = ChildJvm.start(Echo.class, List.of(), Redirect.DISCARD)) {
      assertThatThrownBy(() -> jvm.ask("end"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("ended before it answered");
      assertThat(jvm.askOrNull("more")).isNull();
    }
  }

  static final class Echo {
    private Echo() {}

    public static void main(String[] arguments) throws Exception {
      new Lines().serve(line -> {
        System.out.println("a library says something");
        if (line.equals("end")) {
          Runtime.getRuntime().halt(3);
        }
        return line + "!";
      });
    }
  }
}
