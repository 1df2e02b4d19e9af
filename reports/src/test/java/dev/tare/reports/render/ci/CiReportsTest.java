package dev.tare.reports.render.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.tare.reports.render.Golden;
import dev.tare.reports.render.Report;
import dev.tare.reports.render.SampleReport;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class CiReportsTest {
  private static final Map<String, String> FILES = Map.of(
      "dev.tare.env.Merge", "scheduler/src/main/java/dev/tare/env/Merge.java",
      "dev.tare.slow.SlowBenchmark", "a dir/Slöw,Benchmark:1.java");

  private static final Sources SOURCES = name -> Optional.ofNullable(FILES.get(name));

  @Test
  void junit_matchesTheReviewedFile() throws Exception {
    Golden.assertMatches("everything.junit.xml", JunitReport.render(SampleReport.explained()));
  }

  @Test
  void junit_isXmlWithATestCaseARow() throws Exception {
    Document document = parsed(JunitReport.render(SampleReport.explained()));
    Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getElementsByTagName("testcase").getLength())
        .isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
    assertThat(suite.getElementsByTagName("failure").getLength())
        .isEqualTo(Integer.parseInt(suite.getAttribute("failures")))
        .isPositive();
    assertThat(suite.getElementsByTagName("error").getLength())
        .isEqualTo(Integer.parseInt(suite.getAttribute("errors")))
        .isPositive();
  }

  @Test
  void sarif_matchesTheReviewedFile() throws Exception {
    Golden.assertMatches(
        "everything.sarif.json", SarifReport.render(SampleReport.explained(), SOURCES));
  }

  @Test
  void sarif_holdsToTheRulesOfItsSchema() throws Exception {
    for (Report report :
        List.of(SampleReport.explained(), SampleReport.unjudged(), SampleReport.manyRows(2))) {
      assertThat(problems("sarif-rules", SarifReport.render(report, SOURCES))).isEmpty();
    }
    String text = SarifReport.render(SampleReport.explained(), SOURCES);
    assertThat(problems("sarif-rules", text.replace("2.1.0\"", "2.0\""))).isNotEmpty();
    assertThat(problems("sarif-rules", text.replace("startLine\": 12", "startLine\": 0")))
        .isNotEmpty();
  }

  @Test
  void github_matchesTheReviewedFile() throws Exception {
    Golden.assertMatches(
        "everything.github.txt", GithubReport.render(SampleReport.explained(), SOURCES));
  }

  @Test
  void github_everyLineButTheLastIsOneCommand() {
    assertThat(GithubReport.render(SampleReport.explained(), SOURCES).lines())
        .filteredOn(line -> !line.matches("::(error|warning|notice) [^:]*title=[^:]*::.*"))
        .containsExactly("1 row failed");
  }

  @Test
  void benchmarkAction_matchesTheReviewedFile() throws Exception {
    Golden.assertMatches(
        "everything.benchmark-action.json",
        BenchmarkActionReport.render(SampleReport.everything()));
    Report two = SampleReport.unjudged();
    assertThat(BenchmarkActionReport.render(two))
        .startsWith("[\n{\"name\":\"jdk17 a.One.same written bytes\",");
    for (Report report : List.of(two, SampleReport.everything())) {
      assertThat(problems("benchmark-action", BenchmarkActionReport.render(report)))
          .isEmpty();
    }
  }

  @Test
  void reportsOfAQuietRun_nameNoProblem() throws Exception {
    Report quiet = SampleReport.manyRows(2);
    assertThat(GithubReport.render(quiet, SOURCES)).isEqualTo("4 figures within the baseline\n");
    assertThat(JunitReport.render(quiet)).contains("tests=\"4\" failures=\"0\" errors=\"0\"");
    assertThat(SarifReport.render(quiet, SOURCES)).contains("\"results\": [ ]");
  }

  private static Set<ValidationMessage> problems(String schema, String json) throws Exception {
    try (InputStream rules =
        CiReportsTest.class.getResourceAsStream("/" + schema + ".schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(rules)
          .validate(json, InputFormat.JSON);
    }
  }

  private static Document parsed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }
}
