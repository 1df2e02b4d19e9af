package dev.tare.scheduler.api.json;

import dev.tare.scheduler.model.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON merge patch (RFC 7396) over encoded objects. What a patch does not name is copied as it is
 * written, its order and its numbers included.
 */
public final class MergePatch {
  private static final Bytes EMPTY = Bytes.of(new byte[] {'{', '}'});
  private static final Bytes NULL = Bytes.of("null".getBytes(StandardCharsets.US_ASCII));

  private MergePatch() {}

  /** A member as it is written, its name with the quotes. */
  private record Member(Bytes name, Bytes value) {}

  /**
   * The target with the patch applied.
   *
   * @param target a JSON object
   * @param patch a JSON object, checked already
   */
  public static Bytes apply(Bytes target, Bytes patch) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(target.length() + patch.length());
    merge(target, patch, out);
    return Bytes.of(out.toByteArray());
  }

  private static void merge(Bytes target, Bytes patch, ByteArrayOutputStream out) {
    if (!isObject(patch)) {
      write(patch, out);
      return;
    }
    Map<String, Member> changes = members(patch);
    Map<String, Member> kept = isObject(target) ? members(target) : Map.of();
    int separator = '{';
    for (Map.Entry<String, Member> entry : kept.entrySet()) {
      Member member = entry.getValue();
      Member change = changes.remove(entry.getKey());
      if (change == null) {
        writeName(separator, member, out);
        write(member.value(), out);
        separator = ',';
      } else if (!change.value().equals(NULL)) {
        writeName(separator, member, out);
        merge(member.value(), change.value(), out);
        separator = ',';
      }
    }
    for (Member added : changes.values()) {
      if (!added.value().equals(NULL)) {
        writeName(separator, added, out);
        merge(EMPTY, added.value(), out);
        separator = ',';
      }
    }
    if (separator == '{') {
      out.write('{');
    }
    out.write('}');
  }

  private static Map<String, Member> members(Bytes object) {
    Map<String, Member> members = new LinkedHashMap<>();
    try (JsonBody body = JsonBody.open(object, true)) {
      for (String name = body.next(); name != null; name = body.next()) {
        members.put(name, new Member(body.nameAsWritten(), body.raw()));
      }
    }
    return members;
  }

  private static boolean isObject(Bytes value) {
    int first = 0;
    while (first < value.length() && value.at(first) <= ' ') {
      first++;
    }
    return first < value.length() && value.at(first) == '{';
  }

  private static void writeName(int separator, Member member, ByteArrayOutputStream out) {
    out.write(separator);
    write(member.name(), out);
    out.write(':');
  }

  private static void write(Bytes value, ByteArrayOutputStream out) {
    out.write(value.array(), value.offset(), value.length());
  }
}
