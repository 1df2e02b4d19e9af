package dev.tare.benchmarks.driver;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Subclasses of this package's abstract classes, in which every method that they leave open throws
 * {@link UnsupportedOperationException}: the interfaces of JDBC have some 350 methods, of which
 * repositories use thirty.
 */
final class Stubs {
  private static final String UNSUPPORTED =
      Type.getInternalName(UnsupportedOperationException.class);
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private Stubs() {}

  /** The subclass of a class that has a constructor without parameters. */
  static <T> Class<? extends T> of(Class<T> open) {
    String parent = Type.getInternalName(open);
    ClassWriter stub = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    stub.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC,
        parent + "Stub",
        null,
        parent,
        null);
    constructor(stub, parent);
    Set<String> seen = new HashSet<>();
    for (Method method : open.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers())
          && seen.add(method.getName() + Type.getMethodDescriptor(method))) {
        refusal(stub, method);
      }
    }
    stub.visitEnd();
    try {
      return LOOKUP.defineClass(stub.toByteArray()).asSubclass(open);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("not a class of this package: " + open, e);
    }
  }

  /** An instance of it. */
  static <T> T make(Class<? extends T> stub) {
    try {
      return stub.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("can not make a " + stub, e);
    }
  }

  private static void constructor(ClassWriter stub, String parent) {
    MethodVisitor code = stub.visitMethod(0, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, parent, "<init>", "()V", false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void refusal(ClassWriter stub, Method method) {
    MethodVisitor code = stub.visitMethod(
        Opcodes.ACC_PUBLIC, method.getName(), Type.getMethodDescriptor(method), null, null);
    code.visitCode();
    code.visitTypeInsn(Opcodes.NEW, UNSUPPORTED);
    code.visitInsn(Opcodes.DUP);
    code.visitLdcInsn(method.toString());
    code.visitMethodInsn(
        Opcodes.INVOKESPECIAL, UNSUPPORTED, "<init>", "(Ljava/lang/String;)V", false);
    code.visitInsn(Opcodes.ATHROW);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
