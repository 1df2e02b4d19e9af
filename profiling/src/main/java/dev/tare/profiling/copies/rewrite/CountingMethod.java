package dev.tare.profiling.copies.rewrite;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.rule.Call;
import dev.tare.profiling.copies.rule.CallRules;
import dev.tare.profiling.copies.rule.CopyRule;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A method with a counter beside each call that copies. */
final class CountingMethod extends MethodVisitor {
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

  private final CountingClass home;
  private final CallRules rules;
  private final String method;
  private final boolean copiesAnObject;
  private final Counter counter;
  private final Unfinished unfinished = new Unfinished();
  private int line;

  /**
   * A method of {@code home}.
   *
   * @param method the name to tell its sites by
   * @param copiesAnObject whether its callers are counted for the object that it copies
   */
  CountingMethod(
      @Nullable MethodVisitor next,
      CountingClass home,
      String method,
      boolean copiesAnObject,
      int line) {
    super(Opcodes.ASM9, next);
    this.home = home;
    this.rules = home.rules();
    this.method = method;
    this.copiesAnObject = copiesAnObject;
    this.line = line;
    this.counter = new Counter(next == null ? new MethodVisitor(Opcodes.ASM9) {} : next);
  }

  @Override
  public void visitLineNumber(int line, Label start) {
    this.line = line;
    super.visitLineNumber(line, start);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == Opcodes.NEW) {
      unfinished.made(type);
    } else {
      unfinished.another();
    }
    super.visitTypeInsn(opcode, type);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.DUP) {
      unfinished.doubled();
    } else {
      unfinished.another();
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    unfinished.another();
    super.visitVarInsn(opcode, variable);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    unfinished.another();
    super.visitFieldInsn(opcode, owner, name, descriptor);
  }

  @Override
  public void visitLdcInsn(Object value) {
    unfinished.another();
    super.visitLdcInsn(value);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    Call call = new Call(opcode == Opcodes.INVOKESTATIC, owner, name, descriptor);
    CopyRule rule = rule(call);
    if (rule == null || (copiesAnObject && rule.kind() == CopyKind.OBJECT)) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      return;
    }
    int site = home.site(method, line, rule.kind(), call.label());
    counter.before(rule, call, site);
    if (rule.counting() != CopyRule.Counting.INSTEAD) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }
    counter.after(rule, call, site);
  }

  /**
   * An object can be asked for what it copied when it is initialised, and if there is another
   * reference to it on the stack. Without one it is dropped at once, which no compiler of Java
   * bothers to do but of a bare statement; that is not counted.
   */
  private @Nullable CopyRule rule(Call call) {
    unfinished.another();
    if (!call.isConstructor()) {
      return rules.match(call);
    }
    return switch (unfinished.initialised(call.owner())) {
      case KEPT -> rules.match(call);
      case DROPPED -> null;
      case SUBCLASS -> rules.matchSuper(call);
    };
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    unfinished.another();
    CopyRule rule = rules.matchDynamic(bootstrap.getOwner());
    if (rule != null) {
      int site = home.site(method, line, rule.kind(), "concatenation");
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
      counter.after(rule, new Call(true, bootstrap.getOwner(), name, descriptor), site);
      return;
    }
    Object[] counted = arguments;
    if (bootstrap.getOwner().equals(LAMBDAS)
        && bootstrap.getName().equals("metafactory")
        && arguments[1] instanceof Handle target
        && rules.match(MethodReference.call(target)) != null) {
      counted = arguments.clone();
      counted[1] = home.standIn(target, method, line);
    }
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, counted);
  }
}
