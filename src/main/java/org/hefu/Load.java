package org.hefu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hefu.check.Check;
import org.hefu.check.Checked;
import org.hefu.check.Meaning;
import org.hefu.check.Uses;
import org.hefu.model.Policy;
import org.hefu.parse.Parse;
import org.hefu.parse.Parsed;
import org.hefu.parse.ReadCell;
import org.hefu.parse.ReadTable;
import org.hefu.problem.Code;
import org.hefu.problem.Problem;
import org.hefu.problem.ReadFile;
import org.hefu.syntax.Declaration;
import org.hefu.syntax.Module;
import org.hefu.text.DeepStack;
import org.hefu.text.Source;
import org.hefu.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Brings policies in: the files given, the library modules they use, and what they mean together.
 */
public final class Load {
  /** The module that gathers the law of the library. */
  private static final String LIBRARY = "library";

  /** The module in which the library declares its request. */
  private static final String VOCABULARY = "hefu.flow";

  /**
   * What was loaded: the policy, unless something is wrong, the modules of the given files, and
   * every problem in order.
   */
  public record Loaded(Optional<Policy> policy, List<Module> modules, List<Problem> problems) {}

  /** What the library's files say never changes while the program runs: each is read once. */
  private static final Map<String, Parsed> LIBRARY_MODULES = new ConcurrentHashMap<>();

  private static final Map<String, Boolean> LIBRARY_NAMES = new ConcurrentHashMap<>();

  private final List<Module> given = new ArrayList<>();

  /** Modules of the library that are still to be brought in. */
  private final Deque<String> wanted = new ArrayDeque<>();

  private final List<Module> modules = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final Tables tables = new Tables(problems);

  /** Where the sources of files lie. */
  private final IdentityHashMap<Source, Path> files = new IdentityHashMap<>();

  private Load() {}

  /**
   * The policy that files state, as {@link #paths} says, to decide with: what was checked before
   * and has not changed is not read and checked again. Warnings are left out.
   */
  public static Loaded ready(List<Path> paths, boolean withLibrary) {
    Load load = new Load();
    List<Source> sources = new ArrayList<>();
    for (Path path : paths) {
      load.sources(path, sources);
    }
    return load.ready(sources, sources, withLibrary);
  }

  /** The policy that texts state, to decide with, as {@link #ready} says of files. */
  public static Loaded readyTexts(List<Source> sources, boolean withLibrary) {
    Load load = new Load();
    return load.ready(load.policies(sources), sources, withLibrary);
  }

  private Loaded ready(List<Source> policies, List<Source> given, boolean withLibrary) {
    if (!problems.isEmpty()) {
      return all(policies, withLibrary);
    }
    if (given.isEmpty() && withLibrary) {
      return Library.policy().map(Load::kept).orElseGet(() -> all(policies, true));
    }
    byte[] program = Library.program();
    Optional<Kept> cache = program.length == 0 ? Optional.empty() : Kept.own(System.getenv());
    byte[] key = Kept.key(program, given, withLibrary);
    Optional<Policy> kept = cache.flatMap(c -> c.find(key));
    if (kept.isPresent()) {
      return kept(kept.get());
    }
    Loaded loaded = all(policies, withLibrary);
    loaded.policy().ifPresent(p -> cache.ifPresent(c -> c.keep(key, p, tables.files())));
    return loaded;
  }

  private static Loaded kept(Policy policy) {
    return new Loaded(Optional.of(policy), List.of(), List.of());
  }

  /**
   * The policy that files, and the {@code .hefu} files below directories, state.
   *
   * @param withLibrary with the library's law beside them; without it they stand alone, but for the
   *     modules they use. A policy with a {@code request} of its own always stands alone.
   */
  public static Loaded paths(List<Path> paths, boolean withLibrary) {
    return paths(paths, List.of(), withLibrary);
  }

  /** The policy that files and, beside them, the texts of further modules state. */
  public static Loaded paths(List<Path> paths, List<Source> further, boolean withLibrary) {
    Load load = new Load();
    List<Source> sources = new ArrayList<>(further);
    for (Path path : paths) {
      load.sources(path, sources);
    }
    return load.all(sources, withLibrary);
  }

  /**
   * The policy that texts state. One whose name ends in {@code .csv} or {@code .json} is a table,
   * for the lists that ask for it under its name as seen from theirs.
   */
  public static Loaded texts(List<Source> sources, boolean withLibrary) {
    Load load = new Load();
    return load.all(load.policies(sources), withLibrary);
  }

  /** Those among the texts that are policies; the others are tables. */
  private List<Source> policies(List<Source> sources) {
    List<Source> policies = new ArrayList<>();
    for (Source source : sources) {
      if (ReadTable.isTable(source.name())) {
        tables.give(source);
      } else {
        policies.add(source);
      }
    }
    return policies;
  }

  /** A module that is open in an editor, and the file that it is the text of. */
  public record Opened(Parsed parsed, Path file) {}

  /** What was loaded, and what names stand for in it, whatever is wrong with it. */
  public record Studied(Loaded loaded, Meaning meaning) {}

  /**
   * The policy that modules state which have been read already, with the library's law and what is
   * surely not meant in them.
   */
  public static Studied opened(List<Opened> modules) {
    return opened(modules, true);
  }

  /** As far as names go: with what the modules use of the library, and without advice. */
  public static Studied named(List<Opened> modules) {
    return opened(modules, false);
  }

  private static Studied opened(List<Opened> modules, boolean whole) {
    Load load = new Load();
    for (Opened each : modules) {
      load.give(each.parsed(), each.file());
    }
    if (!whole && load.given.stream().noneMatch(Load::declaresRequest)) {
      load.wanted.add(VOCABULARY);
    }
    Checked checked = load.check(whole, whole, Uses.kept());
    return new Studied(load.loaded(checked), checked.meaning());
  }

  /** Reads the library's request before it is needed. */
  public static void vocabulary() {
    LIBRARY_MODULES.computeIfAbsent(VOCABULARY, Load::read);
  }

  /** Does a module of the library have that name? */
  public static boolean isOfLibrary(String module) {
    return LIBRARY_NAMES.computeIfAbsent(
        module, name -> Load.class.getClassLoader().getResource(resource(name)) != null);
  }

  private void sources(Path path, List<Source> sources) {
    List<Path> files = Files.isDirectory(path) ? below(path) : List.of(path);
    for (Path file : files) {
      ReadFile.Read read = ReadFile.at(file);
      problems.addAll(read.problems());
      if (read.problems().stream().noneMatch(p -> p.code() == Code.CANNOT_READ)) {
        sources.add(read.source());
        this.files.put(read.source(), file);
      }
    }
  }

  private List<Path> below(Path directory) {
    try (Stream<Path> walk = Files.walk(directory)) {
      List<Path> files =
          walk.filter(f -> f.toString().endsWith(".hefu") && Files.isRegularFile(f))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        // Whoever names a folder of policies counts on there being some.
        Source source = new Source(directory.toString(), "");
        problems.add(
            Problem.of(Code.CANNOT_READ, source.span(0, 0), new Problem.Phrase("no-policies")));
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      Source source = new Source(directory.toString(), "");
      problems.add(Problem.of(Code.CANNOT_READ, source.span(0, 0), String.valueOf(e.getMessage())));
      return List.of();
    }
  }

  private Loaded all(List<Source> sources, boolean withLibrary) {
    for (Source source : sources) {
      give(Parse.file(source), files.get(source));
    }
    return loaded(check(withLibrary, true, Uses.untold()));
  }

  private void give(Parsed parsed, @Nullable Path file) {
    Module module = add(parsed);
    given.add(module);
    if (file == null) {
      tables.amongTexts(module);
    } else {
      tables.besideFile(module, file);
    }
  }

  private Checked check(boolean withLibrary, boolean withAdvice, Uses uses) {
    guardLibrary();
    boolean alone = given.stream().anyMatch(Load::declaresRequest);
    if (withLibrary && !alone) {
      wanted.add(LIBRARY);
    }
    modules.forEach(m -> m.uses().forEach(u -> wanted.add(u.toString())));
    while (!wanted.isEmpty()) {
      String name = wanted.remove();
      if (!known.contains(name)) {
        fromLibrary(name).ifPresent(m -> m.uses().forEach(u -> wanted.add(u.toString())));
      }
    }
    // What could not be read may hold the very thing that advice would miss.
    Set<Source> advised =
        !withAdvice || problems.stream().anyMatch(Problem::isError)
            ? Set.of()
            : given.stream().map(Module::source).collect(Collectors.toSet());
    return DeepStack.call(() ->
        Check.modules(
            modules,
            tables.tables(),
            cell -> ReadCell.value(cell, problems),
            advised,
            Parse::word,
            uses));
  }

  private Loaded loaded(Checked checked) {
    Set<Span> glued =
        problems.stream()
            .filter(p -> p.code() == Code.GLUED_KEYWORD)
            .map(Problem::span)
            .collect(Collectors.toSet());
    // That such a name is unknown is no news.
    checked.problems().stream().filter(p -> !glued.contains(p.span())).forEach(problems::add);
    problems.sort(null);
    boolean sound = problems.stream().noneMatch(Problem::isError);
    return new Loaded(
        sound ? checked.policy() : Optional.empty(), List.copyOf(given), List.copyOf(problems));
  }

  /**
   * A module that takes the name of one of the library's would silently stand in for law. It may,
   * where the library itself is loaded from its files: then its vocabulary is among them.
   */
  private void guardLibrary() {
    if (given.stream().anyMatch(m -> name(m).equals(VOCABULARY))) {
      return;
    }
    for (Module module : given) {
      if (module.name().isPresent()
          && isOfLibrary(name(module))
          && isOtherThanLibrary(name(module), module.source())) {
        problems.add(Problem.of(Code.LIBRARY_NAME, module.name().get().span(), name(module)));
      }
    }
  }

  private static String name(Module module) {
    return module.name().map(Object::toString).orElse("");
  }

  private static boolean isOtherThanLibrary(String name, Source source) {
    try (InputStream in = Load.class.getClassLoader().getResourceAsStream(resource(name))) {
      return in != null && !ReadFile.from(name, in).source().text().equals(source.text());
    } catch (IOException unreadable) {
      return true;
    }
  }

  private static String resource(String module) {
    return "stdlib/" + module.replace('.', '/') + ".hefu";
  }

  private static boolean declaresRequest(Module module) {
    return module.declarations().stream()
        .anyMatch(d -> d instanceof Declaration.Record r && r.request());
  }

  private Module add(Parsed parsed) {
    problems.addAll(parsed.problems());
    modules.add(parsed.module());
    parsed.module().name().ifPresent(n -> known.add(n.toString()));
    return parsed.module();
  }

  /** A module of the library as it was read. */
  private Module take(Parsed parsed) {
    Module module = add(parsed);
    tables.besideResource(module);
    return module;
  }

  private Optional<Module> fromLibrary(String name) {
    known.add(name);
    try {
      return Optional.ofNullable(LIBRARY_MODULES.computeIfAbsent(name, Load::read)).map(this::take);
    } catch (UncheckedIOException e) {
      Source source = new Source(resource(name), "");
      Throwable cause = e.getCause();
      String why = String.valueOf(cause == null ? null : cause.getMessage());
      problems.add(Problem.of(Code.CANNOT_READ, source.span(0, 0), why));
      return Optional.empty();
    }
  }

  /** Null where the library has no such module. */
  private static @Nullable Parsed read(String name) {
    String resource = resource(name);
    try (InputStream in = Load.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null ? null : Parse.file(ReadFile.from(resource, in).source());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
