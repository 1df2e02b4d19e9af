package dev.tare.reports.cli.selftest;

import dev.tare.reports.budgets.BenchmarkName;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Copies of a JMH jar, in which a benchmark costs more or is gone. */
public final class PlantedJar {
  private static final String COMPANION = "TarePlanted";
  private static final int API = Opcodes.ASM9;
  private static final int MORE_FIELDS = 3;

  private PlantedJar() {}

  /** The class of the small object that comes along with what is planted in a benchmark. */
  public static String companionOf(BenchmarkName benchmark) {
    return benchmark.type().substring(0, benchmark.type().lastIndexOf('.') + 1) + COMPANION;
  }

  /** A copy in which {@code benchmark} does this first. */
  public static Path with(Plant plant, BenchmarkName benchmark, Path jar, Path copy)
      throws IOException {
    Files.copy(jar, copy);
    try (FileSystem zip = FileSystems.newFileSystem(copy)) {
      String internal = benchmark.type().replace('.', '/');
      String companion = companionOf(benchmark).replace('.', '/');
      Path file = zip.getPath(internal + ".class");
      Files.write(file, planted(Files.readAllBytes(file), benchmark.method(), plant, companion));
      Files.write(
          zip.getPath(companion + ".class"),
          companion(companion, plant == Plant.LAYOUT ? MORE_FIELDS : 0));
    }
    return copy;
  }

  /** A copy whose list does not have {@code benchmark}. */
  public static Path without(BenchmarkName benchmark, Path jar, Path copy) throws IOException {
    Files.copy(jar, copy);
    try (FileSystem zip = FileSystems.newFileSystem(copy)) {
      Path list = zip.getPath(BenchmarkName.LIST);
      String type = ' ' + benchmark.type() + ' ';
      String method = ' ' + benchmark.method() + ' ';
      List<String> rest = Files.readAllLines(list).stream()
          .filter(line -> !(line.contains(type) && line.contains(method)))
          .toList();
      Files.write(list, rest);
    }
    return copy;
  }

  /** Whether its list has no benchmark. */
  public static boolean isEmpty(Path jar) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      return Files.size(zip.getPath(BenchmarkName.LIST)) == 0;
    }
  }

  private static byte[] planted(byte[] type, String benchmark, Plant plant, String companion) {
    ClassReader reader = new ClassReader(type);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(API, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            MethodVisitor method =
                super.visitMethod(access, name, descriptor, signature, exceptions);
            return !name.equals(benchmark)
                ? method
                : new MethodVisitor(API, method) {
                  @Override
                  public void visitCode() {
                    super.visitCode();
                    plant.write(mv, companion);
                  }
                };
          }
        },
        0);
    return writer.toByteArray();
  }

  private static byte[] companion(String name, int fields) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_SUPER, name, null, "java/lang/Object", null);
    for (int i = 0; i < fields; i++) {
      writer.visitField(0, "field" + i, "J", null, null).visitEnd();
    }
    writer.visitEnd();
    return writer.toByteArray();
  }
}
