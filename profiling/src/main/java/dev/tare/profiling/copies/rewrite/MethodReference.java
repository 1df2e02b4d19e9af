package dev.tare.profiling.copies.rewrite;

import dev.tare.profiling.copies.rule.Call;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A method that stands for a method reference: {@code String::trim} is no call in the class file,
 * and becomes one in here.
 *
 * @param name of the method
 * @param target what is referred to
 * @param method the method with the reference
 * @param line its line
 */
record MethodReference(String name, Handle target, String method, int line) {

  /** The call that a handle makes. */
  static Call call(Handle handle) {
    return new Call(
        handle.getTag() == Opcodes.H_INVOKESTATIC,
        handle.getOwner(),
        handle.getName(),
        handle.getDesc());
  }

  /** Receiver first, if there is one; a constructor gives its object. */
  String descriptor() {
    String owner = Type.getObjectType(target.getOwner()).getDescriptor();
    String plain = target.getDesc();
    return switch (target.getTag()) {
      case Opcodes.H_INVOKESTATIC -> plain;
      case Opcodes.H_NEWINVOKESPECIAL -> plain.substring(0, plain.indexOf(')') + 1) + owner;
      default -> '(' + owner + plain.substring(1);
    };
  }

  /** Writes the method: its arguments, the call, its result. */
  void writeTo(MethodVisitor body) {
    body.visitCode();
    if (target.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
      body.visitTypeInsn(Opcodes.NEW, target.getOwner());
      body.visitInsn(Opcodes.DUP);
    }
    int slot = 0;
    for (Type argument : Type.getArgumentTypes(descriptor())) {
      body.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
      slot += argument.getSize();
    }
    body.visitMethodInsn(
        opcode(), target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
    body.visitInsn(Type.getReturnType(descriptor()).getOpcode(Opcodes.IRETURN));
    body.visitMaxs(0, 0);
    body.visitEnd();
  }

  private int opcode() {
    return switch (target.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
      default -> Opcodes.INVOKEVIRTUAL;
    };
  }
}
