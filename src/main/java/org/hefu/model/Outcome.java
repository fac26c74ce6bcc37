package org.hefu.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hefu.text.Bilingual;

/** What a decision comes to. */
public enum Outcome {
  PERMITTED("允许", 0),
  CONDITIONAL("附条件", 10),
  PROHIBITED("禁止", 11),
  UNDETERMINED("无法判定", 12),
  UNREGULATED("无规则", 13);

  /** From the one that stops most: several decisions come together to the first among them. */
  public static final List<Outcome> WORST_FIRST =
      List.of(PROHIBITED, UNDETERMINED, UNREGULATED, CONDITIONAL, PERMITTED);

  private final String zh;
  private final int exitCode;

  Outcome(String zh, int exitCode) {
    this.zh = zh;
    this.exitCode = exitCode;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Bilingual label() {
    return new Bilingual(zh, word());
  }

  /** Does it stop more? An answer that is open stops more than none. */
  public boolean isStricterThan(Outcome other) {
    return WORST_FIRST.indexOf(this) < WORST_FIRST.indexOf(other);
  }

  public int exitCode() {
    return exitCode;
  }

  /** The one of them that stops most. */
  public static Outcome worst(Collection<Outcome> outcomes) {
    return WORST_FIRST.stream().filter(outcomes::contains).findFirst().orElseThrow();
  }

  public static Optional<Outcome> called(String word) {
    return Arrays.stream(values())
        .filter(o -> o.word().equals(word) || o.zh.equals(word))
        .findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Outcome::word).toList();
  }
}
