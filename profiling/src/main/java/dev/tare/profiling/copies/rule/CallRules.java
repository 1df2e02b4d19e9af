package dev.tare.profiling.copies.rule;

import dev.tare.profiling.copies.CopyKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rules: which calls copy, in which packages. Immutable. */
public final class CallRules {
  private static final String CONCATENATION = "java/lang/invoke/StringConcatFactory";

  private final Packages packages;
  private final ObjectRules objects;
  private final boolean namedAlone;

  /**
   * Rules for the code of some packages.
   *
   * @param packages whose calls count, and whose objects' copy constructors, copy methods and
   *     withers do
   * @param copyMethods further methods that copy, in the form of {@link CopyMethods}
   * @throws IllegalArgumentException if one of those names is none
   */
  public CallRules(Packages packages, List<String> copyMethods) {
    this(packages, copyMethods, false);
  }

  private CallRules(Packages packages, List<String> copyMethods, boolean namedAlone) {
    this.packages = packages;
    this.objects = new ObjectRules(packages, CopyMethods.of(copyMethods));
    this.namedAlone = namedAlone;
  }

  /** Rules by which nothing counts but the methods of this name: to see whether there are any. */
  public static CallRules ofNamed(Packages packages, String copyMethod) {
    return new CallRules(packages, List.of(copyMethod), true);
  }

  /** Whether the calls in the class of this internal name count. */
  public boolean cover(String internalName) {
    return packages.contain(internalName);
  }

  /** The rule for a call; none if it copies nothing. */
  public @Nullable CopyRule match(Call call) {
    if (namedAlone) {
      return objects.matchNamed(call);
    }
    CopyRule rule = BoxingRules.match(call);
    rule = rule != null ? rule : StringRules.match(call);
    rule = rule != null ? rule : BufferRules.match(call);
    rule = rule != null ? rule : CollectionRules.match(call);
    rule = rule != null ? rule : ArrayRules.match(call);
    return rule != null ? rule : objects.match(call);
  }

  /**
   * The rule for a constructor that initialises a subclass: its object is not to be asked yet, so
   * the source is.
   */
  public @Nullable CopyRule matchSuper(Call call) {
    CopyRule rule = namedAlone ? null : CollectionRules.match(call);
    if (rule == null || call.parameters().size() != 1) {
      return null;
    }
    boolean array = call.parameters().get(0).startsWith("[");
    return CopyRule.last(CopyKind.COLLECTION, array ? "array" : "collection");
  }

  /** The rule for a call site that is bound at run time by a method of this class. */
  public @Nullable CopyRule matchDynamic(String bootstrapOwner) {
    return bootstrapOwner.equals(CONCATENATION) && !namedAlone ? StringRules.concatenation() : null;
  }

  /**
   * Whether the method is itself one that copies an object: what its body does to that end is the
   * copy that its callers are counted for.
   */
  public boolean isObjectCopy(Call method) {
    CopyRule rule = method.isConstructor() || namedAlone ? null : objects.match(method);
    return rule != null && rule.kind() == CopyKind.OBJECT;
  }
}
