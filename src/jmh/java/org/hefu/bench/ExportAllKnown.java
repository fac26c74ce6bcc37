package org.hefu.bench;

import java.util.Objects;
import org.hefu.bench.ExportFlow.Basis;
import org.hefu.bench.ExportFlow.Level;
import org.hefu.bench.ExportFlow.Mechanism;
import org.hefu.bench.ExportFlow.Place;
import org.hefu.bench.ExportFlow.Scene;

/**
 * What the Provisions on Promoting and Regulating Cross-Border Data Flows say of a planned export,
 * as a programmer would write it in Java who need not care for what is unknown, for dates and
 * places, for lists, or for counts that are to be added up: articles 3, 4, 5, 7, 8 and 10, for such
 * flows as {@link DrawExports#known} draws. So it is less than the decision that {@link
 * ExportByHand} is.
 */
final class ExportAllKnown {
  private static final long MILLION = 1_000_000;
  private static final long HUNDRED_THOUSAND = 100_000;
  private static final long TEN_THOUSAND = 10_000;

  /** A flow; people are those since the beginning of the year. */
  static final class Flow {
    final boolean ciio;
    final boolean personal;
    final boolean sensitive;
    final boolean important;
    final Scene scene;
    final boolean necessary;
    final boolean staffRules;
    final boolean fromAbroad;
    final boolean domesticIntroduced;
    final long people;
    final long sensitivePeople;
    final boolean assessed;
    final boolean contracted;
    final boolean consentNeeded;
    final boolean consent;
    final boolean notice;
    final boolean evaluated;

    Flow(ExportFlow flow) {
      ciio = flow.ciio == Truth.TRUE;
      personal = flow.personal == Truth.TRUE;
      sensitive = flow.sensitive == Truth.TRUE;
      important = flow.level == Level.IMPORTANT;
      scene = Objects.requireNonNull(flow.scene);
      necessary = flow.sceneNecessary == Truth.TRUE;
      staffRules = flow.labourRules == Truth.TRUE;
      fromAbroad = Place.inMainland(flow.collectedIn) == Truth.FALSE;
      domesticIntroduced = flow.domesticIntroduced == Truth.TRUE;
      people = flow.peopleTogether;
      sensitivePeople = flow.sensitivePeopleTogether;
      assessed = Objects.requireNonNull(flow.mechanisms).contains(Mechanism.ASSESSMENT_PASSED);
      contracted = flow.mechanisms.contains(Mechanism.CONTRACT_CONCLUDED);
      consentNeeded = flow.basis == Basis.CONSENT_BASIS;
      consent = flow.separateConsent == Truth.TRUE;
      notice = flow.exportTold == Truth.TRUE;
      evaluated = flow.impactAssessed == Truth.TRUE;
    }
  }

  private ExportAllKnown() {}

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
      return f.assessed;
    }
    boolean contract =
        !f.ciio && f.personal && (f.people >= HUNDRED_THOUSAND || f.sensitivePeople > 0);
    return !contract || f.assessed || f.contracted;
  }

  private static boolean isExempt(Flow f) {
    if (f.important) {
      return false;
    }
    if (!f.personal) {
      return f.scene == Scene.TRADE_ACTIVITY;
    }
    boolean isScene =
        f.scene == Scene.SHOPPING
            || f.scene == Scene.LIFE_EMERGENCY
            || (f.scene == Scene.CROSS_BORDER_HR && f.staffRules);
    return (f.fromAbroad && !f.domesticIntroduced)
        || (f.necessary && isScene)
        || (!f.ciio && !f.sensitive && f.people < HUNDRED_THOUSAND && f.sensitivePeople == 0);
  }
}
