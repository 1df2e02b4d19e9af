package dev.tare.reports.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConversionTest {

  @Test
  void difference_hasTheShapeOfWhatIsAfterAndNothingFromElsewhere() throws Exception {
    String before = "a.M.run;a.M.copy 60\na.M.run;a.M.send 40\n";
    String after = "a.M.run;a.M.send 10\n";
    String forward = page(before, after);
    String back = page(after, before);
    assertThat(forward).contains("a &lt;b&gt;").contains("send").doesNotContain("copy'");
    assertThat(back).contains("copy").contains("send");
    assertThat(forward).doesNotContain("<script src", "<link", "@import");
  }

  private static String page(String before, String after) throws Exception {
    return new String(Conversion.difference(before, after, "a <b>"), StandardCharsets.UTF_8);
  }
}
