package org.hefu.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.hefu.Load;
import org.hefu.engine.Asked;
import org.hefu.engine.Program;
import org.hefu.fact.Facts;
import org.hefu.fact.ReadFlow;
import org.hefu.model.Outcome;
import org.hefu.model.Policy;
import org.hefu.text.Source;

/**
 * A quantifier means what its condition means, asked of each row by hand: with the row's values in
 * place of its columns.
 */
class QuantifierLaws {
  private static final String WORLD =
      """
      module m
      kind Act { keep }
      kind Stage { planned completed }
      kind Colour { red green blue }
      kind Region tree { home { north { town } south } away }
      unit people
      request Flow {
        act: Act required
        on: date required
        stage: Stage
        flag: boolean
        colour: Colour
        colours: set of Colour
        regions: set of Region
        place: Region
        amount: number people
        word: string
        day: date
      }
      question gap decided by "nobody"
      record Entry { code: string hue: Colour seat: Region size: number people open: boolean since: date }
      instrument "A law" { rank: law in_force: 2020-01-01 .. }
      define like(e: Entry) = e.hue is colour and e.open
      """;

  private static final String HEAD = "code,hue,seat,size,open,since\n";
  private static final List<String> COLUMNS =
      List.of("code", "hue", "seat", "size", "open", "since");

  /** Conditions of a row, and the same with holes for its cells. */
  private record Atom(String ofRow, String byHand, List<String> columns) {
    static Atom of(String ofRow, String byHand, String... columns) {
      return new Atom(ofRow, byHand, List.of(columns));
    }
  }

  private static final List<Atom> ATOMS =
      List.of(
          Atom.of("r.code is word", "word is \"%s\"", "code"),
          Atom.of("word is not r.code", "word is not \"%s\"", "code"),
          Atom.of("r.hue is colour", "colour is %s", "hue"),
          Atom.of("r.hue is not red", "Colour.%s is not red", "hue"),
          Atom.of("colour in {r.hue, blue}", "colour is blue or colour is %s", "hue"),
          Atom.of("colours has r.hue", "colours has %s", "hue"),
          Atom.of("place within r.seat", "place within %s", "seat"),
          Atom.of("r.seat within north", "Region.%s within north", "seat"),
          Atom.of("r.seat is place", "place is %s", "seat"),
          Atom.of("regions has r.seat", "regions has %s", "seat"),
          Atom.of("r.size < amount", "%s < amount", "size"),
          Atom.of("amount + r.size >= 100", "amount + %s >= 100", "size"),
          Atom.of("r.size is amount", "amount is %s", "size"),
          Atom.of("r.open", "%s", "open"),
          Atom.of("r.open is flag", "flag is %s", "open"),
          Atom.of("r.since + 1 months <= day", "%s + 1 months <= day", "since"),
          Atom.of("r.since is on", "on is %s", "since"),
          Atom.of("like(r)", "colour is %s and %s", "hue", "open"));

  private static final List<List<String>> CELLS =
      List.of(
          List.of("a", "b", "c"),
          List.of("red", "green", "blue"),
          List.of("home", "north", "town", "south", "away"),
          List.of("0", "5", "99.5", "10万"),
          List.of("true", "false"),
          List.of("2026-01-01", "2025-12-01"));

  private enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    Truth not() {
      return values()[2 - ordinal()];
    }
  }

  private final List<List<String>> rows = new ArrayList<>();
  private Random random = new Random(0);
  private String list = "";
  private String flow = "";

  @Property(tries = 250, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void aQuantifierAsksEachRow(@ForAll("seeds") long seed) {
    random = new Random(seed);
    draw();
    boolean says = !list.contains("2027");
    Atom one = pick(ATOMS);
    Atom two = pick(ATOMS);
    String joint = pick(List.of(" and ", " or ", " and not "));
    String ofRow = "(%s)%s(%s)".formatted(one.ofRow(), joint, two.ofRow());
    List<Truth> each = new ArrayList<>();
    for (List<String> row : rows) {
      each.add(truth("(%s)%s(%s)".formatted(byHand(one, row), joint, byHand(two, row))));
    }
    Truth any = each.stream().max(Truth::compareTo).orElse(Truth.FALSE);
    Truth all = each.stream().min(Truth::compareTo).orElse(Truth.TRUE);
    assertEquals(known(says, any), truth("any r in entries where " + ofRow), () -> said(ofRow));
    assertEquals(known(says, all), truth("all r in entries where " + ofRow), () -> said(ofRow));
    assertEquals(
        known(says, each.stream().map(Truth::not).min(Truth::compareTo).orElse(Truth.TRUE)),
        truth("all r in entries where not (" + ofRow + ")"),
        () -> said(ofRow));
    int least = random.nextInt(4);
    assertEquals(
        known(says, atLeast(least, each, i -> Optional.of(1.0))),
        truth("(count r in entries where %s) >= %d".formatted(ofRow, least)),
        () -> said(ofRow));
    int size = COLUMNS.indexOf("size");
    assertEquals(
        known(says, atLeast(100, each, i -> number(rows.get(i).get(size)))),
        truth("(sum r.size in entries where %s) >= 100".formatted(ofRow)),
        () -> said(ofRow));
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void aQuantifierAsksEachMember(@ForAll("seeds") long seed) {
    random = new Random(seed);
    draw();
    boolean tree = random.nextBoolean();
    List<String> among = tree ? CELLS.get(2) : CELLS.get(1);
    List<String> stated = among.stream().filter(_ -> random.nextInt(3) == 0).toList();
    flow = flow.replaceAll(", \"(colours|regions)\": [^\\]]*\\]", "");
    String set = tree ? "regions" : "colours";
    flow +=
        ", \"%s\": [\"%s\"]".formatted(set, String.join("\", \"", stated)).replace("[\"\"]", "[]");
    String condition = tree ? "%s within north" : "colour is not %s";
    String byHand = tree ? "Region.%s within north" : condition;
    List<Truth> each = stated.stream().map(m -> truth(byHand.formatted(m))).toList();
    Truth any = each.stream().max(Truth::compareTo).orElse(Truth.FALSE);
    Truth all = each.stream().min(Truth::compareTo).orElse(Truth.TRUE);
    String ofMember = condition.formatted("m");
    assertEquals(any, truth("any m in %s where %s".formatted(set, ofMember)), flow);
    assertEquals(all, truth("all m in %s where %s".formatted(set, ofMember)), flow);
    boolean isExact = stated.stream().allMatch(m -> List.of("town", "south", "away").contains(m));
    if (isExact || !tree) {
      assertEquals(
          atLeast(1, each, i -> Optional.of(1.0)),
          truth("(count m in %s where %s) >= 1".formatted(set, ofMember)),
          flow);
      assertEquals(Truth.TRUE, truth("count %s is %d".formatted(set, stated.size())), flow);
    } else {
      assertEquals(Truth.UNKNOWN, truth("count %s is %d".formatted(set, stated.size())), flow);
    }
  }

  private void draw() {
    rows.clear();
    for (int i = 0; i < random.nextInt(5); i++) {
      rows.add(CELLS.stream().map(c -> random.nextInt(5) == 0 ? "" : pick(c)).toList());
    }
    rows.removeIf(r -> r.stream().allMatch(String::isEmpty));
    String from = random.nextInt(5) == 0 ? "2027-01-01" : "2025-01-01";
    list = "list entries { record: Entry file: \"entries.csv\" in_force: %s .. }\n".formatted(from);
    flow = "\"act\": \"keep\", \"on\": \"2026-01-01\", \"stage\": \"planned\"";
    state("flag", pick(List.of("true", "false")));
    state("colour", "\"" + pick(CELLS.get(1)) + "\"");
    state("colours", pick(List.of("[]", "[\"red\"]", "[\"green\", \"blue\"]")));
    state("regions", pick(List.of("[]", "[\"north\"]", "[\"town\", \"away\"]")));
    state("place", "\"" + pick(CELLS.get(2)) + "\"");
    state("amount", pick(List.of("0", "5", "99.5")));
    state("word", "\"" + pick(CELLS.get(0)) + "\"");
    state("day", "\"" + pick(List.of("2026-01-01", "2026-02-01")) + "\"");
  }

  private void state(String fact, String value) {
    if (random.nextInt(4) > 0) {
      flow += ", \"%s\": %s".formatted(fact, value);
    }
  }

  /** The condition of the row; where one of its cells is empty, that part of it is open. */
  private static String byHand(Atom atom, List<String> row) {
    List<String> cells = atom.columns().stream().map(c -> row.get(COLUMNS.indexOf(c))).toList();
    if (!cells.contains("")) {
      return atom.byHand().formatted(cells.toArray());
    }
    List<String> parts = new ArrayList<>();
    String between = atom.byHand().contains(" or ") ? " or " : " and ";
    int cell = 0;
    for (String part : atom.byHand().split(" or | and ", -1)) {
      boolean hole = part.contains("%s");
      parts.add(!hole ? part : cells.get(cell).isEmpty() ? "gap" : part.formatted(cells.get(cell)));
      cell += hole ? 1 : 0;
    }
    return String.join(between, parts);
  }

  private static Optional<Double> number(String cell) {
    return cell.isEmpty()
        ? Optional.empty()
        : Optional.of(Double.valueOf(cell.replace("万", "0000")));
  }

  private static Truth atLeast(
      double least, List<Truth> each, IntFunction<Optional<Double>> value) {
    boolean isOpen =
        IntStream.range(0, each.size())
            .anyMatch(i ->
                each.get(i) == Truth.UNKNOWN
                    || (each.get(i) == Truth.TRUE && value.apply(i).isEmpty()));
    double sum =
        IntStream.range(0, each.size())
            .filter(i -> each.get(i) == Truth.TRUE)
            .mapToDouble(i -> value.apply(i).orElse(0.0))
            .sum();
    return isOpen ? Truth.UNKNOWN : sum >= least ? Truth.TRUE : Truth.FALSE;
  }

  private static Truth known(boolean says, Truth truth) {
    return says ? truth : Truth.UNKNOWN;
  }

  /** Asked through a ban on the only act. */
  private Truth truth(String condition) {
    String text = WORLD + list + "rule f (art 1) { forbid keep when " + condition + " }\n";
    StringBuilder table = new StringBuilder(HEAD);
    rows.forEach(r -> table.append(String.join(",", r)).append("\n"));
    Load.Loaded loaded =
        Load.texts(
            List.of(new Source("m.hefu", text), new Source("entries.csv", table.toString())),
            false);
    Policy policy = loaded.policy().orElseThrow(() -> new AssertionError(loaded.problems() + text));
    Source source = new Source("flow.json", "{" + flow + "}");
    Facts facts = ReadFlow.file(source, false, policy).facts().orElseThrow();
    Outcome outcome = Program.of(policy).outcome(facts, Asked.ALL);
    return switch (outcome) {
      case PROHIBITED -> Truth.TRUE;
      case PERMITTED -> Truth.FALSE;
      default -> Truth.UNKNOWN;
    };
  }

  private String said(String condition) {
    return condition + "\n" + list + rows + "\n" + flow;
  }

  private <T> T pick(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }
}
