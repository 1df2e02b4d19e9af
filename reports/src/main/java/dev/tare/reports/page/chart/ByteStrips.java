package dev.tare.reports.page.chart;

import dev.tare.reports.render.FigureText;
import java.util.ArrayList;
import java.util.List;

/** Objects drawn byte by byte, a strip each, all to one scale. Not thread-safe. */
public final class ByteStrips extends Drawing {
  private static final int STRIP = 30;
  private static final int ROW = 58;
  private static final int TICK_BYTES = 8;
  private static final int MOST_TICKS = 16;

  /** About the width of a letter. */
  private static final double LETTER = 6.6;

  private final List<Strip> strips = new ArrayList<>();

  /**
   * One object.
   *
   * @param label above it
   * @param bytes its length
   * @param parts what it consists of, without a gap
   */
  public record Strip(String label, long bytes, List<Part> parts) {}

  /**
   * A stretch of it.
   *
   * @param style its class in the style sheet
   * @param offset where it begins
   * @param bytes how long it is
   * @param name what stands in it, where there is room
   * @param title what it says when it is pointed at
   */
  public record Part(String style, long offset, long bytes, String name, String title) {}

  /** A drawing without strips. */
  public ByteStrips(String title) {
    super(title);
  }

  /** Adds a strip below the others. */
  public ByteStrips strip(Strip strip) {
    strips.add(strip);
    return this;
  }

  @Override
  List<Line> lines() {
    return List.of();
  }

  @Override
  String svg(Size size) {
    long most = Math.max(8, strips.stream().mapToLong(Strip::bytes).max().orElse(8));
    double unit = (size.width() - 2.0) / most;
    Svg svg = new Svg(size, strips.size() * ROW + 18, title());
    for (int i = 0; i < strips.size(); i++) {
      Strip strip = strips.get(i);
      double y = i * ROW + 20.0;
      svg.words("strip", 1, y - 6, "start", strip.label());
      for (Part part : strip.parts()) {
        double x = 1 + part.offset() * unit;
        double width = part.bytes() * unit;
        svg.rect("part " + part.style(), x, y, Math.max(1, width - 1), STRIP, part.title());
        int room = (int) ((width - 8) / LETTER);
        if (room >= 2 && !part.name().isEmpty()) {
          String name =
              part.name().length() <= room ? part.name() : part.name().substring(0, room - 1) + '…';
          svg.words("inside", x + width / 2, y + STRIP / 2.0 + 4, "middle", name);
        }
      }
    }
    long step = TICK_BYTES;
    while (most / step > MOST_TICKS) {
      step *= 2;
    }
    for (long at = 0; at <= most; at += step) {
      double x = Math.min(size.width() - 1.0, 1 + at * unit);
      String anchor = at == 0 ? "start" : at + step > most ? "end" : "middle";
      svg.words("tick", x, strips.size() * ROW + 12.0, anchor, FigureText.number((double) at));
    }
    return svg.end();
  }
}
