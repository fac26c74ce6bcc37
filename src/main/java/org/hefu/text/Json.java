package org.hefu.text;

import java.util.Collection;
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
      case Bilingual both -> bilingual(both, depth);
      case Number number -> out.append(number);
      case Boolean truth -> out.append(truth.booleanValue());
      default -> string(value.toString());
    }
  }

  private void object(Map<?, ?> map, int depth) {
    boolean flat = map.size() <= 2 && arePlain(map.values());
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

  private void bilingual(Bilingual both, int depth) {
    out.append('{');
    gap(true, depth);
    out.append("\"zh\": ");
    string(both.zh());
    out.append(",");
    gap(true, depth);
    out.append("\"en\": ");
    string(both.en());
    gap(true, depth);
    out.append('}');
  }

  private void list(List<?> list, int depth) {
    boolean flat = arePlain(list);
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

  private static boolean arePlain(Collection<?> values) {
    for (Object value : values) {
      if (value instanceof Map || value instanceof List || value instanceof Bilingual) {
        return false;
      }
    }
    return true;
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
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPlain(c)) {
        String escaped = escaped(text, i);
        if (!escaped.isEmpty()) {
          out.append(text, written, i).append(escaped);
          written = i + 1;
        }
      }
    }
    if (written == 0) {
      out.append(text).append('"');
    } else {
      out.append(text, written, text.length()).append('"');
    }
  }

  /** Does the character stand for itself, whatever stands beside it? */
  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\' && c != '\u007f' && !Character.isSurrogate(c);
  }

  /** What stands for a character that cannot stand for itself; empty for most. */
  private static String escaped(String text, int at) {
    char c = text.charAt(at);
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          c < ' ' || c == '\u007f' || (Character.isSurrogate(c) && !isPaired(text, at))
              ? "\\u%04x".formatted((int) c)
              : "";
    };
  }

  private static boolean isPaired(String text, int at) {
    char c = text.charAt(at);
    return Character.isHighSurrogate(c)
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
