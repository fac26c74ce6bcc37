package org.hefu.twin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Draws well-typed policies as text: a module of vocabulary, and some of norms. */
final class Policies {
  static final List<String> DAYS =
      List.of("2023-12-31", "2024-02-29", "2024-03-22", "2025-01-31", "2025-04-01", "2026-06-30");
  static final List<String> NUMBERS =
      List.of("0", "1", "9.9999", "10", "100", "99999", "10万", "1_000_000", "1亿");
  static final List<String> TEXTS = List.of("", "甲", "a b", "乙");

  /**
   * A fact or definition; those of a level may only be presumed by rules that read lower levels.
   */
  private record Named(String path, String type, int level) {}

  /** A predicate and the types of its parameters. */
  private record Predicate(String name, List<String> parameters, int level) {}

  /** A rule that later ones may name. */
  private record Target(String module, String name, String effect, String citation) {}

  /** What the drawn policies may do beside the rest. */
  enum Feature {
    KNOWN_OF_PRESUMED,
    KNOWN,
    PRESUMPTIONS,
    EXEMPT_FROM_TALLIES
  }

  private static final Set<Feature> LEFT_OUT =
      Boolean.getBoolean("hefu.twin.all")
          ? EnumSet.noneOf(Feature.class)
          : EnumSet.of(Feature.KNOWN_OF_PRESUMED);

  private static final int TOP = 9;

  private static final List<String> IN_FORCE =
      List.of("", "in_force: 2024-03-22 ..", "in_force: 2020-01-01 .. 2025-04-01", "status: draft");

  /** All but {@code crowd}, which only tallies look at. */
  private static final List<Named> FACTS =
      List.of(
          new Named("act", "Act", 0),
          new Named("on", "date", 0),
          new Named("stage", "Stage", 6),
          new Named("place", "Region", 0),
          new Named("party.ciio", "boolean", 0),
          new Named("party.region", "Region", 1),
          new Named("party.size", "number people", 0),
          new Named("party.since", "date", 0),
          new Named("party.grade", "Grade", 0),
          new Named("other.ciio", "boolean", 0),
          new Named("other.region", "Region", 0),
          new Named("other.size", "number people", 0),
          new Named("other.since", "date", 0),
          new Named("other.grade", "Grade", 0),
          new Named("flag", "boolean", 2),
          new Named("sign", "boolean", 0),
          new Named("mark", "boolean", 0),
          new Named("amount", "number", 0),
          new Named("people", "number people", 3),
          new Named("so_far", "number people", 0),
          new Named("together", "number people", 0),
          new Named("share", "number %", 0),
          new Named("day", "date", 0),
          new Named("term", "duration", 0),
          new Named("wait", "number days", 0),
          new Named("remark", "string", 5),
          new Named("memo", "string", 0),
          new Named("holder", "string", 0),
          new Named("dataset", "string", 8),
          new Named("sources", "set of string", 0),
          new Named("colour", "Colour", 4),
          new Named("tint", "Colour", 0),
          new Named("grade", "Grade", 0),
          new Named("aim", "Purpose", 7),
          new Named("end", "Purpose", 0),
          new Named("big", "Big", 0),
          new Named("colours", "set of Colour", 0),
          new Named("regions", "set of Region", 0),
          new Named("bigs", "set of Big", 0));

  private static final List<String> EFFECTS =
      List.of(
          "forbid", "forbid", "require", "require", "permit", "exempt", "exempt", "oblige",
          "presume", "advise");

  private static final List<String> RANKS =
      List.of(
          "constitution",
          "law",
          "行政法规",
          "local_regulation",
          "city_regulation",
          "department_rule",
          "地方政府规章",
          "normative_document",
          "guidance",
          "合同",
          "owner",
          "internal");

  /** Ranks of which a department rule stands neither above nor below. */
  private static final List<String> RIVALS =
      List.of(
          "department_rule", "department_rule", "local_regulation", "city_regulation", "地方政府规章");

  private final Random random;
  private final Set<Feature> leftOut;
  private final List<List<String>> kinds = new ArrayList<>();
  private final List<Named> values = new ArrayList<>(FACTS);
  private final List<Predicate> predicates = new ArrayList<>();
  private final List<String> procedures = new ArrayList<>();
  private final List<String> questions = new ArrayList<>();

  /** Rules whose duty runs from a dated event. */
  private final List<String> duties = new ArrayList<>();

  /** Has the instrument of the module that is drawn several texts? */
  private boolean versions;

  private final List<Target> targets = new ArrayList<>();
  private final List<String> tallies = new ArrayList<>();
  private final Set<String> cited = new HashSet<>();
  private boolean chinese;
  private boolean rivals;
  private boolean small;
  private final GrantTexts grants;

  private Policies(Random random, Set<Feature> leftOut) {
    this.random = random;
    this.leftOut = leftOut;
    this.grants = new GrantTexts(random, this::word, this::member, () -> condition(1, 0));
  }

  static Arbitrary<Drawn> without(Feature... features) {
    Set<Feature> leftOut = EnumSet.copyOf(LEFT_OUT);
    Collections.addAll(leftOut, features);
    return Arbitraries.randomValue(random -> new Policies(random, leftOut).modules());
  }

  static Drawn draw(Random random) {
    return new Policies(random, LEFT_OUT).modules();
  }

  /** Of every size: in small ones more hangs on each rule. */
  static Drawn mixed(Random random) {
    Policies policies = new Policies(random, LEFT_OUT);
    policies.small = policies.chance(60);
    return policies.modules();
  }

  private Drawn modules() {
    List<Drawn.Module> modules = new ArrayList<>();
    modules.add(new Drawn.Module("base", "module base", vocabulary()));
    rivals = chance(40);
    int more = small ? 1 : rivals ? 3 : 4;
    int norms = (rivals ? 2 : 1) + random.nextInt(more);
    for (int i = 0; i < norms; i++) {
      chinese = chance(30);
      StringBuilder head =
          new StringBuilder(
              word("module", "模块") + " norms.m" + i + "\n" + word("use", "引用") + " base\n");
      for (int used = 0; used < i; used++) {
        head.append(word("use", "引用"))
            .append(" norms.m")
            .append(used)
            .append(chance(50) ? ".*\n" : "\n");
      }
      modules.add(new Drawn.Module("norms.m" + i, head.toString(), norms(i)));
    }
    modules.add(new Drawn.Module("entries.csv", entries(), List.of()));
    modules.add(new Drawn.Module("days.csv", days(), List.of()));
    return new Drawn(modules);
  }

  // Vocabulary

  private List<String> vocabulary() {
    List<String> all = new ArrayList<>();
    all.add(kind("Act", "a", 3 + random.nextInt(4), chance(80) ? "tree" : ""));
    all.add("kind Stage { planned（拟议） completed（已完成） }");
    all.add(kind("Region", "r", 4 + random.nextInt(5), "tree"));
    all.add(kind("Purpose", "p", 2 + random.nextInt(4), "tree"));
    all.add(kind("Colour", "c", 2 + random.nextInt(2), ""));
    all.add(kind("Grade", "g", 3, "ordered"));
    int big = small && chance(80) ? 3 : 60 + random.nextInt(9);
    all.add(kind("Big", "b", big, chance(50) ? "tree" : ""));
    all.add("unit people（人） \"人\" \"people\"");
    all.add(
        "record Party（一方） { ciio: boolean region: Region size: number people since: date grade: Grade }");
    StringBuilder request =
        new StringBuilder(
            "request Flow {\n  party: Party\n  other: Party\n  crowd: number people\n");
    for (Named fact : FACTS) {
      boolean required = fact.path().equals("act") || fact.path().equals("on");
      if (!fact.path().contains(".")) {
        request.append(
            "  %s: %s%s%n".formatted(fact.path(), fact.type(), required ? " required" : ""));
      }
    }
    all.add(request + "}");
    all.add("role grantee = holder");
    all.add("role data = dataset");
    all.add("角色 来源数据 = sources");
    all.add("role purpose = aim");
    all.add("role territory = place");
    all.add(
        "record Entry { word: string shade: Colour home: Region size: number people open: boolean since: date }");
    all.add("list entries { record: Entry file: \"entries.csv\" %s }".formatted(pick(IN_FORCE)));
    all.add("list absent { record: Entry issuer: \"某部\" }");
    all.add("record Day { day: date working: boolean }");
    all.add(
        "list working { role: working_days record: Day file: \"days.csv\" in_force: 2024-01-01 .. %s }"
            .formatted(pick(List.of("2025-04-30", "2026-12-31"))));
    return all;
  }

  /** The rows of a list, with empty cells. */
  private String entries() {
    StringBuilder text = new StringBuilder("word,shade,home,size,open,since\n");
    for (int i = 0; i < random.nextInt(6); i++) {
      List<String> cells =
          List.of(
              pick(List.of("甲", "a b", "乙", "丁")),
              member("Colour"),
              member("Region"),
              pick(NUMBERS),
              pick(List.of("是", "no", "yes")),
              pick(DAYS));
      text.append(String.join(",", cells.stream().map(c -> chance(15) ? "" : c).toList()))
          .append("\n");
    }
    return text.toString();
  }

  /** Holidays and days of work at weekends, in the time that every drawn calendar covers. */
  private String days() {
    StringBuilder text = new StringBuilder("day,working\n");
    LocalDate day = LocalDate.parse("2024-01-01");
    while (true) {
      day = day.plusDays(1 + random.nextInt(40));
      if (day.isAfter(LocalDate.parse("2025-04-30"))) {
        return text.toString();
      }
      text.append(day).append(chance(50) ? ",yes\n" : ",no\n");
    }
  }

  private String kind(String name, String prefix, int size, String shape) {
    kinds.add(IntStream.range(0, size).mapToObj(i -> prefix + i).toList());
    StringBuilder members = new StringBuilder();
    int open = 0;
    for (int i = 0; i < size; i++) {
      members.append(prefix).append(i).append(" ");
      if (!shape.equals("tree")) {
        continue;
      }
      if (i < size - 1 && open < 4 && chance(45)) {
        members.append("{ ");
        open++;
      } else {
        while (open > 0 && chance(40)) {
          members.append("} ");
          open--;
        }
      }
    }
    return "kind %s %s { %s%s}".formatted(name, shape, members, "} ".repeat(open));
  }

  private String member(String kind) {
    String prefix = kind.substring(0, 1).toLowerCase(Locale.ROOT);
    return pick(
        kinds.stream().filter(k -> k.getFirst().startsWith(prefix)).findFirst().orElseThrow());
  }

  // Modules of norms

  private List<String> norms(int module) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      String name = "open%d_%d".formatted(module, i);
      all.add(
          "%s %s %s \"某机关\"".formatted(word("question", "疑问"), name, word("decided by", "裁决 由")));
      questions.add(name);
    }
    if (chance(60)) {
      all.add(tally("t" + module, module));
    }
    for (int i = 0; i < random.nextInt(small ? 3 : 5); i++) {
      all.add(definition("d%d_%d".formatted(module, i)));
    }
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      String name = "proc%d_%d".formatted(module, i);
      all.add(
          "%s %s {%n  %s %s%n}"
              .formatted(
                  word("procedure", "程序"), name, word("met when", "满足 当"), condition(2, TOP)));
      procedures.add(name);
    }
    Named territory =
        pick(List.of(fact("place"), fact("place"), fact("party.region"), fact("other.region")));
    boolean bounded = chance(rivals || small ? 25 : 50);
    all.add(instrument(module, bounded, territory));
    if (chance(small ? 15 : 50)) {
      all.addAll(grants.draw(2));
    }
    int rules = 1 + random.nextInt(small ? 4 : 7);
    for (int i = 0; i < rules; i++) {
      all.add(rule(module, i, bounded ? territory.level() : 0));
    }
    return all;
  }

  private String tally(String name, int module) {
    StringBuilder text =
        new StringBuilder(word("tally", "累计"))
            .append(" ")
            .append(name)
            .append(" {\n  counts: people\n  per: memo\n  window: ")
            .append(word("calendar_year", "自然年"))
            .append("\n  so_far: so_far\n  ")
            .append(word("flow: crowd", "本次: crowd"))
            .append(chance(80) ? "\n  together: together\n" : "\n");
    boolean exempt = !leftOut.contains(Feature.EXEMPT_FROM_TALLIES);
    for (int i = 0; exempt && !targets.isEmpty() && i < random.nextInt(3); i++) {
      // By name: an article stands only for the exemptions in it.
      text.append("  ")
          .append(word("except ", "不计 "))
          .append(target(module, pick(targets), false))
          .append("\n");
    }
    if (exempt && chance(40)) {
      text.append("  ").append(word("unless ", "除非 ")).append(condition(2, TOP)).append("\n");
    }
    tallies.add(name);
    return text + "}";
  }

  private Named fact(String path) {
    return FACTS.stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
  }

  private String definition(String name) {
    int level = chance(30) ? 0 : TOP;
    if (chance(30)) {
      return predicate(name, level);
    }
    String type =
        pick(
            List.of(
                "boolean",
                "boolean",
                "boolean",
                "number",
                "number people",
                "date",
                "Region",
                "Grade",
                "Colour",
                "duration"));
    String body = type.equals("boolean") ? condition(small ? 2 : 3, level) : value(type, 2, level);
    String text = "%s %s = %s".formatted(word("define", "定义"), name, body);
    values.add(new Named(name, type, level));
    return text;
  }

  private String predicate(String name, int level) {
    List<String> types = new ArrayList<>();
    List<Named> parameters = new ArrayList<>();
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      String type =
          pick(
              List.of(
                  "Region",
                  "number people",
                  "boolean",
                  "Party",
                  "date",
                  "Grade",
                  "string",
                  "set of Colour"));
      String parameter = "x" + i;
      types.add(type);
      written.append(i == 0 ? "" : ", ").append(parameter).append(": ").append(type);
      if (type.equals("Party")) {
        FACTS.stream()
            .filter(f -> f.path().startsWith("other."))
            .forEach(
                f -> parameters.add(new Named(f.path().replace("other", parameter), f.type(), 0)));
      } else {
        parameters.add(new Named(parameter, type, 0));
      }
    }
    values.addAll(parameters);
    values.addAll(parameters);
    String body = condition(3, level);
    values.removeAll(parameters);
    predicates.add(new Predicate(name, types, level));
    return "%s %s(%s) = %s".formatted(word("define", "定义"), name, written, body);
  }

  private String instrument(int module, boolean bounded, Named territory) {
    StringBuilder text = new StringBuilder(word("instrument", "法源") + " \"第" + module + "号\" {\n");
    if (chance(70)) {
      text.append("  issuer: \"").append(pick(List.of("甲部", "乙省"))).append("\"\n");
    }
    text.append("  rank: ").append(pick(rivals ? RIVALS : RANKS)).append("\n");
    String status = chance(85) ? "" : pick(List.of("in_force", "draft", "draft", "repealed"));
    if (!status.isEmpty()) {
      text.append("  status: ").append(status).append("\n");
    }
    List<String> days = new ArrayList<>(List.of(pick(DAYS), pick(DAYS)));
    days.sort(null);
    boolean ends = status.equals("repealed") || chance(20);
    String from = chance(small ? 85 : 60) ? "2020-01-01" : days.getFirst();
    versions = status.isEmpty() && chance(20);
    if (versions) {
      // The day on which the one ends and the other begins is one that flows ask about.
      text.append("  version va { in_force: 2020-01-01 .. 2024-03-21 }\n")
          .append("  文本 vb { 施行: 2024-03-22 .. ")
          .append(chance(30) ? "2026-06-30" : "")
          .append(" }\n");
    } else {
      text.append("  in_force: ")
          .append(from)
          .append(" ..")
          .append(ends ? " " + days.getLast() : "")
          .append("\n");
    }
    if (bounded) {
      boolean plain = territory.path().equals("place") && chance(50);
      String place = chance(60) ? "r0" : member("Region");
      text.append("  territory: ")
          .append(place)
          .append(plain ? "" : " of " + territory.path())
          .append("\n");
    }
    return text + "}";
  }

  // Rules

  private String rule(int module, int index, int territoryLevel) {
    String name = "r%d_%d".formatted(module, index);
    String citation = citation(module, index);
    String effect = pick(EFFECTS);
    if (effect.equals("presume") && leftOut.contains(Feature.PRESUMPTIONS)) {
      effect = "forbid";
    }
    int level = TOP;
    List<String> clauses = new ArrayList<>();
    switch (effect) {
      case "forbid" -> clauses.add(word("forbid ", "禁止 ") + acts());
      case "require" -> clauses.add(require());
      case "permit" -> clauses.add(permit(module));
      case "exempt" ->
          clauses.add(
              "%s %s %s %s".formatted(word("exempt", "豁免"), acts(), word("from", "免于"), steps(2)));
      case "oblige" -> clauses.add(oblige(name));
      case "advise" -> clauses.add(word("advise", "建议") + " \"留痕\"");
      default -> {
        List<Named> presumable = FACTS.stream().filter(f -> f.level() > territoryLevel).toList();
        Named fact = pick(presumable);
        level = fact.level() - 1;
        clauses.add(presume(fact));
      }
    }
    // Its own conditions cannot ask whether it is overdue.
    boolean isDated = duties.remove(name);
    if (chance(75)) {
      clauses.add(word("when ", "当 ") + condition(random.nextInt(small ? 3 : 5), level));
    }
    if (chance(30)) {
      clauses.add(word("unless ", "除非 ") + condition(random.nextInt(small ? 2 : 4), level));
    }
    if (chance(25)) {
      clauses.add(
          word("yields to ", "让位于 ")
              + pick(RANKS)
              + (chance(40) ? ", " + pick(RANKS) : "")
              + (chance(30) ? ", \"甲部\"" : ""));
    }
    overrides(module, effect, citation, clauses);
    if (chance(10)) {
      clauses.add("consequence \"责令改正\" (art 9)");
    }
    Collections.shuffle(clauses, random);
    if (isDated) {
      duties.add(name);
    }
    if (!effect.equals("presume")) {
      targets.add(new Target("norms.m" + module, name, effect, citation));
    }
    return "%s %s (%s) {%n  %s%n}"
        .formatted(word("rule", "规则"), name, citation, String.join("\n  ", clauses));
  }

  private String citation(int module, int index) {
    if (index > 0 && chance(20) && !cited.contains(module + " art " + index)) {
      return "art %d.2".formatted(index);
    }
    String version = versions && chance(40) ? pick(List.of(" of va", " of vb")) : "";
    return "art " + (index + 1) + pick(List.of("", "", ".1", ".1(2)")) + version;
  }

  private void overrides(int module, String effect, String citation, List<String> clauses) {
    // Requirements stand below exemptions: only other requirements may be overridden by them.
    List<Target> below =
        targets.stream()
            .filter(t -> !effect.equals("require") || t.effect().equals("require"))
            .toList();
    if (!effect.equals("presume") && !below.isEmpty() && chance(20)) {
      Target target = pick(below);
      boolean mine = article(target.citation()).equals(article(citation));
      boolean cite = !effect.equals("require") && !mine && chance(30);
      clauses.add(word("overrides ", "优先于 ") + target(module, target, cite));
    }
  }

  private String target(int module, Target target, boolean cite) {
    String home = target.module().equals("norms.m" + module) ? "" : target.module();
    if (cite) {
      String article = article(target.citation());
      cited.add(target.module().substring("norms.m".length()) + " " + article);
      return (home + " " + article).strip();
    }
    return home.isEmpty() || chance(50) ? target.name() : home + "." + target.name();
  }

  private static String article(String citation) {
    return citation.replaceAll("( of |[.(]).*", "");
  }

  private String acts() {
    return (chance(small ? 70 : 40) ? "a0" : member("Act"))
        + (chance(30) ? ", " + member("Act") : "");
  }

  private String steps(int more) {
    Set<String> steps = new LinkedHashSet<>();
    for (int i = 0; i < 1 + random.nextInt(1 + more); i++) {
      steps.add(step());
    }
    return String.join(", ", steps);
  }

  private String step() {
    if (chance(80)) {
      return chance(15) ? word("grant", "授权") : pick(procedures);
    }
    return pick(values.stream().filter(v -> v.type().equals("boolean")).toList()).path();
  }

  private String require() {
    String quantity =
        pick(List.of("", word("all of", "全部"), word("any of", "任一"), word("any of", "任一")));
    return "%s %s %s %s %s"
        .formatted(word("require", "要求"), quantity, steps(2), word("before", "先于"), acts());
  }

  private String permit(int module) {
    StringBuilder text = new StringBuilder(word("permit ", "允许 ") + acts());
    List<Target> forbids = targets.stream().filter(t -> t.effect().equals("forbid")).toList();
    if (!forbids.isEmpty() && chance(75)) {
      text.append(word(" despite ", " 尽管 ")).append(target(module, pick(forbids), chance(40)));
      if (chance(40)) {
        text.append(", ").append(target(module, pick(forbids), chance(40)));
      }
    }
    return text.toString();
  }

  private String oblige(String name) {
    if (chance(40)) {
      String within =
          chance(70)
              ? word(" within ", " 限期 ")
                  + pick(List.of("30 days", "3个月", "10 working days", "1 years"))
                  + " "
              : " ";
      String duty = "oblige " + step() + within + word("after ", "后于 ") + "day";
      duties.add(name);
      return duty;
    }
    String duty = chance(50) ? "\"备案\"" : step();
    String within = chance(50) ? word(" within 10 working days ", " 限期 10个工作日 ") : " ";
    return word("oblige ", "应当 ") + duty + within + word("after ", "后于 ") + acts();
  }

  private String presume(Named fact) {
    String value = presumable(fact);
    String presume = word("presume ", "推定 ");
    return switch (value) {
      case "true" -> presume + fact.path();
      case "false" -> presume + "not " + fact.path();
      default -> presume + fact.path() + word(" is ", " 为 ") + value;
    };
  }

  private String presumable(Named fact) {
    if (fact.path().equals("dataset")) {
      return "\"" + pick(GrantTexts.DATA_SETS) + "\"";
    }
    return switch (fact.type()) {
      case "boolean" -> pick(List.of("true", "false"));
      case "string" -> "\"" + pick(TEXTS) + "\"";
      case "number people" -> pick(NUMBERS);
      case "Stage" -> stage();
      default -> member(fact.type());
    };
  }

  private String stage() {
    return pick(List.of("planned", "completed"));
  }

  // Conditions

  private String condition(int depth, int level) {
    if (depth == 0 || chance(15)) {
      return atom(level);
    }
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> joined(word(" and ", " 且 "), depth, level);
      case 3, 4, 5 -> joined(word(" or ", " 或 "), depth, level);
      case 6 -> word("not ", "非 ") + "(" + condition(depth - 1, level) + ")";
      case 7 ->
          "(%s) %s (%s)"
              .formatted(condition(depth - 1, level), word("is", "为"), condition(depth - 1, level));
      default ->
          "(%s) %s (%s)"
              .formatted(
                  condition(depth - 1, level), word("is not", "不为"), condition(depth - 1, level));
    };
  }

  private String joined(String word, int depth, int level) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      parts.add("(" + condition(depth - 1, level) + ")");
    }
    return String.join(word, parts);
  }

  private String atom(int level) {
    if (chance(5)) {
      return asked(level);
    }
    if (level == TOP && !duties.isEmpty() && chance(5)) {
      return word("overdue ", "逾期 ") + pick(duties);
    }
    return switch (random.nextInt(23)) {
      case 20, 21 -> quantified(level);
      case 22 -> overSets(level);
      case 0, 1 -> named("boolean", level);
      case 2 -> questions.isEmpty() || chance(50) ? named("boolean", level) : pick(questions);
      case 3 -> level < TOP || procedures.isEmpty() ? named("boolean", level) : pick(procedures);
      case 4, 5 -> call(level);
      case 6 ->
          leftOut.contains(Feature.KNOWN)
              ? named("boolean", level)
              : word("known ", "已知 ") + fact(level);
      case 7 -> chance(70) ? named("boolean", level) : pick(List.of("true", "false", "真", "否"));
      case 8 ->
          level < TOP || tallies.isEmpty() ? compared("number people", level) : counted(level);
      case 9 -> compared(pick(List.of("number", "number people", "number %")), level);
      case 10, 11 -> compared("date", level);
      case 12 -> ordered(level);
      case 13 -> is(pick(List.of("Colour", "Grade", "Region", "Purpose", "Act", "Big")), level);
      case 14 -> one(pick(List.of("Colour", "Grade", "Region", "Purpose", "Act", "Big")), level);
      case 15, 16 -> within(pick(List.of("Region", "Region", "Purpose")), level);
      case 17 -> has(pick(List.of("Colour", "Region", "Big")), level);
      case 18 -> texts(level);
      default -> lengths();
    };
  }

  private String counted(int level) {
    String tally = word("tally ", "累计 ") + pick(tallies);
    String whole = chance(80) ? tally + word(" with flow", " 含本次") : tally;
    String order = pick(List.of("<", "<=", ">", ">=", "不满", "达到"));
    String limit = chance(80) ? pick(NUMBERS) : named("number people", level);
    return chance(75)
        ? "%s %s %s".formatted(whole, order, limit)
        : "%s %s %s".formatted(limit, order, whole);
  }

  // Lists

  private String quantified(int level) {
    String list = chance(80) ? "entries" : "absent";
    String where = word(" where ", " 其中 ") + ofRow(1, level);
    return "("
        + switch (random.nextInt(6)) {
          case 0 -> word("any", "任一") + " r " + word("in ", "属于 ") + list;
          case 1, 2 -> word("any", "任一") + " r " + word("in ", "属于 ") + list + where;
          case 3 -> word("all", "全部") + " r " + word("in ", "属于 ") + list + where;
          case 4 ->
              "(%s r %s %s%s) %s %d"
                  .formatted(
                      word("count", "计数"),
                      word("in", "属于"),
                      list,
                      chance(30) ? "" : where,
                      comparator(),
                      random.nextInt(4));
          default ->
              "(%s r.size %s %s%s) %s %s"
                  .formatted(
                      word("sum", "合计"),
                      word("in", "属于"),
                      list,
                      chance(30) ? "" : where,
                      comparator(),
                      number("number people", 1, level));
        }
        + ")";
  }

  private String ofRow(int depth, int level) {
    if (depth > 0 && chance(50)) {
      String joined = pick(List.of(" and ", " or ", " 且 "));
      return "(%s)%s(%s)".formatted(ofRow(depth - 1, level), joined, ofRow(depth - 1, level));
    }
    return switch (random.nextInt(11)) {
      case 0 -> "r.word is " + named("string", level);
      case 1 -> named("string", level) + " is not r.word";
      case 2 -> "r.shade is " + named("Colour", level);
      case 3 -> named("Region", level) + " within r.home";
      case 4 -> "r.home is " + (chance(50) ? member("Region") : named("Region", level));
      case 5 -> "r.home within " + member("Region");
      case 6 -> "r.size " + comparator() + " " + number("number people", 1, level);
      case 7 -> chance(50) ? "r.open" : "not r.open";
      case 8 -> "r.since + 10 working days <= " + named("date", level);
      case 9 -> named("set of Colour", level) + " has r.shade";
      default -> named("Colour", level) + " in {r.shade, " + member("Colour") + "}";
    };
  }

  private String overSets(int level) {
    String kind = pick(List.of("Colour", "Region"));
    String set = named("set of " + kind, level);
    String where =
        " where m %s %s".formatted(kind.equals("Region") ? "within" : "is", member(kind));
    return "("
        + switch (random.nextInt(4)) {
          case 0 -> "any m in " + set + where;
          case 1 -> "all m in " + set + where;
          case 2 -> "(count m in " + set + where + ") > " + random.nextInt(2);
          default -> "count " + set + " < " + random.nextInt(4);
        }
        + ")";
  }

  /** The path of a fact or definition of the type. */
  private String named(String type, int level) {
    return pick(values.stream().filter(v -> v.type().equals(type) && v.level() <= level).toList())
        .path();
  }

  private String fact(int level) {
    int most = leftOut.contains(Feature.KNOWN_OF_PRESUMED) ? 0 : level;
    return pick(values.stream().filter(v -> isFact(v) && v.level() <= most).toList()).path();
  }

  /** What stands for a fact: not a parameter, which may stand for a definition. */
  private boolean isFact(Named value) {
    boolean presumable =
        value.path().endsWith(".region") && leftOut.contains(Feature.KNOWN_OF_PRESUMED);
    return FACTS.contains(value)
        || (value.path().startsWith("x") && value.path().contains(".") && !presumable);
  }

  private String call(int level) {
    List<Predicate> fitting = predicates.stream().filter(p -> p.level() <= level).toList();
    if (fitting.isEmpty()) {
      return named("boolean", level);
    }
    Predicate predicate = pick(fitting);
    List<String> arguments = new ArrayList<>();
    for (String type : predicate.parameters()) {
      arguments.add(
          switch (type) {
            case "Party" -> level == 0 || chance(50) ? "other" : "party";
            case "Region", "Grade" -> chance(25) ? member(type) : named(type, level);
            default -> named(type, level);
          });
    }
    return predicate.name() + "(" + String.join(", ", arguments) + ")";
  }

  private String comparator() {
    return pick(
        chinese ? List.of("不满", "不超过", "超过", "达到", "≤") : List.of("<", "<=", ">", ">=", "＜"));
  }

  private String compared(String type, int level) {
    String comparator = chance(15) ? word("is", "为") : comparator();
    return value(type, 2, level) + " " + comparator + " " + value(type, 1, level);
  }

  private String asked(int level) {
    String pattern = "\"" + pick(GrantTexts.PATTERNS) + "\"";
    return switch (random.nextInt(level < TOP ? 1 : 3)) {
      case 0 -> "sources " + word("has ", "包含 ") + pattern;
      case 1 -> "dataset " + word("not within ", "不位于 ") + pattern;
      default -> word("grant", "授权");
    };
  }

  private String ordered(int level) {
    String right = chance(60) ? member("Grade") : named("Grade", level);
    return named("Grade", level) + " " + comparator() + " " + right;
  }

  private String is(String kind, int level) {
    if (chance(15)) {
      return named("Stage", TOP).isEmpty() || level < TOP
          ? named("boolean", level)
          : "stage is " + stage();
    }
    String right = chance(70) ? member(kind) : named(kind, level);
    return named(kind, level) + " " + pick(List.of("is", "is not", "为", "不为")) + " " + right;
  }

  private String one(String kind, int level) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      members.add(chance(20) ? kind + "." + member(kind) : member(kind));
    }
    return "%s %s {%s}"
        .formatted(
            named(kind, level),
            pick(List.of("in", "not in", "属于", "不属于")),
            String.join(", ", members));
  }

  private String within(String kind, int level) {
    return "%s %s %s"
        .formatted(
            named(kind, level), pick(List.of("within", "not within", "位于", "不位于")), member(kind));
  }

  private String has(String kind, int level) {
    return "%s %s %s".formatted(named("set of " + kind, level), word("has", "包含"), member(kind));
  }

  private String texts(int level) {
    String right = chance(60) ? "\"" + pick(TEXTS) + "\"" : named("string", level);
    return named("string", level) + " " + word("is", "为") + " " + right;
  }

  /** Only lengths counted in one period have an order, or may be the same. */
  private String lengths() {
    String right = pick(List.of("30 days", "wait", random.nextInt(40) + " days"));
    return "wait " + (chance(50) ? comparator() : word("is", "为")) + " " + right;
  }

  /** A value of the type; one that stands in the text alone at no depth only. */
  private String value(String type, int depth, int level) {
    return switch (type) {
      case "number", "number people", "number %" -> number(type, depth, level);
      case "date" -> date(depth, level);
      case "duration" -> depth < 2 && chance(50) ? length() : named("duration", level);
      default -> named(type, level);
    };
  }

  private String number(String type, int depth, int level) {
    if (depth <= 1 && chance(60)) {
      String unit =
          switch (type) {
            case "number people" -> pick(List.of("", " people", "人"));
            case "number %" -> pick(List.of("", "%"));
            default -> "";
          };
      return pick(NUMBERS) + unit;
    }
    if (chance(65)) {
      return named(type, level);
    }
    String right = chance(50) ? pick(NUMBERS) : named(type, level);
    return named(type, level) + pick(List.of(" + ", " - ")) + right;
  }

  private String date(int depth, int level) {
    if (depth <= 1 && chance(40)) {
      return day();
    }
    String date = chance(75) ? named("date", level) : day();
    for (int i = 0; i < random.nextInt(3); i++) {
      date +=
          pick(List.of(" + ", " - "))
              + (chance(70) ? length() : chance(60) ? named("duration", level) : "wait");
    }
    return date;
  }

  private String day() {
    String day = pick(DAYS);
    return chinese
        ? day.substring(0, 4) + "年" + day.substring(5, 7) + "月" + day.substring(8) + "日"
        : day;
  }

  private String length() {
    return random.nextInt(40)
        + pick(
            List.of(
                " years", "年", " months", "个月", " days", "天", " days", " working days", "个工作日"));
  }

  // Chance

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String word(String english, String mandarin) {
    return chinese != chance(10) ? mandarin : english;
  }

  private <T> T pick(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }
}
