package org.hefu.lsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.hefu.problem.ReadFile;
import org.hefu.text.Source;

/** Every text there is, as the editor has it where it is open and as the disk has it elsewhere. */
final class Texts {
  /** Folders in which nobody keeps policies, and in which there may be very many files. */
  private static final Set<String> PASSED_OVER = Set.of("node_modules", "target", "build", "out");

  private static final int MOST = 5_000;

  private final Map<String, Text> all = new LinkedHashMap<>();

  /** All texts at this moment, by their uri; what is handed out never changes. */
  synchronized Map<String, Text> now() {
    return new LinkedHashMap<>(all);
  }

  synchronized Optional<Text> at(String uri) {
    return Optional.ofNullable(all.get(Uris.same(uri)));
  }

  synchronized void open(String uri, int version, String text) {
    put(uri, version, new Source(name(uri), text));
  }

  synchronized void change(String uri, int version, List<TextDocumentContentChangeEvent> changes) {
    Text before = all.get(Uris.same(uri));
    if (before == null) {
      put(uri, version, Edit.apply(new Source(name(uri), ""), changes));
    } else {
      Source source = Edit.apply(before.source(), changes);
      all.put(Uris.same(uri), before.changed(OptionalInt.of(version), source));
    }
  }

  private void put(String uri, int version, Source source) {
    String same = Uris.same(uri);
    all.put(same, new Text(uri, Uris.path(uri), OptionalInt.of(version), source));
  }

  synchronized void close(String uri) {
    all.remove(Uris.same(uri));
    if (Uris.isFile(uri)) {
      read(Uris.path(uri));
    }
  }

  /** Something happened to a file on the disk. */
  synchronized void touched(String uri) {
    String same = Uris.same(uri);
    Text known = all.get(same);
    if (known == null || !known.isOpen()) {
      all.remove(same);
      read(Uris.path(uri));
    }
  }

  /** Takes in the policies below a folder. */
  void folder(Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(folder, new Finder(files));
    } catch (IOException | UncheckedIOException e) {
      // What cannot be looked into holds nothing that could be shown.
    }
    files.sort(null);
    for (Path file : files) {
      synchronized (this) {
        if (!all.containsKey(Uris.of(file))) {
          read(file);
        }
      }
    }
  }

  synchronized void withoutFolder(Path folder) {
    all.values().removeIf(t -> !t.isOpen() && t.path().startsWith(folder));
  }

  private void read(Path file) {
    if (Uris.isPolicy(file) && Files.isRegularFile(file)) {
      String uri = Uris.of(file);
      all.put(uri, new Text(uri, file, OptionalInt.empty(), ReadFile.at(file).source()));
    }
  }

  static List<Text> policies(Collection<Text> texts) {
    return texts.stream().filter(t -> Uris.isPolicy(t.path()) || !Uris.isFile(t.uri())).toList();
  }

  private static String name(String uri) {
    return Uris.isFile(uri) ? Uris.path(uri).toString() : uri;
  }

  private static final class Finder extends SimpleFileVisitor<Path> {
    private final List<Path> files;

    Finder(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      Path name = folder.getFileName();
      boolean passed =
          name != null
              && (name.toString().startsWith(".") || PASSED_OVER.contains(name.toString()));
      return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (Uris.isPolicy(file)) {
        files.add(file);
      }
      return files.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
