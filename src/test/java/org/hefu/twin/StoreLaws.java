package org.hefu.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.hefu.Load;
import org.hefu.decide.Decision;
import org.hefu.decide.Granted;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.grant.ReadGrants;
import org.hefu.model.Policy;
import org.hefu.problem.Problem;
import org.hefu.text.Source;
import tools.jackson.databind.json.JsonMapper;

/** Grants decide the same wherever they stand, in a policy or in a file. */
class StoreLaws {
  private static final int FLOWS = 20;

  private static final String BASE =
      """
      module base
      kind Act tree { a0 { a1 { a2 } a3 } a4 }
      kind Stage { planned（拟议） completed（已完成） }
      kind Purpose tree { p0 { p1 p2 { p3 } } p4 }
      kind Region tree { r0 { r1 r2 } r3 }
      request Flow {
        act: Act required
        on: date required
        stage: Stage
        holder: string
        dataset: string
        aims: AIMS
        place: Region
        mark: boolean
      }
      role grantee = holder
      role data = dataset
      role purpose = aims
      role territory = place
      instrument "某法" { rank: law in_force: 2000-01-01 .. }
      rule banned (art 1) { forbid a0, a4 unless grant }
      rule assumed (art 2) { presume dataset is "甲/一" when mark }
      """;

  private static final Pattern LINE = Pattern.compile("  ([^:]+): (.+)");
  private static final Pattern STOP =
      Pattern.compile("(\\S+) \"(.+?)\" (?:since |自 )?(\\S+)(?: \\.\\. ?(\\S*))?");

  private static final Map<String, String> KEYS =
      Map.of(
          "授权方",
          "grantor",
          "被授权方",
          "grantee",
          "数据",
          "data",
          "行为",
          "acts",
          "用途",
          "purposes",
          "地域",
          "territory",
          "转授权",
          "depth",
          "上级",
          "parent");

  @Property(tries = 60, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void inAPolicyOrInAFile(@ForAll("seeds") long seed) throws IOException {
    Random random = new Random(seed);
    List<String> texts = texts(random);
    String aims = List.of("Purpose", "set of Purpose", "string").get(random.nextInt(3));
    String base = BASE.replace("AIMS", aims);
    List<String> authorities = texts.stream().filter(t -> t.matches("(authority|权属).*")).toList();
    Policy inSource = policy(base, texts);
    boolean csv = random.nextBoolean();
    Path file = Files.createTempFile("grants", csv ? ".csv" : ".jsonl");
    try {
      Files.writeString(file, csv ? csv(rows(texts)) : json(rows(texts)));
      ReadGrants.Result read = ReadGrants.file(file, policy(base, authorities), _ -> {});
      assertEquals(
          List.of(), read.problems().stream().filter(Problem::isError).toList(), () -> say(texts));
      Policy inFile = read.policy().orElseThrow();
      // Code works out first what the first flow asked for.
      Program sourceOften = Program.often(inSource, 1, 8);
      Program fileOften = Program.often(inFile, 1, 8);
      for (int i = 0; i < FLOWS; i++) {
        Map<String, String> flow = Flows.draw(inSource, random);
        assertEquals(
            said(inSource, sourceOften, Flows.facts(flow, inSource)),
            said(inFile, fileOften, Flows.facts(flow, inFile)),
            () -> Flows.json(flow) + "\n" + say(texts));
      }
    } finally {
      Files.delete(file);
    }
  }

  private static String say(List<String> texts) {
    return String.join("\n", texts);
  }

  private static List<String> texts(Random random) {
    Map<String, Integer> sizes = Map.of("Act", 5, "Purpose", 5, "Region", 4);
    GrantTexts texts =
        new GrantTexts(
            random,
            (english, mandarin) -> random.nextBoolean() ? english : mandarin,
            kind -> kind.substring(0, 1).toLowerCase(Locale.ROOT) + random.nextInt(sizes.get(kind)),
            () -> "mark");
    // Conditions stand in policies alone.
    return texts.draw(random.nextInt(8) == 0 ? 150 : 8).stream()
        .map(t -> t.replaceAll("\n  (when|当) mark", ""))
        .toList();
  }

  private static Policy policy(String base, List<String> norms) {
    Load.Loaded loaded =
        Load.texts(List.of(new Source("p.hefu", base + String.join("\n", norms))), false);
    return loaded
        .policy()
        .orElseThrow(() -> new IllegalStateException(loaded.problems() + say(norms)));
  }

  private static List<Map<String, List<String>>> rows(List<String> texts) {
    List<Map<String, List<String>>> rows = new ArrayList<>();
    for (String text : texts) {
      Map<String, List<String>> row = new LinkedHashMap<>();
      if (text.matches("(?s)(grant|授权).*")) {
        row.put("title", List.of(text.substring(text.indexOf('"') + 1, text.indexOf("\" {"))));
        LINE.matcher(text)
            .results()
            .forEach(m -> {
              String key = KEYS.getOrDefault(m.group(1), m.group(1));
              if (key.equals("period") || key.equals("期限")) {
                String[] days = m.group(2).split(" \\.\\.", -1);
                row.put("from", List.of(days[0]));
                row.put(
                    "to",
                    days.length > 1 && !days[1].isBlank() ? List.of(days[1].strip()) : List.of());
              } else {
                row.put(key, List.of(m.group(2).replace("\"", "").split(", ", -1)));
              }
            });
      } else if (!text.matches("(authority|权属).*")) {
        Matcher stop = STOP.matcher(text);
        if (!stop.matches()) {
          throw new IllegalStateException(text);
        }
        row.put("line", List.of(stop.group(1)));
        row.put("title", List.of(stop.group(2)));
        row.put("from", List.of(stop.group(3)));
        boolean ends = stop.group(4) != null && !stop.group(4).isEmpty();
        row.put("to", ends ? List.of(stop.group(4)) : List.of());
      }
      if (!row.isEmpty()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static String json(List<Map<String, List<String>>> rows) {
    return rows.stream()
        .map(JsonMapper.shared()::writeValueAsString)
        .collect(Collectors.joining("\n"));
  }

  private static String csv(List<Map<String, List<String>>> rows) {
    List<String> columns =
        List.of(
            "line",
            "title",
            "grantor",
            "grantee",
            "data",
            "acts",
            "purposes",
            "territory",
            "from",
            "to",
            "depth",
            "parent");
    return String.join(",", columns)
        + "\n"
        + rows.stream()
            .map(row ->
                columns.stream()
                    .map(c -> "\"" + String.join("; ", row.getOrDefault(c, List.of())) + "\"")
                    .collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n"));
  }

  /** The outcome, and how the grants stand to it that are told. */
  private static String said(Policy policy, Program often, Facts facts) {
    Program program = Program.of(policy);
    Decision decision = program.decide(facts, Asked.ALL);
    List<String> grants = new ArrayList<>();
    for (Granted each : decision.grants()) {
      grants.add(each.grant().title().zh() + " " + each.covers() + " " + lacks(each));
    }
    return program.outcome(facts, Asked.ALL)
        + " "
        + often.outcome(facts, Asked.ALL)
        + " "
        + decision.outcome()
        + (grants.size() < 5 ? grants.stream().sorted().toList() : "");
  }

  private static List<String> lacks(Granted granted) {
    return granted.lacks().stream()
        .map(l -> l.link().title().zh() + " " + l.aspect() + " " + l.certain())
        .toList();
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }
}
