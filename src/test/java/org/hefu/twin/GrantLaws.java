package org.hefu.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Chains of grants, and what goes with data, do what the page says. */
class GrantLaws {
  private static final int FLOWS = 12;

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
        sources: set of string
        aims: AIMS
        place: Region
        mark: boolean
      }
      role grantee = holder
      role data = dataset
      角色 来源数据 = sources
      role purpose = aims
      角色 地域 = place
      """;

  private static final List<String> RULES =
      List.of(
          "rule needed (art 1) { require grant before a1, a4 }",
          "规则 须先授权 (第二条) { 要求 授权 先于 a3 }",
          "rule banned (art 3) { forbid a2 unless grant }",
          "rule open (art 4) { permit a0, a4 }",
          "define leave = grant and mark",
          "rule known_leave (art 5) { forbid a3 when place within r1 and not leave }");

  @Property(tries = 100, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void engineAndTwinAgree(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 10; i++) {
      Drawn drawn = policy(random);
      Optional<Sides> sides = Sides.of(drawn);
      assertTrue(sides.isPresent(), () -> Sides.problems(drawn) + "\n" + drawn);
      for (int flow = 0; flow < FLOWS; flow++) {
        Map<String, String> facts = new LinkedHashMap<>(Flows.draw(sides.get().policy(), random));
        String difference = sides.get().difference(facts, flow == 0);
        assertEquals("", difference, () -> Flows.json(facts) + "\n" + drawn);
      }
    }
  }

  private static Drawn policy(Random random) {
    String aims = List.of("Purpose", "set of Purpose").get(random.nextInt(2));
    Map<String, Integer> sizes = Map.of("Act", 5, "Purpose", 5, "Region", 4);
    GrantTexts texts =
        new GrantTexts(
            random,
            (english, mandarin) -> random.nextBoolean() ? english : mandarin,
            kind -> kind.substring(0, 1).toLowerCase(Locale.ROOT) + random.nextInt(sizes.get(kind)),
            () -> List.of("mark", "not mark", "place within r0").get(random.nextInt(3)));
    List<String> norms = new ArrayList<>(texts.draw(6));
    norms.add("instrument \"某法\" { rank: law in_force: 2000-01-01 .. }");
    norms.addAll(RULES);
    List<String> contract = new ArrayList<>();
    contract.add("instrument \"某约\" { rank: contract in_force: 2000-01-01 .. }");
    for (int i = 0; i < random.nextInt(3); i++) {
      contract.add(
          "restrict kept%d over \"%s\" { forbid a%d %s }"
              .formatted(
                  i,
                  GrantTexts.PATTERNS.get(random.nextInt(GrantTexts.PATTERNS.size())),
                  random.nextInt(5),
                  random.nextBoolean() ? "when mark" : ""));
    }
    contract.add("rule asked { forbid a4 when dataset within \"甲/一/*\" and sources has \"乙/*\" }");
    return new Drawn(
        List.of(
            new Drawn.Module("base", BASE.replace("AIMS", aims), List.of()),
            new Drawn.Module("norms.law", "module norms.law\nuse base\n", norms),
            new Drawn.Module("norms.terms", "module norms.terms\nuse base\n", contract)));
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }
}
