package dev.tare.profiling.junit;

import dev.tare.profiling.meter.Action;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Checks the budgets of a test when its body has passed. The annotations register it; nobody else
 * needs to name it.
 */
public final class BudgetExtension implements InvocationInterceptor {
  private static final Action<RuntimeException> NOTHING = () -> {};

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    check(invocation, method, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    check(invocation, method, context);
  }

  @Override
  public <T> T interceptTestFactoryMethod(
      Invocation<T> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    throw new ExtensionConfigurationException(
        method.getExecutable() + ": a budget can not be kept by the dynamic tests of a"
            + " @TestFactory: put it on a @Test, @ParameterizedTest or @RepeatedTest");
  }

  private static void check(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    List<String> exceeded = new ArrayList<>(LayoutCheck.exceeded(layouts(method, context)));
    invocation.proceed(); // a body that fails has failed: it has no cost
    AllocationBudget allocation = find(AllocationBudget.class, method, context);
    if (allocation != null) {
      TestBody body = TestBody.of(method, context);
      new AllocationCheck(allocation, body::run, setUp(allocation.setUpEachRun(), body))
          .exceeded()
          .ifPresent(exceeded::add);
    }
    CopyBudget copies = find(CopyBudget.class, method, context);
    if (copies != null) {
      TestBody body = TestBody.of(method, context);
      String ownPackage = context.getRequiredTestClass().getPackageName();
      new CopyCheck(copies, ownPackage, body::run, setUp(copies.setUpEachRun(), body))
          .exceeded()
          .ifPresent(exceeded::add);
    }
    if (!exceeded.isEmpty()) {
      throw new AssertionError(String.join("\n", exceeded));
    }
  }

  private static Action<RuntimeException> setUp(boolean eachRun, TestBody body) {
    return eachRun ? body::setUpAgain : NOTHING;
  }

  private static List<LayoutBudget> layouts(
      ReflectiveInvocationContext<Method> method, ExtensionContext context) {
    List<LayoutBudget> budgets = new ArrayList<>(
        AnnotationSupport.findRepeatableAnnotations(method.getExecutable(), LayoutBudget.class));
    for (Class<?> type : around(context)) {
      budgets.addAll(AnnotationSupport.findRepeatableAnnotations(type, LayoutBudget.class));
    }
    return budgets;
  }

  /** The method's own, or that of the nearest class around it. */
  private static <A extends Annotation> @Nullable A find(
      Class<A> annotation, ReflectiveInvocationContext<Method> method, ExtensionContext context) {
    Optional<A> own = AnnotationSupport.findAnnotation(method.getExecutable(), annotation);
    for (Class<?> type : around(context)) {
      own = own.or(() -> AnnotationSupport.findAnnotation(type, annotation));
    }
    return own.orElse(null);
  }

  private static List<Class<?>> around(ExtensionContext context) {
    List<Class<?>> classes = new ArrayList<>();
    Class<?> type = context.getRequiredTestClass();
    while (type != null) {
      classes.add(type);
      type = Modifier.isStatic(type.getModifiers()) ? null : type.getEnclosingClass();
    }
    return classes;
  }
}
