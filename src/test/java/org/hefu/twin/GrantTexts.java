package org.hefu.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hefu.model.Pattern;

/** Draws authorities, grants in chains that hold together, revocations and suspensions, as text. */
final class GrantTexts {
  static final List<String> PARTIES = List.of("甲局", "乙司", "丙厂");
  static final List<String> DATA_SETS =
      List.of("甲", "甲/一", "甲/一/1", "甲/一/1", "甲/二", "乙", "乙/一", "甲/一/*", "*");
  static final List<String> PATTERNS =
      List.of("*", "甲/*", "甲/*", "甲", "甲/一/*", "甲/一", "甲/一/1", "甲/二", "乙/*", "乙/一");

  /** One that later ones may pass on; days by their place, -1 where there are none. */
  private record Given(
      String title,
      String grantee,
      String data,
      List<String> acts,
      List<String> purposes,
      List<String> places,
      int from,
      int to,
      int depth) {}

  private final Random random;
  private final BinaryOperator<String> word;
  private final Function<String, String> member;
  private final Supplier<String> condition;
  private final List<Given> given = new ArrayList<>();

  /**
   * @param word the English or the Chinese
   * @param member some member of a kind
   */
  GrantTexts(
      Random random,
      BinaryOperator<String> word,
      Function<String, String> member,
      Supplier<String> condition) {
    this.random = random;
    this.word = word;
    this.member = member;
    this.condition = condition;
  }

  List<String> draw(int most) {
    List<String> all = new ArrayList<>();
    for (String party : PARTIES.subList(0, 2)) {
      if (chance(60)) {
        all.add(
            "%s %s %s \"%s\""
                .formatted(
                    word.apply("authority", "权属"),
                    chance(50) ? party : "\"" + party + "\"",
                    word.apply("over", "对于"),
                    pick(PATTERNS)));
      }
    }
    int grants = random.nextInt(most + 1);
    for (int i = 0; i < grants; i++) {
      all.add(grant());
    }
    for (Given each : given) {
      stop(each.title()).ifPresent(all::add);
    }
    return all;
  }

  private String grant() {
    List<Given> passable = given.stream().filter(g -> g.depth() > 0).toList();
    Optional<Given> parent =
        !passable.isEmpty() && chance(70) ? Optional.of(pick(passable)) : Optional.empty();
    String title = "第" + given.size() + "号";
    String grantor = parent.map(Given::grantee).orElseGet(() -> pick(PARTIES.subList(0, 2)));
    String data =
        pick(
            PATTERNS.stream()
                .filter(p -> parent.map(g -> covers(g.data(), p)).orElse(true))
                .toList());
    List<String> acts = some(parent.map(Given::acts).orElse(List.of()), "Act", 2);
    boolean purposed = chance(50);
    List<String> purposes =
        purposed
            ? some(parent.map(Given::purposes).orElse(List.of()), "Purpose", 2)
            : parent.map(Given::purposes).orElse(List.of());
    boolean placed = chance(40);
    List<String> places =
        placed
            ? some(parent.map(Given::places).orElse(List.of()), "Region", 2)
            : parent.map(Given::places).orElse(List.of());
    int low = parent.map(Given::from).orElse(-1);
    int high = parent.map(g -> g.to() < 0 ? Policies.DAYS.size() - 1 : g.to()).orElse(5);
    boolean dated = chance(60);
    int from = dated ? Math.max(0, low) + random.nextInt(high - Math.max(0, low) + 1) : low;
    boolean mayBeOpen = parent.map(g -> g.to() < 0).orElse(true);
    int to =
        dated
            ? mayBeOpen && chance(40) ? -1 : from + random.nextInt(high - from + 1)
            : parent.map(Given::to).orElse(-1);
    int most = parent.map(g -> g.depth() - 1).orElse(2);
    boolean deep = parent.isEmpty() || chance(50);
    int depth = deep ? random.nextInt(most + 1) : most;
    Given made = new Given(title, pick(PARTIES), data, acts, purposes, places, from, to, depth);
    given.add(made);
    StringBuilder text = new StringBuilder(word.apply("grant", "授权") + " \"" + title + "\" {\n");
    line(text, word.apply("grantor", "授权方"), chance(50) ? grantor : "\"" + grantor + "\"");
    line(text, word.apply("grantee", "被授权方"), made.grantee());
    line(text, word.apply("data", "数据"), "\"" + data + "\"");
    line(text, word.apply("acts", "行为"), String.join(", ", acts));
    if (purposed) {
      line(text, word.apply("purposes", "用途"), String.join(", ", purposes));
    }
    if (placed) {
      line(text, word.apply("territory", "地域"), String.join(", ", places));
    }
    if (dated) {
      String end = to < 0 ? "" : " " + Policies.DAYS.get(to);
      line(text, word.apply("period", "期限"), Policies.DAYS.get(from) + " .." + end);
    }
    if (deep) {
      line(text, word.apply("depth", "转授权"), String.valueOf(depth));
    }
    parent.ifPresent(p -> line(text, word.apply("parent", "上级"), "\"" + p.title() + "\""));
    if (chance(25)) {
      text.append("  ").append(word.apply("when ", "当 ")).append(condition.get()).append("\n");
    }
    return text + "}";
  }

  private Optional<String> stop(String title) {
    String day = pick(Policies.DAYS);
    return switch (random.nextInt(8)) {
      case 0 ->
          Optional.of(
              "%s \"%s\" %s %s"
                  .formatted(word.apply("revoke", "撤销"), title, word.apply("since", "自"), day));
      case 1 ->
          Optional.of(
              "%s \"%s\" %s .. %s"
                  .formatted(
                      word.apply("suspend", "暂停"),
                      title,
                      day,
                      chance(70)
                          ? Policies.DAYS.get(
                              Policies.DAYS.indexOf(day)
                                  + random.nextInt(6 - Policies.DAYS.indexOf(day)))
                          : ""));
      default -> Optional.empty();
    };
  }

  private static boolean covers(String wide, String narrow) {
    return Pattern.named(wide).covers(Pattern.named(narrow));
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append("  ").append(key).append(": ").append(value).append("\n");
  }

  /** Some of these or, where there are none, of the kind. */
  private List<String> some(List<String> among, String kind, int most) {
    List<String> some = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(most); i++) {
      some.add(among.isEmpty() ? member.apply(kind) : pick(among));
    }
    return some.stream().distinct().toList();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T pick(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }
}
