package dev.tare.profiling.copies.rewrite;

import dev.tare.profiling.copies.rule.Call;
import dev.tare.profiling.copies.rule.CopyRule;
import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the call of a counter, and brings the operands that it needs to the top of the stack. */
final class Counter {
  private static final String MOVED = "dev/tare/profiling/copies/count/Moved";
  private static final String CALLS = "dev/tare/profiling/copies/count/Calls";

  private final MethodVisitor code;

  Counter(MethodVisitor code) {
    this.code = code;
  }

  /** What comes before a counted call, or in its place. */
  void before(CopyRule rule, Call call, int site) {
    switch (rule.counting()) {
      case CALL -> count(rule, site);
      case LAST -> {
        code.visitInsn(Opcodes.DUP);
        count(rule, site);
      }
      case LAST_TWO -> {
        code.visitInsn(Opcodes.DUP2);
        count(rule, site);
      }
      case CHANGED -> keepArgument(call);
      case INSTEAD -> {
        push(site);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, CALLS, rule.counter(), rule.descriptor(), false);
        narrow(rule, call);
      }
      case RESULT -> {
        // it is not there yet
      }
    }
  }

  /** What comes after a counted call. */
  void after(CopyRule rule, Call call, int site) {
    switch (rule.counting()) {
      case RESULT -> {
        code.visitInsn(Opcodes.DUP);
        count(rule, site);
      }
      case CHANGED -> { // argument, result
        code.visitInsn(Opcodes.DUP_X1);
        count(rule, site);
      }
      default -> {
        // counted already
      }
    }
  }

  /** Leaves a second reference to the receiver, or the only argument, below what the call takes. */
  private void keepArgument(Call call) {
    List<String> parameters = call.parameters();
    if (call.isStatic() || parameters.isEmpty()) {
      code.visitInsn(Opcodes.DUP);
    } else if (Call.isWide(parameters.get(0))) { // receiver, wide
      code.visitInsn(Opcodes.DUP2_X1); // wide, receiver, wide
      code.visitInsn(Opcodes.POP2);
      code.visitInsn(Opcodes.DUP_X2); // receiver, wide, receiver
      code.visitInsn(Opcodes.DUP_X2); // receiver, receiver, wide, receiver
      code.visitInsn(Opcodes.POP);
    } else { // receiver, argument
      code.visitInsn(Opcodes.SWAP);
      code.visitInsn(Opcodes.DUP_X1); // receiver, argument, receiver
      code.visitInsn(Opcodes.SWAP);
    }
  }

  /** A replacement for several overloads gives less than each of them promises. */
  private void narrow(CopyRule rule, Call call) {
    String given = Type.getReturnType(rule.descriptor()).getDescriptor();
    if (!given.equals(call.result())) {
      code.visitTypeInsn(
          Opcodes.CHECKCAST, Type.getReturnType(call.descriptor()).getInternalName());
    }
  }

  private void count(CopyRule rule, int site) {
    push(site);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, MOVED, rule.counter(), rule.descriptor(), false);
  }

  private void push(int site) {
    if (site <= Byte.MAX_VALUE) {
      code.visitIntInsn(Opcodes.BIPUSH, site);
    } else if (site <= Short.MAX_VALUE) {
      code.visitIntInsn(Opcodes.SIPUSH, site);
    } else {
      code.visitLdcInsn(site);
    }
  }
}
