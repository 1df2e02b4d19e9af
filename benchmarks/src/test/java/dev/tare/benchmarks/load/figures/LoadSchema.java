package dev.tare.benchmarks.load.figures;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schema of a load's file. */
public final class LoadSchema {
  private LoadSchema() {}

  /** What of a text is not as the schema says. */
  public static List<String> problems(String json) throws IOException {
    String text = Files.readString(Path.of("..", "reports", "schema", "load.schema.json"));
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    return schema.validate(json, InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }
}
