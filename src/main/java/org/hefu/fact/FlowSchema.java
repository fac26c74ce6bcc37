package org.hefu.fact;

import static org.hefu.text.Json.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hefu.model.Fact;
import org.hefu.model.Kind;
import org.hefu.model.Names;
import org.hefu.model.Policy;
import org.hefu.model.Type;
import org.hefu.text.Json;
import org.hefu.text.Language;

/** The JSON Schema of the flows that a policy decides: every fact, by every name it has. */
public final class FlowSchema {
  private static final List<String> UNKNOWN = List.of("unknown", "未知");

  private final Language language;
  private final Map<String, Object> kinds = new LinkedHashMap<>();

  private FlowSchema(Language language) {
    this.language = language;
  }

  /**
   * @param language of the questions that describe the facts
   */
  public static String text(Policy.Request request, Language language) {
    FlowSchema schema = new FlowSchema(language);
    Map<String, Object> properties = schema.properties(request.fields());
    Map<String, Object> part = schema.group(request.fields());
    Map<String, Object> parts =
        object(
            "description",
            Policy.Request.PARTS.in(language),
            "anyOf",
            List.of(
                object("type", "object", "additionalProperties", object("$ref", "#/$defs/part")),
                object("type", "array", "items", object("$ref", "#/$defs/part"))));
    Policy.Request.PARTS.words().forEach(w -> properties.put(w, parts));
    Map<String, Object> defs = new LinkedHashMap<>();
    defs.put("part", part);
    defs.putAll(schema.kinds);
    return Json.text(
        object(
            "$schema",
            "https://json-schema.org/draft/2020-12/schema",
            "title",
            request.names().in(language),
            "type",
            "object",
            "properties",
            properties,
            // Facts may be named from outside: "handler.kind".
            "patternProperties",
            object("\\.", true, "^\\$schema$", object("type", "string")),
            "additionalProperties",
            false,
            "allOf",
            required(request.fields()),
            "$defs",
            defs));
  }

  /**
   * Each fact that every flow states, by any of its names; a flow with parts may leave it to them.
   */
  private static List<Object> required(List<Policy.Field> fields) {
    List<Object> all = new ArrayList<>();
    for (Policy.Field field : fields) {
      if (field.fact().filter(Fact::required).isPresent()) {
        List<Object> names = new ArrayList<>();
        field.names().words().forEach(w -> names.add(object("required", List.of(w))));
        Policy.Request.PARTS.words().forEach(w -> names.add(object("required", List.of(w))));
        all.add(object("anyOf", names));
      }
    }
    return all;
  }

  private Map<String, Object> properties(List<Policy.Field> fields) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Policy.Field field : fields) {
      Object schema = field.fact().<Object>map(this::fact).orElseGet(() -> group(field));
      field.names().words().forEach(word -> properties.put(word, schema));
    }
    return properties;
  }

  private Map<String, Object> group(Policy.Field field) {
    Map<String, Object> group = object("description", field.names().in(language));
    group.putAll(group(field.fields()));
    return group;
  }

  private Map<String, Object> group(List<Policy.Field> fields) {
    return object(
        "type",
        "object",
        "properties",
        properties(fields),
        "patternProperties",
        object("\\.", true),
        "additionalProperties",
        false);
  }

  private Map<String, Object> fact(Fact fact) {
    String question = fact.question().in(language);
    Map<String, Object> schema =
        object("description", question.isEmpty() ? fact.label(language) : question);
    List<Object> choices = new ArrayList<>();
    choices.add(value(fact.type()));
    if (!fact.required()) {
      choices.add(object("type", "null"));
      choices.add(object("enum", UNKNOWN));
    }
    schema.put("anyOf", choices);
    return schema;
  }

  private Object value(Type type) {
    return switch (type) {
      case Type.Truth _ ->
          object("enum", List.of(true, false, "true", "yes", "真", "是", "false", "no", "假", "否"));
      case Type.Number _ -> either("number", "^-?\\d+(\\.\\d+)?[十百千万亿]*$");
      case Type.Date _ ->
          object("type", "string", "pattern", "^\\s*\\d{4}[-年]\\d{1,2}[-月]\\d{1,2}日?\\s*$");
      case Type.Duration _ -> either("integer", "^\\s*\\d{1,6}\\s*\\D+$");
      case Type.Words _ -> object("type", "string");
      case Type.Of(var kind) -> member(kind);
      case Type.SetOf(var kind) -> several(member(kind));
      case Type.SetOfWords _ -> several(object("type", "string"));
    };
  }

  private static Object either(String type, String pattern) {
    return object(
        "anyOf", List.of(object("type", type), object("type", "string", "pattern", pattern)));
  }

  private static Object several(Object one) {
    return object("anyOf", List.of(object("type", "array", "items", one), one));
  }

  private Object member(Kind kind) {
    Names names = kind.names();
    kinds.computeIfAbsent(
        names.name(),
        _ -> {
          List<String> words = new ArrayList<>();
          kind.members().forEach(m -> words.addAll(m.names().words()));
          return object("description", names.in(language), "enum", words);
        });
    return object("$ref", "#/$defs/" + names.name());
  }
}
