package dev.tare.profiling.copies.rule;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Methods that a user names because they copy an object: {@code com.acme.Order#duplicate}, or
 * {@code com.acme.Order.duplicate}, or {@code com.acme.Order#new} for its constructors. A {@code *}
 * stands for any characters in either part, but not for a constructor. Immutable.
 */
public final class CopyMethods {
  private static final String NEW = "new";

  private final List<Name> names;

  private record Name(Pattern type, Pattern method, boolean constructor) {}

  private CopyMethods(List<Name> names) {
    this.names = names;
  }

  /**
   * Reads names.
   *
   * @throws IllegalArgumentException if one has no class or no method
   */
  public static CopyMethods of(List<String> names) {
    return new CopyMethods(names.stream().map(CopyMethods::name).toList());
  }

  boolean contain(Call call) {
    return names.stream()
        .anyMatch(name -> name.constructor == call.isConstructor()
            && (name.constructor || name.method.matcher(call.name()).matches())
            && name.type.matcher(call.owner().replace('/', '.')).matches());
  }

  private static Name name(String text) {
    int hash = text.indexOf('#');
    int end = hash < 0 ? text.lastIndexOf('.') : hash;
    String type = text.substring(0, Math.max(0, end));
    String method = text.substring(end + 1);
    if (type.isEmpty() || method.isEmpty() || !isName(type, ".$*") || !isName(method, "$*")) {
      throw new IllegalArgumentException("'" + text
          + "' names no method; give class and method, as com.acme.Order#duplicate, with * for"
          + " any characters, or com.acme.Order#new for its constructors");
    }
    return new Name(pattern(type), pattern(method), method.equals(NEW));
  }

  private static boolean isName(String text, String further) {
    return text.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || further.indexOf(c) >= 0);
  }

  private static Pattern pattern(String name) {
    return Pattern.compile("\\Q" + name.replace("*", "\\E.*\\Q") + "\\E");
  }
}
