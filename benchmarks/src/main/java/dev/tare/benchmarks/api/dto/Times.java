package dev.tare.benchmarks.api.dto;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Instants as texts with milliseconds. */
final class Times {
  private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
          "uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  private Times() {}

  /** The text; null for the 0 that stands for none. */
  static @Nullable String text(long millis) {
    return millis == 0 ? null : FORMAT.format(Instant.ofEpochMilli(millis));
  }
}
