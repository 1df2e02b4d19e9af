package dev.tare.profiling.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.record.Environment;
import org.junit.jupiter.api.Test;

/** The layouts are looked at where JVMs are started with them: with the known answers. */
class RunningJvmTest {

  @Test
  void description_isOfThisJvm() {
    Environment environment = RunningJvm.describe();
    assertThat(environment.jdk()).isEqualTo(Runtime.version().feature());
    assertThat(environment.version()).startsWith(Integer.toString(environment.jdk()));
    assertThat(environment.vendor()).isNotBlank();
    assertThat(environment.os()).isEqualTo(System.getProperty("os.name"));
    assertThat(environment.arch()).isEqualTo(System.getProperty("os.arch"));
  }
}
