package org.hefu;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hefu.parse.ReadTable;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.Problem.Phrase;
import org.hefu.problem.ReadFile;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Module;
import org.hefu.syntax.Property;
import org.hefu.syntax.Table;
import org.hefu.text.Source;
import org.hefu.text.Span;

/** Brings in the files of the lists that modules declare. */
final class Tables {
  private static final Set<String> FILE = Set.of("file", "文件");

  private final Map<String, Source> given = new HashMap<>();
  private final List<Problem> problems;
  private final List<Table> tables = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();

  Tables(List<Problem> problems) {
    this.problems = problems;
  }

  List<Table> tables() {
    return tables;
  }

  /** The files among them that do not belong to the library. */
  List<Path> files() {
    return List.copyOf(files);
  }

  /** A table that was given as a text, under its name. */
  void give(Source table) {
    given.put(table.name(), table);
  }

  /** Reads what the lists of the module ask for, beside the file that it was read from. */
  void besideFile(Module module, Path file) {
    read(
        module,
        name -> {
          Path table = file.resolveSibling(name);
          files.add(table);
          return ReadFile.at(table);
        });
  }

  void besideResource(Module module) {
    read(module, name -> resource(module.source().name(), name));
  }

  /** Among the texts that were given, for a module that was given as a text. */
  void amongTexts(Module module) {
    read(
        module,
        name -> {
          Source table = given.get(resolved(module.source().name(), name));
          return table == null
              ? failed(name, new Phrase("no-such-text"))
              : new ReadFile.Read(table, List.of());
        });
  }

  private void read(Module module, Function<String, ReadFile.Read> file) {
    for (Declaration declaration : module.declarations()) {
      if (declaration instanceof Declaration.Listing list) {
        list.properties().stream()
            .filter(p -> FILE.contains(p.key().text()) && p.values().size() == 1)
            .forEach(p -> read(p, file));
      }
    }
  }

  private void read(Property property, Function<String, ReadFile.Read> file) {
    if (!(property.values().getFirst() instanceof Property.Value.Words(var place, var text))) {
      return; // The check says so.
    }
    String name = text.value().zh();
    if (!ReadTable.isTable(name) || isElsewhere(name)) {
      problems.add(
          Problem.of(
              Code.WRONG_PROPERTY, place, property.key().text(), new Phrase("a-table-file")));
      return;
    }
    try {
      ReadFile.Read read = file.apply(name);
      for (Problem each : read.problems()) {
        boolean unread = each.code() == Code.CANNOT_READ;
        problems.add(unread ? Problem.of(Code.CANNOT_READ, place, each.args().toArray()) : each);
        if (unread) {
          return;
        }
      }
      table(read.source(), property.span());
    } catch (InvalidPathException e) {
      problems.add(Problem.of(Code.CANNOT_READ, place, new Phrase("no-such-file")));
    }
  }

  private void table(Source source, Span asked) {
    Optional<Table> table = ReadTable.of(source, asked, problems);
    table.ifPresent(tables::add);
  }

  /**
   * What lies at a fixed place or on another machine would make a policy mean another thing there.
   */
  private static boolean isElsewhere(String name) {
    return name.startsWith("/") || name.startsWith("\\") || name.contains(":");
  }

  private static ReadFile.Read resource(String module, String name) {
    String resource = resolved(module, name);
    try (InputStream in = Tables.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null
          ? failed(resource, new Phrase("no-such-file"))
          : ReadFile.from(resource, in);
    } catch (IOException e) {
      return failed(resource, String.valueOf(e.getMessage()));
    }
  }

  private static ReadFile.Read failed(String name, Object why) {
    Source empty = new Source(name, "");
    return new ReadFile.Read(empty, List.of(Problem.of(Code.CANNOT_READ, empty.span(0, 0), why)));
  }

  /** The name beside that of a module, {@code /} between folders. */
  private static String resolved(String module, String name) {
    List<String> path = new ArrayList<>(List.of(module.split("/", -1)));
    path.removeLast();
    for (String part : name.split("/", -1)) {
      if (part.equals("..") && !path.isEmpty()) {
        path.removeLast();
      } else if (!part.equals(".")) {
        path.add(part);
      }
    }
    return String.join("/", path);
  }
}
