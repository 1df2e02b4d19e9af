package dev.tare.profiling.meter;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures in messages. */
public final class Figures {
  private Figures() {}

  /** {@code 1,234}. */
  public static String text(long figure) {
    return text((double) figure);
  }

  /** {@code 1,234} or {@code 27.36}: thousands apart, at most two decimals. */
  public static String text(double figure) {
    BigDecimal rounded = BigDecimal.valueOf(figure).setScale(2, RoundingMode.HALF_UP);
    String plain = rounded.stripTrailingZeros().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    StringBuilder text = new StringBuilder(whole);
    for (int i = whole.length() - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return text + (point < 0 ? "" : plain.substring(point));
  }
}
