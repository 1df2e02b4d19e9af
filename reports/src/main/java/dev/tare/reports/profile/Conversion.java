package dev.tare.reports.profile;

import dev.tare.profiling.recording.ProfileEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import one.convert.Arguments;
import one.convert.FlameGraph;
import one.convert.JfrToFlame;
import one.convert.JfrToHeatmap;
import one.jfr.JfrReader;

/** Turns recordings into what people look at, by async-profiler's converter. */
final class Conversion {
  /** Threads that wait for the run to end. */
  private static final String HARNESS =
      "dev.tare.profiling.(jmh.ParentLink|jmh.RecordedProgram\\.endsWithin|recording\\b).*"
          + "|org.openjdk.jmh.runner.Runner\\.run.*";

  private static final Pattern IDLE = Pattern.compile(HARNESS);

  /** And the JVM's own: they would fill a profile of elapsed time, or of what compilers need. */
  private static final Pattern IDLE_OR_OF_THE_JVM = Pattern.compile(HARNESS
      + "|thread_native_entry.*|WallClock::threadEntry.*|__libc_start_main.*"
      + "|java.lang.ref.(Reference.ReferenceHandler|Finalizer.FinalizerThread)\\.run.*"
      + "|(java|jdk).*\\.CleanerImpl\\.run.*");

  /** A type that recordings of async-profiler alone know. */
  private static final String WALL_SAMPLE = "profiler.WallClockSample";

  private Conversion() {}

  /** Which call stacks had how much of it, a line each: outermost call first, with lines. */
  static String collapsed(Path recording, ProfileEvent event) throws IOException {
    Arguments arguments = arguments(event, "");
    arguments.output = "collapsed";
    arguments.lines = true;
    arguments.dot = true;
    return new String(flame(recording, arguments), StandardCharsets.UTF_8);
  }

  /** A flame graph as a page that loads nothing. */
  static byte[] flameGraph(Path recording, ProfileEvent event, String title) throws IOException {
    return flame(recording, arguments(event, title));
  }

  /** What happened when, as a page that loads nothing. */
  static byte[] heatMap(Path recording, ProfileEvent event, String title) throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try (JfrReader reader = new JfrReader(recording.toString())) {
      JfrToHeatmap heatMap = new JfrToHeatmap(reader, suited(arguments(event, title), reader));
      heatMap.convert();
      heatMap.dump(page);
    }
    return page.toByteArray();
  }

  /**
   * A flame graph of {@code after}, coloured by what is more (red) or less (blue) than in
   * {@code before}. What has gone has no place in it: it is in the one of the other direction.
   */
  static byte[] difference(String before, String after, String title) throws IOException {
    Arguments arguments = new Arguments();
    arguments.title = escape(title);
    FlameGraph base = new FlameGraph(arguments);
    base.parseCollapsed(new StringReader(before));
    FlameGraph changed = new FlameGraph(arguments);
    changed.parseCollapsed(new StringReader(after));
    changed.diff(base);
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    changed.dump(page);
    return page.toByteArray();
  }

  private static byte[] flame(Path recording, Arguments arguments) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JfrReader reader = new JfrReader(recording.toString())) {
      JfrToFlame flame = new JfrToFlame(reader, suited(arguments, reader));
      flame.convert();
      flame.dump(bytes);
    }
    return bytes.toByteArray();
  }

  /**
   * Without the choice of processor time if Flight Recorder made the recording: its samples are all
   * of that, and have other states than async-profiler's.
   */
  private static Arguments suited(Arguments arguments, JfrReader reader) {
    arguments.cpu &= reader.typesByName.containsKey(WALL_SAMPLE);
    return arguments;
  }

  private static Arguments arguments(ProfileEvent event, String title) {
    Arguments arguments = new Arguments();
    arguments.title = escape(title);
    arguments.norm = true;
    arguments.exclude =
        event == ProfileEvent.WALL || event == ProfileEvent.NATIVEMEM ? IDLE_OR_OF_THE_JVM : IDLE;
    switch (event) {
      case CPU -> arguments.cpu = true;
      case WALL -> arguments.wall = true;
      case ALLOC -> arguments.alloc = true;
      case LOCK -> arguments.lock = true;
      case NATIVEMEM -> arguments.nativemem = true;
    }
    arguments.total = event != ProfileEvent.CPU && event != ProfileEvent.WALL;
    return arguments;
  }

  /** The converter puts titles into its page as they are. */
  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
