package dev.tare.reports.browser;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Site;
import dev.tare.reports.DurableWriter;
import dev.tare.reports.cli.io.ReportFiles;
import dev.tare.reports.collection.Findings;
import dev.tare.reports.page.Page;
import dev.tare.reports.page.figure.Figures;
import dev.tare.reports.render.LargeReport;
import dev.tare.reports.render.Report;
import dev.tare.reports.render.SampleReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser, opened from disk, at both widths and in both schemes. */
@Tag("browser")
class ReportPageTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String VISIBLE = "[...document.querySelectorAll('.pair')]"
      + ".filter(e => !e.hidden && !e.closest('.area[hidden]'))";

  private static Browser browser;

  @TempDir
  Path directory;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() throws IOException {
    browser.close();
  }

  @ParameterizedTest
  @CsvSource({"1280,false", "1280,true", "390,false", "390,true"})
  void page_isWholeAtBothWidthsAndInBothSchemes(int width, boolean dark) throws Exception {
    Path page = write(SampleReport.everything(), figures());
    try (Tab tab = browser.open().screen(width, dark).open(page, "")) {
      assertThat(tab.text("document.title")).isEqualTo("Tare: 1 row failed");
      assertThat(tab.number("document.documentElement.scrollWidth"))
          .as("nothing is wider than the screen")
          .isLessThanOrEqualTo(width);
      String shown =
          "[...document.querySelectorAll('.chart svg')].filter(e => e.clientWidth > 200)";
      assertThat(tab.number(shown + ".length"))
          .as("two loads, two of the heap, a layout")
          .isEqualTo(5);
      assertThat(tab.number(shown + ".filter(e => e.querySelector('polyline, rect')).length"))
          .isEqualTo(5);
      assertThat(tab.number("document.querySelectorAll('.graph button').length"))
          .isGreaterThan(8);
      tab.screenshot(SCREENSHOTS.resolve("sample-" + width + (dark ? "-dark" : "-light") + ".png"));
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void filter_leavesWhatMatchesAndStandsInTheAddress() throws Exception {
    try (Tab tab = browser.open().screen(1280, false).open(write(many(40), Figures.NONE), "")) {
      assertThat(tab.number(VISIBLE + ".length")).isEqualTo(80);
      type(tab, "beta n=7");
      assertThat(tab.text(VISIBLE + ".map(e => e.querySelector('small').textContent).join()"))
          .isEqualTo("n=7");
      assertThat(tab.text("document.querySelector('.count').textContent"))
          .isEqualTo("1 of 80 pairs");
      assertThat(tab.text("location.hash")).isEqualTo("#q=beta+n%3D7");
      type(tab, "nowhere");
      assertThat(tab.text("document.querySelector('.nothing').hidden")).isEqualTo("false");
      type(tab, "");
      assertThat(tab.number(VISIBLE + ".length")).isEqualTo(80);
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void order_andFilterOfAnAddress_areShown() throws Exception {
    Path page = write(many(40), Figures.NONE);
    try (Tab tab = browser.open().screen(1280, false).open(page, "#q=n%3D1&sort=-0&group=none")) {
      assertThat(tab.text(VISIBLE + ".slice(0, 3).map(e => e.dataset.v.split(' ')[0]).join()"))
          .as("the greatest copying figures first")
          .isEqualTo("1019,1019,1018");
      tab.text("document.querySelector('[data-sort=\"name\"]').click()");
      assertThat(tab.text(VISIBLE + ".slice(0, 3).map(e => e.dataset.name).join()"))
          .as("numbers in their order, not letter by letter")
          .isEqualTo("Alpha.call n=1,Alpha.call n=10,Alpha.call n=11");
      tab.text("document.querySelector('[data-group=\"area\"]').click()");
      assertThat(
              tab.number("[...document.querySelectorAll('.area')].filter(e => !e.hidden).length"))
          .isEqualTo(2);
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void linkToAPair_opensItWithItsCallsAndCommand() throws Exception {
    Path page = write(many(3), Figures.NONE);
    String anchor;
    try (Tab tab = browser.open().screen(1280, false).open(page, "")) {
      anchor = tab.text("document.querySelectorAll('.pair')[4].id");
    }
    try (Tab tab = browser.open().screen(390, false).open(page, "#" + anchor)) {
      String pair = "document.getElementById('" + anchor + "')";
      assertThat(tab.text(pair + ".open && " + pair + ".parentElement.open")).isEqualTo("true");
      assertThat(tab.number(pair + ".querySelector('.inside').clientHeight")).isPositive();
      assertThat(tab.text(pair + ".querySelector('.again code').textContent"))
          .isEqualTo("tare run --jar b.jar --include '^b\\.beta\\.Beta\\.call$' --param n=2");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void flameGraph_zoomsAndShowsBothDifferences() throws Exception {
    Path page = write(SampleReport.everything(), figures());
    try (Tab tab = browser.open().screen(1280, false).open(page, "")) {
      String labels =
          "[...document.querySelectorAll('.flame .switch button')].map(e => e.textContent)";
      assertThat(tab.text(labels + ".join('|')"))
          .isEqualTo("copying|lean|copying → lean|lean → copying");
      String boxes = "document.querySelectorAll('.graph button')";
      assertThat(tab.text("[..." + boxes + "].map(e => e.getAttribute('aria-label')).join()"))
          .as("what JMH generates is left out")
          .startsWith("all,org.acme.QueueBenchmark.publish,org.acme.JsonQueue.publish")
          .doesNotContain("jmh_generated", "java.lang.Thread");
      tab.text("[..." + boxes + "].find(e => e.textContent === 'Json.encode').click()");
      assertThat(tab.text("document.querySelector('.at').textContent"))
          .isEqualTo("org.acme.Json.encode — copying 40.0 %, lean 0.0 %");
      assertThat(tab.text("document.querySelector('.whole').hidden")).isEqualTo("false");
      tab.text("document.querySelectorAll('.flame .switch button')[2].click()");
      assertThat(tab.text("[..." + boxes + "].map(e => e.textContent).join()"))
          .contains("BytesQueue.publish")
          .doesNotContain("JsonQueue");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void barsOfALoad_areAsLongAsTheGreaterFigureAndSayWhenMoreIsBetter() throws Exception {
    Path page = write(many(1), figures());
    try (Tab tab = browser.open().screen(1280, false).open(page, "")) {
      String table = "document.querySelectorAll('.measures')[1]";
      String widths = "e => e.className.baseVal + ' ' + Math.round(100"
          + " * e.getBoundingClientRect().width / e.parentElement.clientWidth)";
      assertThat(tab.text("[..." + table + ".querySelectorAll('rect')].map(" + widths + ").join()"))
          .as("the longer one, and over it the shorter: 2.5, an eighth, and 1.25 of copying")
          .isEqualTo("lean 100,copying 40,copying 100,lean 13,lean 100,copying 80");
      assertThat(tab.text("[..." + table + ".querySelectorAll('th small')]"
              + ".map(e => e.textContent.endsWith(', more is better')).join()"))
          .isEqualTo("true,false,false");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void emptyRun_saysSoAndBreaksNothing() throws Exception {
    Report empty = new Report("tare run --jar b.jar", List.of());
    try (Tab tab = browser.open().screen(390, false).open(write(empty, Figures.NONE), "")) {
      assertThat(tab.text("document.querySelector('h1').textContent"))
          .isEqualTo("0 figures measured, no baseline to judge by");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void oneBenchmark_needsNoAreas() throws Exception {
    try (Tab tab = browser.open().screen(1280, false).open(write(many(1), Figures.NONE), "")) {
      assertThat(tab.number("document.querySelectorAll('.pair').length")).isEqualTo(2);
      tab.screenshot(SCREENSHOTS.resolve("one-1280-light.png"));
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void detailsOfAPair_areFoundWhileItIsClosedAndBecomeElementsWhenItIsOpened() throws Exception {
    Path page = write(LargeReport.pairs(3), Figures.NONE);
    try (Tab tab = browser.open().screen(1280, false).open(page, "")) {
      assertThat(tab.number("document.querySelectorAll('.places').length")).isZero();
      type(tab, "n=1 message$reader.readfield:12");
      assertThat(tab.number(VISIBLE + ".length")).isEqualTo(1);
      type(tab, "noscript");
      assertThat(tab.number(VISIBLE + ".length")).as("markup is no text").isZero();
      type(tab, "n=1");
      tab.text(VISIBLE + "[0].querySelector('summary').click()");
      assertThat(tab.text("new Promise(done => setTimeout(() => done(" + VISIBLE
              + "[0].querySelectorAll('.places table').length)))"))
          .as("calls and lines of both variants")
          .isEqualTo("4");
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void pageWithoutScripts_hasAllDetails() throws Exception {
    Path page = write(LargeReport.pairs(3), Figures.NONE);
    try (Tab tab = browser.open().openWithoutScripts(page)) {
      assertThat(tab.number("document.querySelectorAll('.pair .places table').length"))
          .isEqualTo(3 * 4);
      assertThat(tab.text("document.querySelector('.controls').hidden")).isEqualTo("true");
    }
  }

  @Test
  void hostileNames_areTextAndStayWithinTheScreen() throws Exception {
    List<String> hostile = List.of(
        "x.Y.<script>alert(1)</script>",
        "x.Y.\"onmouseover='alert(1)'",
        "x.Y.\u202egnp.exe",
        "x.Y." + "long".repeat(400),
        "x.Y.</title><img src=x onerror=alert(1)>");
    List<Measurement> figures = new ArrayList<>();
    for (String name : hostile) {
      figures.add(bytes(row(name, "p", name, "variant", "COPYING"), 24));
      figures.add(bytes(row(name, "p", name, "variant", "LEAN"), 8));
      figures.add(bytes(row(name + 1, "p", "'\"><b>"), 8));
    }
    figures.set(0, allocatedAt("</noscript>" + hostile.get(4), figures.get(0)));
    Path page = write(SampleReport.of(figures), Figures.NONE);
    for (int width : new int[] {1280, 390}) {
      try (Tab tab = browser.open().screen(width, false).open(page, "")) {
        assertThat(tab.number("document.querySelectorAll('.pair').length")).isEqualTo(5);
        assertThat(tab.number("document.querySelectorAll('script:not([type])').length"))
            .isEqualTo(1);
        assertThat(tab.number("document.querySelectorAll('img').length")).isZero();
        tab.text("document.querySelectorAll('.pair').forEach(e => e.open = true)");
        assertThat(tab.text("new Promise(done => setTimeout(() => done("
                + "document.querySelectorAll('.places td:last-child')[0].textContent)))"))
            .startsWith("</noscript>x.Y.</title><img src=x onerror=alert(1)>");
        assertThat(tab.number("document.querySelectorAll('img').length")).isZero();
        assertThat(tab.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        type(tab, "<script>");
        assertThat(tab.number(VISIBLE + ".length")).isEqualTo(1);
        assertThat(tab.complaints()).isEmpty();
      }
    }
  }

  private static Measurement allocatedAt(String place, Measurement figure) {
    return new Measurement(
        figure.id(),
        figure.mode(),
        figure.metric(),
        figure.value(),
        figure.low(),
        figure.high(),
        List.of(new Site(place, "x.\">" + place + ":7", figure.value())));
  }

  private static void type(Tab tab, String text) throws Exception {
    tab.text("(() => { const field = document.querySelector('.filter'); field.value = '" + text
        + "'; field.dispatchEvent(new Event('input')); })()");
  }

  private Path write(Report report, Figures figures) {
    Page page = Page.of(report, index -> "records.json", figures);
    return ReportFiles.write(page, directory, DurableWriter.toDisk());
  }

  private static Figures figures() {
    return Findings.in(Path.of("src", "test", "resources", "report")).figures("tare");
  }

  /** Two areas with so many pairs each. */
  private static Report many(int count) {
    List<Measurement> figures = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      for (String name : List.of("a.alpha.Alpha.call", "b.beta.Beta.call")) {
        String text = Integer.toString(n);
        figures.add(bytes(row(name, "n", text, "variant", "COPYING"), 1000 + n));
        figures.add(bytes(row(name, "n", text, "variant", "LEAN"), n));
      }
    }
    return SampleReport.of(figures);
  }
}
