package dev.tare.profiling.copies.rewrite;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.rule.Call;
import dev.tare.profiling.copies.rule.CallRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class whose calls are counted; methods that stand for method references come at its end. */
final class CountingClass extends ClassVisitor {
  private final CallRules rules;
  private final List<CopySite> sites;
  private final int firstSite;
  private final boolean loaded;
  private final List<MethodReference> references = new ArrayList<>();
  private String name = "";
  private boolean isInterface;

  CountingClass(
      @Nullable ClassVisitor next,
      CallRules rules,
      List<CopySite> sites,
      int firstSite,
      boolean loaded) {
    super(Opcodes.ASM9, next);
    this.rules = rules;
    this.sites = sites;
    this.firstSite = firstSite;
    this.loaded = loaded;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    this.name = name;
    this.isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    boolean copies = rules.isObjectCopy(new Call(isStatic, name, method, descriptor));
    return new CountingMethod(next, this, method, copies, 0);
  }

  @Override
  public void visitEnd() {
    for (MethodReference reference : references) {
      MethodVisitor next = super.visitMethod(
          Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
          reference.name(),
          reference.descriptor(),
          null,
          null);
      reference.writeTo(
          new CountingMethod(next, this, reference.method(), false, reference.line()));
    }
    super.visitEnd();
  }

  CallRules rules() {
    return rules;
  }

  /** Notes a site and gives its index. */
  int site(String method, int line, CopyKind kind, String call) {
    sites.add(new CopySite(name.replace('/', '.'), method, line, kind, call));
    return firstSite + sites.size() - 1;
  }

  /** A method of this class that does what {@code target} does, and can be counted. */
  Handle standIn(Handle target, String method, int line) {
    if (loaded) {
      throw new IllegalStateException(
          "the method reference to " + target.getName() + " in " + method + ", line " + line
              + ", is counted only if the JVM has the agent before it loads the class");
    }
    MethodReference reference =
        new MethodReference("tare$copy$" + references.size(), target, method, line);
    references.add(reference);
    return new Handle(
        Opcodes.H_INVOKESTATIC, name, reference.name(), reference.descriptor(), isInterface);
  }
}
