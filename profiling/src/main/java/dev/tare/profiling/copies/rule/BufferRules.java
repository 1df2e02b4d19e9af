package dev.tare.profiling.copies.rule;

import static dev.tare.profiling.copies.CopyKind.BUFFER;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bulk copies into and out of buffers. */
final class BufferRules {
  private static final String BYTES = "java/io/ByteArrayOutputStream";

  private static final Map<String, Integer> ELEMENT_BYTES = Map.of(
      "java/nio/ByteBuffer", 1,
      "java/nio/MappedByteBuffer", 1,
      "java/nio/CharBuffer", 2,
      "java/nio/ShortBuffer", 2,
      "java/nio/IntBuffer", 4,
      "java/nio/FloatBuffer", 4,
      "java/nio/LongBuffer", 8,
      "java/nio/DoubleBuffer", 8);

  private BufferRules() {}

  static @Nullable CopyRule match(Call call) {
    if (call.owner().equals(BYTES)) {
      return ofBytes(call);
    }
    Integer elementBytes = ELEMENT_BYTES.get(call.owner());
    if (elementBytes == null) {
      return null;
    }
    return switch (call.name()) {
      case "put", "get" -> ofBuffer(call.parameters(), elementBytes);
      case "compact" -> CopyRule.last(BUFFER, "buffer");
      default -> null;
    };
  }

  /** Absolute puts of one element end in a number too, but have no source that is a reference. */
  private static @Nullable CopyRule ofBuffer(List<String> parameters, int elementBytes) {
    if (parameters.stream().noneMatch(Call::isReference)) {
      return null;
    }
    String last = parameters.get(parameters.size() - 1);
    if (last.equals("I")) {
      return parameters.contains("Ljava/lang/String;")
          ? CopyRule.lastTwo(BUFFER, "chars", "II")
          : CopyRule.run(BUFFER, elementBytes);
    }
    return CopyRule.last(
        BUFFER,
        last.startsWith("[") ? "array" : last.equals("Ljava/lang/String;") ? "chars" : "buffer");
  }

  private static @Nullable CopyRule ofBytes(Call call) {
    return switch (call.name()) {
      case "toByteArray" -> CopyRule.result(BUFFER);
      case "writeBytes" -> CopyRule.last(BUFFER, "array");
      case "write" ->
        switch (call.descriptor()) {
          case "([B)V" -> CopyRule.last(BUFFER, "array");
          case "([BII)V" -> CopyRule.run(BUFFER, 1);
          default -> null;
        };
      default -> null;
    };
  }
}
