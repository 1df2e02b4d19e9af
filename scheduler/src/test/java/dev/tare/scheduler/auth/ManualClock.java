package dev.tare.scheduler.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. */
public final class ManualClock extends Clock {
  private volatile long millis;

  private ManualClock(long millis) {
    this.millis = millis;
  }

  public static ManualClock at(String instant) {
    return new ManualClock(Instant.parse(instant).toEpochMilli());
  }

  public void advance(Duration by) {
    millis = instant().plus(by).toEpochMilli();
  }

  public void set(Instant instant) {
    millis = instant.toEpochMilli();
  }

  @Override
  public long millis() {
    return millis;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("tests run in UTC");
  }
}
