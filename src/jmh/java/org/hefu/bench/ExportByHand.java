package org.hefu.bench;

/**
 * What the Provisions on Promoting and Regulating Cross-Border Data Flows say of a planned export,
 * as a programmer would write it in Java for flows of which every fact is known: articles 3, 4, 5,
 * 7, 8 and 10 of {@code stdlib/cn/provisions_2024.hefu}. Unlike Hefu it knows no unknown facts, no
 * dates of texts and no territory.
 */
final class ExportByHand {
  static final int SHOPPING = 0;
  static final int STAFF = 1;
  static final int EMERGENCY = 2;
  static final int TRADE = 3;
  static final int DOMESTIC = 4;

  static final int NOTHING_DONE = 0;
  static final int ASSESSED = 1;
  static final int CONTRACTED = 2;

  private static final long MILLION = 1_000_000;
  private static final long HUNDRED_THOUSAND = 100_000;
  private static final long TEN_THOUSAND = 10_000;

  /** A flow; people are those since the beginning of the year. */
  static final class Flow {
    boolean ciio;
    boolean personal;
    boolean sensitive;
    boolean important;
    int scene;
    boolean necessary;
    boolean staffRules;
    boolean fromAbroad;
    boolean domesticIntroduced;
    long people;
    long sensitivePeople;
    int mechanism;
    boolean consentNeeded;
    boolean consent;
    boolean notice;
    boolean evaluated;
  }

  private ExportByHand() {}

  /** May the export go ahead as it is, with nothing left to be done? */
  static boolean isPermitted(Flow f) {
    if (f.personal && (!f.notice || !f.evaluated || (f.consentNeeded && !f.consent))) {
      return false;
    }
    if (isExempt(f)) {
      return true;
    }
    boolean assessment =
        (f.ciio && f.personal)
            || f.important
            || (f.personal && (f.people >= MILLION || f.sensitivePeople >= TEN_THOUSAND));
    if (assessment) {
      return f.mechanism == ASSESSED;
    }
    boolean contract =
        !f.ciio && f.personal && (f.people >= HUNDRED_THOUSAND || f.sensitivePeople > 0);
    return !contract || f.mechanism != NOTHING_DONE;
  }

  private static boolean isExempt(Flow f) {
    if (f.important) {
      return false;
    }
    if (!f.personal) {
      return f.scene == TRADE;
    }
    return (f.fromAbroad && !f.domesticIntroduced)
        || (f.necessary
            && (f.scene == SHOPPING || f.scene == EMERGENCY || (f.scene == STAFF && f.staffRules)))
        || (!f.ciio && !f.sensitive && f.people < HUNDRED_THOUSAND && f.sensitivePeople == 0);
  }
}
