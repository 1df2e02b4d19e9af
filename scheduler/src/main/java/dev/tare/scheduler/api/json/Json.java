package dev.tare.scheduler.api.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.tare.scheduler.model.Bytes;
import java.io.IOException;
import java.io.OutputStream;

/** The one way in which this API reads and writes JSON. */
final class Json {
  /** Deeper documents are refused: nobody nests by hand that far. */
  static final int MAX_DEPTH = 64;

  /** Names come from clients, so none is interned; a name that comes twice is an error. */
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .streamReadConstraints(
          StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
      .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
      .recyclerPool(JsonRecyclerPools.threadLocalPool())
      .build();

  private Json() {}

  static JsonParser parser(Bytes text) throws IOException {
    return FACTORY.createParser(text.array(), text.offset(), text.length());
  }

  static JsonGenerator generator(OutputStream out) throws IOException {
    return FACTORY.createGenerator(out, JsonEncoding.UTF8);
  }
}
