package dev.tare.profiling.copies.rule;

import static dev.tare.profiling.copies.CopyKind.STRING;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies into, out of and between strings. */
final class StringRules {
  private static final String TEXT = "Ljava/lang/String;";
  private static final String CHARS = "Ljava/lang/CharSequence;";

  private static final Set<String> SOURCES =
      Set.of("[B", "[C", "[I", "Ljava/lang/StringBuilder;", "Ljava/lang/StringBuffer;");

  /** Calls that return their receiver if there is nothing to change. */
  private static final Set<String> DERIVED = Set.of(
      "substring",
      "concat",
      "trim",
      "strip",
      "stripLeading",
      "stripTrailing",
      "stripIndent",
      "translateEscapes",
      "toLowerCase",
      "toUpperCase",
      "repeat");

  private StringRules() {}

  static @Nullable CopyRule match(Call call) {
    return switch (call.owner()) {
      case "java/lang/String" -> ofString(call, call.parameters());
      case "java/lang/StringBuilder", "java/lang/StringBuffer" ->
        ofNames(call, Set.of("toString", "substring", "subSequence"));
      case "java/util/StringJoiner", "java/io/StringWriter", "java/io/ByteArrayOutputStream" ->
        ofNames(call, Set.of("toString"));
      default -> null;
    };
  }

  /** String concatenation that the compiler leaves to the JVM. */
  static CopyRule concatenation() {
    return CopyRule.result(STRING);
  }

  private static @Nullable CopyRule ofNames(Call call, Set<String> names) {
    return names.contains(call.name()) ? CopyRule.result(STRING) : null;
  }

  private static @Nullable CopyRule ofString(Call call, List<String> parameters) {
    if (call.isConstructor()) {
      return !parameters.isEmpty() && SOURCES.contains(parameters.get(0))
          ? CopyRule.result(STRING)
          : null;
    }
    if (parameters.size() <= 1 && DERIVED.contains(call.name())) {
      return CopyRule.changed(STRING);
    }
    return switch (call.name()) {
      case "getBytes" -> call.returnsReference() ? CopyRule.result(STRING) : null;
      case "toCharArray", "join", "copyValueOf" -> CopyRule.result(STRING);
      case "valueOf" -> parameters.get(0).equals("[C") ? CopyRule.result(STRING) : null;
      case "getChars" -> CopyRule.instead(STRING, "getChars", '(' + TEXT + "II[CII)V");
      case "substring" -> CopyRule.instead(STRING, "substring", '(' + TEXT + "III)" + TEXT);
      case "subSequence" -> CopyRule.instead(STRING, "subSequence", '(' + TEXT + "III)" + CHARS);
      case "replace" ->
        parameters.get(0).equals("C")
            ? CopyRule.instead(STRING, "replace", '(' + TEXT + "CCI)" + TEXT)
            : CopyRule.instead(STRING, "replace", '(' + TEXT + CHARS + CHARS + "I)" + TEXT);
      default -> null;
    };
  }
}
