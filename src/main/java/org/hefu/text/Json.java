package org.hefu.text;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, texts, numbers and truths as JSON that people can read, too. */
public final class Json {
  private final StringBuilder out = new StringBuilder();
  private final boolean isOneLine;

  private Json(boolean isOneLine) {
    this.isOneLine = isOneLine;
  }

  /**
   * An object of names and values in turn; one whose value is an empty {@link Optional} is left
   * out.
   */
  public static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (!(value instanceof Optional<?> maybe)) {
        object.put((String) namesAndValues[i], value);
      } else if (maybe.isPresent()) {
        object.put((String) namesAndValues[i], maybe.get());
      }
    }
    return object;
  }

  /** The value on several lines, without an end to the last. */
  public static String text(Object value) {
    return text(value, false);
  }

  /** The value on one line. */
  public static String line(Object value) {
    return text(value, true);
  }

  private static String text(Object value, boolean isOneLine) {
    Json json = new Json(isOneLine);
    json.write(value, 0);
    return json.out.toString();
  }

  private void write(@Nullable Object value, int depth) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> object(map, depth);
      case List<?> list -> list(list, depth);
      case Bilingual both -> write(object("zh", both.zh(), "en", both.en()), depth);
      case Number number -> out.append(number);
      case Boolean truth -> out.append(truth.booleanValue());
      default -> string(value.toString());
    }
  }

  private void object(Map<?, ?> map, int depth) {
    boolean flat = map.values().stream().allMatch(Json::isPlain) && map.size() <= 2;
    out.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        entries.hasNext(); ) {
      Map.Entry<?, ?> entry = entries.next();
      gap(flat, depth + 1);
      string(entry.getKey().toString());
      out.append(": ");
      write(entry.getValue(), depth + 1);
      out.append(entries.hasNext() ? "," : "");
    }
    if (!map.isEmpty()) {
      gap(flat, depth);
    }
    out.append('}');
  }

  private void list(List<?> list, int depth) {
    boolean flat = list.stream().allMatch(Json::isPlain);
    out.append('[');
    for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
      Object item = items.next();
      if (!flat) {
        gap(false, depth + 1);
      }
      write(item, depth + 1);
      out.append(items.hasNext() ? flat ? ", " : "," : "");
    }
    if (!flat) {
      gap(false, depth);
    }
    out.append(']');
  }

  private static boolean isPlain(@Nullable Object value) {
    return !(value instanceof Map || value instanceof List || value instanceof Bilingual);
  }

  private void gap(boolean flat, int depth) {
    if (flat || isOneLine) {
      out.append(' ');
    } else {
      out.append('\n').repeat(' ', 2 * depth);
    }
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          boolean paired =
              (Character.isHighSurrogate(c)
                      && i + 1 < text.length()
                      && Character.isLowSurrogate(text.charAt(i + 1)))
                  || (Character.isLowSurrogate(c)
                      && i > 0
                      && Character.isHighSurrogate(text.charAt(i - 1)));
          if (c < ' ' || c == '\u007f' || (Character.isSurrogate(c) && !paired)) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
