package org.hefu.syntax;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hefu.text.Source;
import org.hefu.text.Span;

/**
 * Syntax as indented text, without the places it stands in: two texts that say the same have the
 * same outline.
 */
public final class Outline {
  private Outline() {}

  public static String of(Module module) {
    StringBuilder out = new StringBuilder();
    write(out, module, 0);
    return out.toString();
  }

  private static void write(StringBuilder out, Object value, int depth) {
    switch (value) {
      case Span _, Source _ -> {}
      case Name name -> line(out, depth, name.text());
      case Path path -> line(out, depth, path.toString());
      case List<?> list -> list.forEach(each -> write(out, each, depth));
      case Optional<?> maybe -> maybe.ifPresent(each -> write(out, each, depth));
      case OptionalLong maybe -> maybe.ifPresent(each -> line(out, depth, Long.toString(each)));
      case Record tree -> {
        line(out, depth, tree.getClass().getSimpleName());
        for (RecordComponent component : tree.getClass().getRecordComponents()) {
          write(out, read(component, tree), depth + 1);
        }
      }
      default -> line(out, depth, value.toString());
    }
  }

  private static Object read(RecordComponent component, Record of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static void line(StringBuilder out, int depth, String text) {
    out.repeat(' ', 2 * depth).append(text).append('\n');
  }
}
