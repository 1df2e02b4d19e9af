package dev.tare.profiling.copies.rule;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies of the program's own objects: copy constructors {@code C(C)}, methods named for it, and
 * withers, where class and result are the same; and whatever methods the user names.
 */
final class ObjectRules {
  private static final Set<String> COPY_NAMES = Set.of("copy", "deepCopy", "clone");

  private final Packages packages;
  private final CopyMethods named;

  /** Rules for classes in {@code packages}, and for methods that the user named, wherever. */
  ObjectRules(Packages packages, CopyMethods named) {
    this.packages = packages;
    this.named = named;
  }

  @Nullable
  CopyRule match(Call call) {
    if (named.contain(call)) {
      return matchNamed(call);
    }
    if (call.owner().startsWith("[") || !packages.contain(call.owner())) {
      return null;
    }
    List<String> parameters = call.parameters();
    String self = 'L' + call.owner() + ';';
    boolean ofItself = parameters.size() == 1 && parameters.get(0).equals(self);
    if (call.isConstructor()) {
      return ofItself ? CopyRule.object() : null;
    }
    if (call.isStatic()) {
      boolean copies = ofItself && call.result().equals(self) && call.name().equals("copyOf");
      return copies ? CopyRule.changedObject() : null;
    }
    boolean named = COPY_NAMES.contains(call.name()) && parameters.isEmpty();
    boolean wither = isWither(call.name()) && parameters.size() == 1;
    boolean gives = call.result().equals(self)
        || (named && call.name().equals("clone") && call.returnsReference());
    return gives && (named || wither) ? CopyRule.changedObject() : null;
  }

  /** Of a call of a method that the user named; none if that gives nothing to be a copy. */
  @Nullable
  CopyRule matchNamed(Call call) {
    boolean gives = call.isConstructor() || call.returnsReference();
    return gives && named.contain(call) ? byIdentity(call) : null;
  }

  private static CopyRule byIdentity(Call call) {
    int parameters = call.parameters().size();
    boolean comparable = call.isStatic()
        ? parameters == 1 && Call.isReference(call.parameters().get(0))
        : !call.isConstructor() && parameters <= 1;
    return comparable ? CopyRule.changedObject() : CopyRule.object();
  }

  private static boolean isWither(String name) {
    return name.startsWith("with") && name.length() > 4 && Character.isUpperCase(name.charAt(4));
  }
}
