package org.hefu;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The published JSON Schemas, and what does not follow them. */
public final class Schemas {
  private static final Path FOLDER = Path.of("docs/schema");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(Schemas::published));
  private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

  private Schemas() {}

  /** What in the JSON does not follow the schema; nothing if all does. */
  public static List<String> errors(String schema, String json) throws IOException {
    String text = Files.readString(FOLDER.resolve(schema + ".schema.json"));
    return READ
        .computeIfAbsent(schema, _ -> REGISTRY.getSchema(text, InputFormat.JSON))
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  /** What one of them says, by its address; none for others. */
  private static @Nullable String published(String address) {
    Path file = FOLDER.resolve(address.substring(address.lastIndexOf('/') + 1));
    try {
      return Files.exists(file) ? Files.readString(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same for a schema that is given by its text. */
  public static List<String> against(String schema, String json) {
    return REGISTRY.getSchema(schema, InputFormat.JSON).validate(json, InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }
}
