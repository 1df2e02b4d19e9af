package dev.tare.scheduler.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.tare.scheduler.model.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes one document to a stream, member by member. For one thread; reused from document to
 * document by its owner, who calls {@link #begin} and {@link #end}.
 */
public final class JsonOutput {
  /** Longer stored values go to the stream past the generator's buffer, which has 8,000 bytes. */
  private static final int MOST_BUFFERED_BYTES = 2_048;

  private final OutputStream out;
  private final RawJson raw = new RawJson();
  private final char[] instant = new char[IsoInstant.CHARS];
  private @Nullable JsonGenerator generator;

  /** Writes to {@code out} and never closes or flushes it. */
  public JsonOutput(OutputStream out) {
    this.out = out;
  }

  /** A member's name, encoded once. */
  public static SerializedString name(String name) {
    return new SerializedString(name);
  }

  /** Begins a document. */
  public void begin() throws IOException {
    generator = Json.generator(out);
  }

  /** Ends it: everything is in the stream. */
  public void end() throws IOException {
    JsonGenerator ended = generator;
    if (ended != null) {
      generator = null;
      ended.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      ended.close();
    }
  }

  /** Gives up a document, whatever was written of it; does nothing after {@link #end}. */
  public void abandon() {
    JsonGenerator abandoned = generator;
    if (abandoned != null) {
      generator = null;
      abandoned.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      abandoned.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      try {
        abandoned.close(); // gives its buffers back
      } catch (IOException e) {
        // the stream is not used any more
      }
    }
  }

  /** Begins an object that is an element or the document. */
  public JsonOutput object() throws IOException {
    json().writeStartObject();
    return this;
  }

  /** Begins an object that is a member. */
  public JsonOutput object(SerializedString name) throws IOException {
    json().writeFieldName(name);
    json().writeStartObject();
    return this;
  }

  /** Ends an object. */
  public JsonOutput endObject() throws IOException {
    json().writeEndObject();
    return this;
  }

  /** Begins an array that is a member. */
  public JsonOutput array(SerializedString name) throws IOException {
    json().writeFieldName(name);
    json().writeStartArray();
    return this;
  }

  /** Ends an array. */
  public JsonOutput endArray() throws IOException {
    json().writeEndArray();
    return this;
  }

  /** An element. */
  public JsonOutput number(long value) throws IOException {
    json().writeNumber(value);
    return this;
  }

  /** An element. */
  public JsonOutput text(String value) throws IOException {
    json().writeString(value);
    return this;
  }

  /** A member. */
  public JsonOutput number(SerializedString name, long value) throws IOException {
    json().writeFieldName(name);
    json().writeNumber(value);
    return this;
  }

  /** A member; a value that is no number is null. */
  public JsonOutput number(SerializedString name, double value) throws IOException {
    json().writeFieldName(name);
    if (Double.isFinite(value)) {
      json().writeNumber(value);
    } else {
      json().writeNull();
    }
    return this;
  }

  /** A member. */
  public JsonOutput flag(SerializedString name, boolean value) throws IOException {
    json().writeFieldName(name);
    json().writeBoolean(value);
    return this;
  }

  /** A member, null if the text is absent. */
  public JsonOutput text(SerializedString name, @Nullable String value) throws IOException {
    json().writeFieldName(name);
    json().writeString(value);
    return this;
  }

  /** A member that is null. */
  public JsonOutput nothing(SerializedString name) throws IOException {
    json().writeFieldName(name);
    json().writeNull();
    return this;
  }

  /** A member: epoch milliseconds as an ISO 8601 text, null for 0. */
  public JsonOutput instant(SerializedString name, long millis) throws IOException {
    json().writeFieldName(name);
    if (millis == 0) {
      json().writeNull();
    } else if (IsoInstant.fits(millis)) {
      IsoInstant.write(millis, instant);
      json().writeString(instant, 0, instant.length);
    } else {
      json().writeString(Instant.ofEpochMilli(millis).toString());
    }
    return this;
  }

  /** A member whose value is JSON already and known to be: written as it is. */
  public JsonOutput json(SerializedString name, Bytes value) throws IOException {
    json().writeFieldName(name);
    if (value.length() <= MOST_BUFFERED_BYTES) {
      json().writeRawValue(raw.showing(value));
      raw.clear();
    } else {
      json().writeRawValue("");
      json().flush();
      out.write(value.array(), value.offset(), value.length());
    }
    return this;
  }

  /**
   * A member of stored bytes: under {@code name} as they are if they are JSON, under
   * {@code nameOfBase64} if not. Nothing if they are absent.
   */
  public JsonOutput stored(
      SerializedString name, SerializedString nameOfBase64, @Nullable Bytes value)
      throws IOException {
    if (value == null) {
      return this;
    }
    if (WellFormed.isJson(value)) {
      return json(name, value);
    }
    json().writeFieldName(nameOfBase64);
    json().writeBinary(value.array(), value.offset(), value.length());
    return this;
  }

  private JsonGenerator json() {
    JsonGenerator open = generator;
    if (open == null) {
      throw new IllegalStateException("begin a document first");
    }
    return open;
  }
}
