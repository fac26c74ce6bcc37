package org.hefu.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hefu.Load;
import org.hefu.fact.ReadFlow;
import org.hefu.grant.ReadGrants;
import org.hefu.model.Policy;
import org.hefu.parse.Parse;
import org.hefu.problem.ProblemPage.Example;
import org.hefu.problem.ProblemPage.Role;
import org.hefu.text.Language;
import org.hefu.text.Source;
import org.hefu.text.Width;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every problem has a page, whose wrong example has it and whose right one has not. */
class PagesTest {
  private static final Path FOLDER = Path.of("docs/problems");
  private static final Pattern TOPIC = Pattern.compile("(?m)^  // .+\n  ([A-Z0-9_]+)");

  /** So that `hefu explain` lists a problem on one line of a terminal. */
  private static final int SUMMARY = 76;

  /** So that an example, set in, fits a terminal. */
  private static final int EXAMPLE = 96;

  /** So many times stands what is meant to stand there many times. */
  private static final int MANY = 1000;

  private static final Policy LIBRARY = Load.texts(List.of(), true).policy().orElseThrow();

  @Test
  void everyProblemHasAPageAndEveryPageAProblem() throws IOException {
    Set<String> pages = new TreeSet<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      files.map(f -> f.getFileName().toString()).forEach(pages::add);
    }
    assertEquals(
        Arrays.stream(Code.values())
            .map(c -> c.id() + ".md")
            .collect(Collectors.toCollection(TreeSet::new)),
        pages);
  }

  @TestFactory
  Stream<DynamicTest> pages() {
    return Arrays.stream(Code.values())
        .map(code ->
            DynamicTest.dynamicTest(
                code.id(), FOLDER.resolve(code.id() + ".md").toUri(), () -> page(code)));
  }

  /** The comments of {@link Code} part the codes as the topics do. */
  @Test
  void topicsAreThoseOfTheCodes() throws IOException {
    Matcher firsts =
        TOPIC.matcher(Files.readString(Path.of("src/main/java/org/hefu/problem/Code.java")));
    assertEquals(
        firsts.results().map(r -> Code.valueOf(r.group(1))).toList(),
        Arrays.stream(Topic.values()).map(t -> t.codes().getFirst()).toList());
  }

  private static void page(Code code) {
    ProblemPage page = ProblemPage.of(code);
    readsWell(page);
    Set<Code> wrong = codes(page, Role.WRONG);
    assertTrue(wrong.contains(code), () -> "the wrong example gives " + wrong);
    wrong.removeIf(c -> c.severity() == Severity.WARNING || c == code);
    assertEquals(also(page), wrong, "beside it, the wrong example gives");
    Set<Code> right = codes(page, Role.RIGHT);
    assertFalse(right.contains(code), "the right example has the problem, too");
    right.removeIf(c -> c.severity() == Severity.WARNING);
    assertEquals(Set.of(), right, "the right example gives");
  }

  private static void readsWell(ProblemPage page) {
    for (Language language : Language.values()) {
      String summary = page.summary().in(language);
      String end = language == Language.ZH ? "。" : ".";
      assertTrue(summary.endsWith(end) && Width.of(summary) <= SUMMARY, summary);
      assertTrue(page.text().in(language).endsWith(end), () -> page.text().in(language));
    }
    for (Role role : List.of(Role.WRONG, Role.RIGHT)) {
      assertTrue(page.examples().stream().anyMatch(e -> e.role() == role), role.toString());
    }
    for (Example each : page.examples()) {
      assertTrue(each.text().lines().allMatch(l -> Width.of(l) <= EXAMPLE), each.text());
    }
  }

  private static Set<Code> also(ProblemPage page) {
    return page.examples().stream()
        .flatMap(e -> e.remarks().stream())
        .filter(r -> r.startsWith("also="))
        .flatMap(r -> Arrays.stream(r.substring("also=".length()).split(",")))
        .map(id -> Arrays.stream(Code.values()).filter(c -> c.id().equals(id)).findFirst())
        .map(code -> code.orElseThrow())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Code> codes(ProblemPage page, Role role) {
    List<Example> examples =
        page.examples().stream().filter(e -> e.role() == role || e.role() == Role.BOTH).toList();
    boolean withLibrary = examples.stream().noneMatch(e -> e.remarks().contains("no-library"));
    List<Source> policies = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<Example> flows = new ArrayList<>();
    List<Example> grants = new ArrayList<>();
    for (Example each : examples) {
      switch (each.language()) {
        case "hefu" -> policies.add(new Source(policies.size() + 1 + ".hefu", policy(each)));
        case "csv" -> policies.add(new Source("list.csv", each.text()));
        case "json", "yaml" -> flows.add(each);
        case "jsonl" -> grants.add(each);
        case "path" ->
            problems.addAll(
                Load.paths(List.of(Path.of(each.text().strip())), withLibrary).problems());
        case "bytes" -> {
          byte[] bytes = HexFormat.of().parseHex(each.text().replaceAll("\\s", ""));
          ReadFile.Read read = ReadFile.from("bytes.hefu", new ByteArrayInputStream(bytes));
          problems.addAll(read.problems());
          policies.add(read.source());
        }
        default -> throw new IllegalArgumentException("nothing runs " + each.language());
      }
    }
    Load.Loaded loaded = policies.isEmpty() ? null : Load.texts(policies, withLibrary);
    if (loaded != null) {
      problems.addAll(loaded.problems());
    }
    Policy policy = loaded == null ? LIBRARY : loaded.policy().orElse(LIBRARY);
    for (Example flow : flows) {
      Source source = new Source("flow." + flow.language(), flow.text());
      problems.addAll(ReadFlow.file(source, flow.language().equals("yaml"), policy).problems());
    }
    for (Example each : grants) {
      problems.addAll(grants(each, policy));
    }
    return problems.stream().map(Problem::code).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Problem> grants(Example example, Policy policy) {
    String text = example.remarks().contains("many") ? example.text().repeat(MANY) : example.text();
    try {
      Path file = Files.createTempFile("grants", ".jsonl");
      Files.writeString(file, text);
      List<Problem> problems = ReadGrants.file(file, policy, _ -> {}).problems();
      Files.delete(file);
      return problems;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is meant by an ellipsis between brackets is too long for a page. */
  private static String policy(Example example) {
    return example.remarks().contains("deep")
        ? example
            .text()
            .replace("((…((", "(".repeat(Parse.DEEPEST + 1))
            .replace("))…))", ")".repeat(Parse.DEEPEST + 1))
        : example.text();
  }
}
