package dev.tare.profiling.jmh;

import dev.tare.profiling.known.Answer;
import dev.tare.profiling.known.HarnessBenchmark;
import dev.tare.profiling.known.LanguageBenchmark;
import dev.tare.profiling.known.LibraryBenchmark;
import dev.tare.profiling.known.ObjectBenchmark;
import dev.tare.profiling.known.SiteBenchmark;
import dev.tare.profiling.known.TextBenchmark;
import dev.tare.profiling.known.ThreadBenchmark;
import dev.tare.profiling.known.VirtualThreadBenchmark;
import dev.tare.profiling.known.VirtualThreads;
import dev.tare.profiling.record.ObjectLayout;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Group;

/** The bytes that benchmarks are known to allocate, by their names. */
final class Answers {
  private static final List<Class<?>> ALL = List.of(
      ObjectBenchmark.class,
      TextBenchmark.class,
      HarnessBenchmark.class,
      SiteBenchmark.class,
      LanguageBenchmark.class,
      LibraryBenchmark.class,
      ThreadBenchmark.class);

  private static final int FIRST_WITHOUT_NEEDLESS_REFERENCES = 18;

  private Answers() {}

  /** Of every benchmark, under the default layout. */
  static Map<String, Double> all(int jdk) {
    return all(ObjectLayout.COOPS, jdk);
  }

  /** Of every benchmark that there is on such a JDK. */
  static Map<String, Double> all(ObjectLayout layout, int jdk) {
    Map<String, Double> answers = new TreeMap<>();
    ALL.forEach(benchmarks -> answers.putAll(of(benchmarks, layout, jdk)));
    if (jdk >= VirtualThreads.SINCE) {
      answers.putAll(of(VirtualThreadBenchmark.class, layout, jdk));
    }
    return answers;
  }

  /** Of one class of benchmarks. */
  static Map<String, Double> of(Class<?> benchmarks, ObjectLayout layout, int jdk) {
    Map<String, Double> answers = new TreeMap<>();
    for (Method method : benchmarks.getMethods()) {
      Answer answer = method.getAnnotation(Answer.class);
      if (answer != null) {
        Group group = method.getAnnotation(Group.class);
        String name = group == null ? method.getName() : group.value();
        answers.put(benchmarks.getName() + '.' + name, of(answer, layout) + more(answer, jdk));
      }
    }
    return answers;
  }

  private static double of(Answer answer, ObjectLayout layout) {
    double special = switch (layout) {
      case COOPS -> answer.value();
      case NOCOOPS -> answer.wideReferences();
      case COH -> answer.compactHeaders();
    };
    return Double.isNaN(special) ? answer.value() : special;
  }

  private static double more(Answer answer, int jdk) {
    return jdk < FIRST_WITHOUT_NEEDLESS_REFERENCES ? answer.moreBefore18() : 0;
  }
}
