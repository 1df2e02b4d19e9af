package dev.tare.reports.budgets;

import dev.tare.profiling.record.Metric;
import dev.tare.reports.CommandText;
import dev.tare.reports.ExitCode;
import dev.tare.reports.IoReason;
import dev.tare.reports.UserError;
import dev.tare.reports.gate.limit.Limit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The limits that {@code @AllocationBudget} and {@code @CopyBudget} set on benchmark methods, or on
 * their classes for all of them.
 */
public final class Budgets {
  private static final int API = Opcodes.ASM9;

  private static final Map<String, List<Metric>> ANNOTATIONS = Map.of(
      "Ldev/tare/profiling/junit/AllocationBudget;",
      List.of(Metric.BYTES, Metric.OBJECTS),
      "Ldev/tare/profiling/junit/CopyBudget;",
      List.of(Metric.COPIES, Metric.COPIED_BYTES, Metric.BOXINGS));

  private final List<Limit> ofMethods = new ArrayList<>();
  private final List<Limit> ofClasses = new ArrayList<>();

  private Budgets() {}

  /** The limits in these JMH jars: those of classes first, so that a method's own holds. */
  public static List<Limit> of(List<Path> jars) {
    Budgets budgets = new Budgets();
    for (Path jar : jars) {
      if (!Files.isRegularFile(jar)) {
        continue; // which those who measure it tell
      }
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        budgets.read(zip);
      } catch (IOException failure) {
        throw new UserError(
            ExitCode.ERROR, jar + ": can not be read: " + IoReason.of(failure), failure);
      }
    }
    List<Limit> all = new ArrayList<>(budgets.ofClasses);
    all.addAll(budgets.ofMethods);
    return all;
  }

  private void read(ZipFile zip) throws IOException {
    SortedSet<String> types = new TreeSet<>();
    BenchmarkName.of(zip).forEach(benchmark -> types.add(benchmark.type()));
    for (String name : types) {
      ZipEntry entry = zip.getEntry(name.replace('.', '/') + ".class");
      if (entry != null) {
        new ClassReader(content(zip, entry))
            .accept(
                new Reader(name),
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      }
    }
  }

  private static byte[] content(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** Takes the budgets of one class. */
  private final class Reader extends ClassVisitor {
    private final String name;

    Reader(String name) {
      super(API);
      this.name = name;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      String rows = '^' + CommandText.literalRegex(name) + "\\.";
      return budget(descriptor, rows, name, ofClasses);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String method,
        String type,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      String benchmark = name + '.' + method;
      return new MethodVisitor(API) {
        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
          String rows = '^' + CommandText.literalRegex(benchmark) + "(\\[|$)";
          return budget(descriptor, rows, benchmark, ofMethods);
        }
      };
    }

    private @Nullable AnnotationVisitor budget(
        String descriptor, String rows, String of, List<Limit> limits) {
      List<Metric> metrics = ANNOTATIONS.get(descriptor);
      if (metrics == null) {
        return null;
      }
      String annotation =
          '@' + descriptor.substring(descriptor.lastIndexOf('/') + 1).replace(";", "");
      return new AnnotationVisitor(API) {
        @Override
        public void visit(String member, Object value) {
          metrics.stream()
              .filter(metric -> metric.label().equals(member))
              .filter(metric -> value instanceof Long most && most >= 0)
              .forEach(metric -> limits.add(new Limit(
                  Pattern.compile(rows),
                  Optional.empty(),
                  metric,
                  ((Long) value).doubleValue(),
                  false,
                  annotation + '(' + member + " = " + value + ") of " + of)));
        }
      };
    }
  }
}
