package org.hefu.lsp;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A workspace of many modules on top of the library, one of them large, for tests and benchmarks.
 * Each has an instrument of its own, rules with conditions, and scenarios.
 */
public final class LargeWorkspace {
  /** The file that is edited. */
  public static final String LARGE = "large.hefu";

  private LargeWorkspace() {}

  /** File names and texts: so many modules, the large one with about so many lines. */
  public static Map<String, String> of(int modules, int lines) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < modules - 1; i++) {
      StringBuilder text = new StringBuilder("module firm.part" + i + "\nuse hefu.flow\n");
      for (int used = Math.max(0, i - 3); used < i; used++) {
        text.append("use firm.part").append(used).append('\n');
      }
      if (i > 150 && i % 10 == 0) {
        text.append("use firm.large\n");
      }
      body(text, "part" + i, 4, i > 0 ? "part" + (i - 1) + "_0" : "data.personal");
      files.put("part" + i + ".hefu", text.toString());
    }
    StringBuilder text = new StringBuilder("module firm.large\nuse hefu.flow\n");
    for (int used = 0; used < 5; used++) {
      text.append("use firm.part").append(used * 7).append('\n');
    }
    body(text, "large", lines / 16, "part7_0");
    files.put(LARGE, text.toString());
    return files;
  }

  /** Sixteen lines for each of so many. */
  private static void body(StringBuilder text, String name, int size, String other) {
    text.append(
        """
        instrument "%s办法" "rules of %s" {
          issuer: "云雀假日" "Skylark Hotels"
          rank: internal
          in_force: 2026-01-01 ..
          articles: 1 .. 2000
        }
        """
            .formatted(name, name));
    for (int i = 0; i < size; i++) {
      String before = i == 0 ? other : name + "_" + (i - 1);
      text.append(
          """
          define %1$s_%2$d（定义%1$s_%2$d） "第%2$d项" "number %2$d" = data.personal and (data.people >= %2$d or %3$s)
          rule %1$s_rule%2$d (art %4$d) "第%2$d条规则" "rule number %2$d" {
            require internal_approval before provide_abroad
            when %1$s_%2$d and not data.anonymised
             and recipient.same_group
          }
          规则 %1$s_ban%2$d (art %4$d) {
            禁止 publish
            当 数据.含个人信息 且 data.people > %2$d
          }
          scenario "%1$s %2$d" {
            given { act: provide_abroad, on: 2026-06-30, stage: planned, data.personal: true, data.people: %5$d
              recipient.same_group: true, data.anonymised: false }
            expect conditional citing %1$s_rule%2$d
          }

          """
              .formatted(name, i, before, i + 1, i + 10));
    }
  }
}
