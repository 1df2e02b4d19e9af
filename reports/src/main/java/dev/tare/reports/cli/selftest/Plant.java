package dev.tare.reports.cli.selftest;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is put before the body of a benchmark. It branches nowhere and leaves nothing behind. */
public enum Plant {
  /** One small object of a class that comes along: what every other plant has too. */
  NONE("nothing"),
  /** An array of 64 bytes. */
  BYTES("bytes"),
  /** One object more. */
  OBJECTS("objects"),
  /** One string put together of two. */
  COPIES("a copy"),
  /** A boxed number that the JDK keeps: no byte. */
  BOXING("boxing"),
  /** No more code, but more fields in the class of the small object. */
  LAYOUT("a larger layout"),
  /** The end of the JVM. */
  CRASH("a crash");

  private static final int ARRAY_BYTES = 64;
  private static final int EXIT_CODE = 7;

  private final String label;

  Plant(String label) {
    this.label = label;
  }

  /** What it is, for a table. */
  public String label() {
    return label;
  }

  /** Writes it, with an object of this class before it. */
  void write(MethodVisitor code, String companion) {
    allocate(code, companion);
    switch (this) {
      case NONE, LAYOUT -> {}
      case BYTES -> {
        code.visitIntInsn(Opcodes.BIPUSH, ARRAY_BYTES);
        code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_BYTE);
        code.visitInsn(Opcodes.POP);
      }
      case OBJECTS -> allocate(code, "java/lang/Object");
      case COPIES -> {
        code.visitLdcInsn("planted ");
        code.visitLdcInsn("copy");
        call(
            code,
            Opcodes.INVOKEVIRTUAL,
            "java/lang/String.concat",
            "(Ljava/lang/String;)Ljava/lang/String;");
        code.visitInsn(Opcodes.POP);
      }
      case BOXING -> {
        code.visitInsn(Opcodes.ICONST_1);
        call(code, Opcodes.INVOKESTATIC, "java/lang/Integer.valueOf", "(I)Ljava/lang/Integer;");
        code.visitInsn(Opcodes.POP);
      }
      case CRASH -> {
        call(code, Opcodes.INVOKESTATIC, "java/lang/Runtime.getRuntime", "()Ljava/lang/Runtime;");
        code.visitIntInsn(Opcodes.BIPUSH, EXIT_CODE);
        call(code, Opcodes.INVOKEVIRTUAL, "java/lang/Runtime.halt", "(I)V");
      }
    }
  }

  private static void allocate(MethodVisitor code, String type) {
    code.visitTypeInsn(Opcodes.NEW, type);
    code.visitInsn(Opcodes.POP);
  }

  private static void call(MethodVisitor code, int how, String method, String descriptor) {
    int dot = method.indexOf('.');
    code.visitMethodInsn(
        how, method.substring(0, dot), method.substring(dot + 1), descriptor, false);
  }
}
