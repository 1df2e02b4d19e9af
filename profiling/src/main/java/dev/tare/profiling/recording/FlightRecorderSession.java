package dev.tare.profiling.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.EventSettings;
import jdk.jfr.Recording;

/** Records by Flight Recorder what it knows of: no waiting threads, no native memory. */
final class FlightRecorderSession implements RecordingSession {
  private static final Duration PERIOD = Duration.ofMillis(10);

  private final List<ProfileEvent> events;
  private final Path file;
  private final String description;
  private final Recording recording = new Recording();

  FlightRecorderSession(List<ProfileEvent> events, Path file, String description) {
    for (ProfileEvent event : events) {
      if (event.flightEvents().isEmpty()) {
        throw new IllegalStateException("Flight Recorder records no " + event.label()
            + ", use cpu, alloc or lock (" + description + ")");
      }
    }
    this.events = events;
    this.file = file;
    this.description = description;
  }

  @Override
  public void start() {
    for (ProfileEvent event : events) {
      for (String name : event.flightEvents()) {
        EventSettings settings = recording.enable(name).withStackTrace();
        if (event == ProfileEvent.CPU) {
          settings.withPeriod(PERIOD);
        } else if (event == ProfileEvent.LOCK) {
          settings.withThreshold(Duration.ZERO);
        }
      }
    }
    recording.start();
  }

  @Override
  public void stop() throws IOException {
    try (recording) {
      recording.stop();
      recording.dump(file);
    }
  }

  @Override
  public String recorder() {
    return description;
  }
}
