package dev.tare.reports.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringTokenizer;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

  @Test
  void changedLine_hasThreeLinesAroundIt() {
    assertThat(UnifiedDiff.of(
            "b/x",
            List.of("1", "2", "3", "4", "5", "6", "7", "8", "9"),
            List.of("1", "2", "3", "4", "V", "6", "7", "8", "9")))
        .isEqualTo("""
            --- a/b/x
            +++ b/b/x
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +V
             6
             7
             8
            """);
  }

  @Test
  void newFileAndGoneFile_areNamedAsGitDoes() {
    assertThat(UnifiedDiff.of("x", List.of(), List.of("1")))
        .isEqualTo("--- /dev/null\n+++ b/x\n@@ -0,0 +1,1 @@\n+1\n");
    assertThat(UnifiedDiff.of("x", List.of("1"), List.of()))
        .isEqualTo("--- a/x\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-1\n");
    assertThat(UnifiedDiff.of("x", List.of("1"), List.of("1"))).isEmpty();
  }

  @Test
  void hunks_leadFromOneTextToTheOther() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<String> before = text(random);
      List<String> after = new ArrayList<>(before);
      for (int i = random.nextInt(4); i > 0; i--) {
        int at = random.nextInt(after.size() + 1);
        if (random.nextBoolean() && at < after.size()) {
          after.remove(at);
        } else {
          after.add(at, "new " + random.nextInt(3));
        }
      }
      assertThat(applied(UnifiedDiff.of("x", before, after), before))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(after);
    }
  }

  private static List<String> text(Random random) {
    List<String> text = new ArrayList<>();
    for (int i = random.nextInt(40); i >= 0; i--) {
      text.add("line " + random.nextInt(8));
    }
    return text;
  }

  /** Applies hunks by their line numbers, and checks each line that they quote. */
  private static List<String> applied(String diff, List<String> before) {
    List<String> after = new ArrayList<>();
    int next = 0;
    for (String line : diff.lines().skip(2).toList()) {
      String text = line.substring(1);
      switch (line.charAt(0)) {
        case '@' -> {
          StringTokenizer words = new StringTokenizer(line, " -,+@");
          int start = Integer.parseInt(words.nextToken());
          int count = Integer.parseInt(words.nextToken());
          int from = count == 0 ? start : start - 1;
          after.addAll(before.subList(next, from));
          next = from;
          assertThat(Integer.parseInt(words.nextToken()))
              .isEqualTo(words.nextToken().equals("0") ? after.size() : after.size() + 1);
        }
        case '+' -> after.add(text);
        case '-' -> assertThat(before.get(next++)).isEqualTo(text);
        default -> {
          assertThat(before.get(next++)).isEqualTo(text);
          after.add(text);
        }
      }
    }
    after.addAll(before.subList(next, before.size()));
    return after;
  }
}
