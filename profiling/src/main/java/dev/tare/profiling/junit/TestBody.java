package dev.tare.profiling.junit;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * The body of one test, to be run again. A run costs nothing but the body: the call is a method
 * handle of no arguments, since reflection allocates.
 */
final class TestBody {
  private final MethodHandle body;
  private final ExtensionContext context;
  private int repetitions;

  private TestBody(MethodHandle body, ExtensionContext context) {
    this.body = body;
    this.context = context;
  }

  /** The method, on the object and with the arguments of its first invocation. */
  static TestBody of(ReflectiveInvocationContext<Method> invocation, ExtensionContext context) {
    Method method = invocation.getExecutable();
    method.setAccessible(true);
    try {
      MethodHandle handle = MethodHandles.lookup().unreflect(method);
      if (invocation.getTarget().isPresent()) {
        handle = handle.bindTo(invocation.getTarget().get());
      }
      handle =
          MethodHandles.insertArguments(handle, 0, invocation.getArguments().toArray());
      return new TestBody(handle.asType(MethodType.methodType(void.class)), context);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("the test's body can not be called again", e);
    }
  }

  /** One run. */
  void run() {
    repetitions++;
    try {
      body.invokeExact();
    } catch (Throwable e) {
      throw new AssertionError(
          "the test's body passed once, and failed when it was repeated (repetition " + repetitions
              + "). A budget runs it again and again on the same object: let it do the same each"
              + " time, or have @BeforeEach run before every run with setUpEachRun = true. " + e,
          e);
    }
  }

  /** What comes between two runs if the budget wants it: what the test class does around a test. */
  void setUpAgain() {
    Object instance = context.getRequiredTestInstance();
    Class<?> type = context.getRequiredTestClass();
    List<Method> methods = new ArrayList<>(AnnotationSupport.findAnnotatedMethods(
        type, AfterEach.class, HierarchyTraversalMode.BOTTOM_UP));
    methods.addAll(AnnotationSupport.findAnnotatedMethods(
        type, BeforeEach.class, HierarchyTraversalMode.TOP_DOWN));
    methods.forEach(method -> context.getExecutableInvoker().invoke(method, instance));
  }
}
