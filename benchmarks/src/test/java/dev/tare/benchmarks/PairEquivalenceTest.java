package dev.tare.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Both variants of every pair do the same, with every combination of the other parameters. */
class PairEquivalenceTest {
  private static final String VARIANT = "variant";

  @TestFactory
  Stream<DynamicTest> variantsOfAPair_haveEqualDigests() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Class<?> benchmark : pairs()) {
      for (Map<String, String> params : combinations(benchmark)) {
        tests.add(DynamicTest.dynamicTest(
            benchmark.getSimpleName() + params,
            () -> assertThat(digest(benchmark, params, Variant.LEAN))
                .isEqualTo(digest(benchmark, params, Variant.COPYING))));
      }
    }
    return tests.stream();
  }

  @Test
  void everyPair_isDigested() throws Exception {
    assertThat(pairs())
        .isNotEmpty()
        .allSatisfy(pair -> assertThat(pair).isAssignableTo(Digested.class));
  }

  /** The benchmark classes of this module that have a variant, by JMH's own list. */
  private static List<Class<?>> pairs() throws ClassNotFoundException {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Set<String> names = new TreeSet<>();
    for (BenchmarkListEntry entry : BenchmarkList.defaultList()
        .find(
            OutputFormatFactory.createFormatInstance(nowhere, VerboseMode.SILENT),
            List.of(),
            List.of())) {
      if (entry.getParams().orElse(Map.of()).containsKey(VARIANT)) {
        names.add(entry.getUserClassQName());
      }
    }
    List<Class<?>> classes = new ArrayList<>();
    for (String name : names) {
      classes.add(Class.forName(name));
    }
    return classes;
  }

  private static List<Map<String, String>> combinations(Class<?> benchmark) {
    List<Map<String, String>> combinations = List.of(Map.of());
    for (Field field : fields(benchmark)) {
      Param param = field.getAnnotation(Param.class);
      if (param == null || field.getName().equals(VARIANT)) {
        continue;
      }
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> combination : combinations) {
        for (String value : values(field, param)) {
          Map<String, String> next = new LinkedHashMap<>(combination);
          next.put(field.getName(), value);
          longer.add(next);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  /** All constants of an enum, those too that are measured on request alone. */
  private static List<String> values(Field field, Param param) {
    return field.getType().isEnum()
        ? Stream.of(field.getType().getEnumConstants()).map(Object::toString).toList()
        : List.of(param.value());
  }

  private static Object value(Class<?> type, String text) {
    if (type == int.class) {
      return Integer.valueOf(text);
    }
    return type.isEnum()
        ? Stream.of(type.getEnumConstants())
            .filter(constant -> constant.toString().equals(text))
            .findFirst()
            .orElseThrow()
        : text;
  }

  private static long digest(Class<?> benchmark, Map<String, String> params, Variant variant)
      throws Exception {
    Object state = benchmark.getDeclaredConstructor().newInstance();
    for (Map.Entry<String, String> param : params.entrySet()) {
      Field field = field(benchmark, param.getKey());
      field.set(state, value(field.getType(), param.getValue()));
    }
    field(benchmark, VARIANT).set(state, variant);
    callAll(state, Setup.class);
    try {
      return ((Digested) state).digest();
    } finally {
      callAll(state, TearDown.class);
    }
  }

  private static Field field(Class<?> benchmark, String name) {
    Field field = fields(benchmark).stream()
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .orElseThrow();
    field.setAccessible(true);
    return field;
  }

  /** Those of a base class too. */
  private static List<Field> fields(Class<?> benchmark) {
    return Stream.<Class<?>>iterate(benchmark, type -> type != null, Class::getSuperclass)
        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
        .toList();
  }

  private static void callAll(Object state, Class<? extends Annotation> annotation)
      throws Exception {
    for (Method method : Arrays.asList(state.getClass().getMethods())) {
      if (method.isAnnotationPresent(annotation)) {
        method.invoke(state);
      }
    }
  }
}
