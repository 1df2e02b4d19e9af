package dev.tare.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the page has a user write into a POM is what the project in {@code src/it} has in its own.
 */
class GatePageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "gate.md");
  private static final Path IT = Path.of("src", "it", "first-gate");
  private static final Pattern XML = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern GOAL = Pattern.compile("tare:\\w+@\\w+");

  @Test
  void pomOfThePage_isThatOfTheProjectThatIsBuilt() throws IOException {
    List<String> shown = found(XML, 1);
    assertThat(shown).hasSizeGreaterThanOrEqualTo(2);
    String pom = normalized(Files.readString(IT.resolve("pom.xml")));
    assertThat(shown).allSatisfy(xml -> assertThat(pom).contains(normalized(xml)));
  }

  @Test
  void goalsOfThePage_areCalledInThatBuild() throws IOException {
    String invoker = Files.readString(IT.resolve("invoker.properties"));
    assertThat(found(GOAL, 0))
        .contains("tare:baseline@gate")
        .allSatisfy(goal -> assertThat(invoker).contains(goal));
  }

  private static List<String> found(Pattern pattern, int group) throws IOException {
    return pattern
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult match) -> match.group(group))
        .toList();
  }

  private static String normalized(String xml) {
    return xml.replaceAll("<version>[^<]*</version>", "<version/>")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
