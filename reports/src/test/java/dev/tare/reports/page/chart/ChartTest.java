package dev.tare.reports.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Where things are in the drawings. */
class ChartTest {
  private static final Pattern POINTS = Pattern.compile("points=\"([^\"]*)\"");

  @Test
  void nines_areAsFarFromEachOther() {
    String svg = new PercentileChart("a", "us")
        .line(new Line(
            "lean",
            "lean",
            List.of(
                new Point(0, 100),
                new Point(90, 100),
                new Point(99, 1000),
                new Point(99.9, 10_000),
                new Point(100, 10_000))))
        .svg(Size.WIDE);
    List<double[]> points = points(svg);
    assertThat(points.get(1)[0] - points.get(0)[0]).isPositive();
    for (int i = 1; i < 4; i++) {
      assertThat(points.get(i)[0] - points.get(i - 1)[0])
          .isCloseTo(points.get(1)[0] - points.get(0)[0], within());
    }
    assertThat(points.get(1)[1] - points.get(2)[1])
        .as("ten times as much is as far again")
        .isCloseTo(points.get(2)[1] - points.get(3)[1], within());
    assertThat(points.get(4)[0]).as("the greatest stands at the edge").isEqualTo(986);
    assertThat(svg).contains(">1 ms</text>", ">99.9 %</text>");
  }

  @Test
  void time_beginsAtTheLeftAndBytesAtTheBottom() {
    TimeChart chart = new TimeChart("<heap> & \"more\"")
        .line(new Line("lean", "lean", List.of(new Point(0, 0), new Point(2000, 8 * 1024 * 1024))));
    List<double[]> points = points(chart.svg(Size.WIDE));
    assertThat(points.get(0)).containsExactly(76, 270);
    assertThat(points.get(1)).containsExactly(986, 14);
    assertThat(chart.html())
        .contains("<b>&lt;heap&gt; &amp; &quot;more&quot;</b>", ">8 MB</text>", ">2 s</text>");
  }

  @Test
  void strips_haveOneScale() {
    ByteStrips strips = new ByteStrips("a");
    for (long bytes : new long[] {16, 32}) {
      strips.strip(new ByteStrips.Strip(
          "a", bytes, List.of(new ByteStrips.Part("field", 0, bytes, "name", "int name"))));
    }
    assertThat(strips.svg(Size.WIDE))
        .contains("width=\"498\"", "width=\"997\"", "<title>int name</title>");
  }

  private static Offset<Double> within() {
    return Offset.offset(0.2);
  }

  private static List<double[]> points(String svg) {
    Matcher matcher = POINTS.matcher(svg);
    assertThat(matcher.find()).isTrue();
    List<double[]> points = new ArrayList<>();
    for (String point : List.of(matcher.group(1).split(" "))) {
      int comma = point.indexOf(',');
      points.add(new double[] {
        Double.parseDouble(point.substring(0, comma)),
        Double.parseDouble(point.substring(comma + 1))
      });
    }
    return points;
  }
}
