package org.hefu.bench;

import static org.hefu.bench.Truth.FALSE;
import static org.hefu.bench.Truth.TRUE;
import static org.hefu.bench.Truth.UNKNOWN;
import static org.hefu.bench.Truth.and;
import static org.hefu.bench.Truth.not;
import static org.hefu.bench.Truth.or;
import static org.hefu.bench.Truth.surely;

import java.time.LocalDate;
import org.hefu.bench.ExportFlow.Act;
import org.hefu.bench.ExportFlow.Basis;
import org.hefu.bench.ExportFlow.Level;
import org.hefu.bench.ExportFlow.Mechanism;
import org.hefu.bench.ExportFlow.Party;
import org.hefu.bench.ExportFlow.Place;
import org.hefu.bench.ExportFlow.Purpose;
import org.hefu.bench.ExportFlow.Route;
import org.hefu.bench.ExportFlow.Scene;
import org.hefu.bench.ExportFlow.Stage;
import org.hefu.model.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What the Provisions on Promoting and Regulating Cross-Border Data Flows say of a flow, as a
 * programmer would write {@code stdlib/cn/provisions_2024.hefu} in Java: the same outcome for every
 * flow without parts, whatever of it is unknown.
 */
final class ExportByHand {
  private static final LocalDate IN_FORCE = LocalDate.of(2024, 3, 22);
  private static final long MILLION = 1_000_000;
  private static final long HUNDRED_THOUSAND = 100_000;
  private static final long TEN_THOUSAND = 10_000;
  private static final int VALID_YEARS = 3;
  private static final int EXTENSION_DAYS = 60;

  /** An open point of law. */
  private static final int DO_RULES_DO_WITHOUT_CONTRACT = UNKNOWN;

  private final ExportFlow f;
  private final int leaves;
  private final int hasPersonal;
  private final int personal;
  private final int important;

  /** Personal information leaves, and no important data (art 5.2). */
  private final int ordinary;

  private final int listInEffect;
  private final int listContainsData;
  private final int onList;

  private boolean prohibited;
  private boolean undetermined;
  private boolean conditional;

  /** A flow of which the text surely speaks. */
  private ExportByHand(ExportFlow f) {
    this.f = f;
    this.leaves = leaves(f);
    this.hasPersonal =
        and(
            or(f.personal, surely(f.sensitive), surely(f.minors)),
            not(and(surely(f.anonymised), not(f.restorable))));
    this.personal = and(hasPersonal, not(household(f)));
    this.important =
        or(atLeastImportant(f), surely(f.notifiedImportant), surely(f.publishedImportant));
    this.ordinary = and(leaves, personal, not(important));
    this.listInEffect = ZoneLists.inEffect(f);
    this.listContainsData = ZoneLists.contain(f);
    this.onList = and(leaves, listInEffect, listContainsData);
  }

  static Outcome outcome(ExportFlow f) {
    int governs = and(Truth.of(!f.on.isBefore(IN_FORCE)), Place.inMainland(f.place), spokenOf(f));
    if (governs != TRUE) {
      // Where it is open whether the text speaks at all, so is whatever it says.
      return governs == FALSE ? Outcome.UNREGULATED : Outcome.UNDETERMINED;
    }
    ExportByHand decision = new ExportByHand(f);
    switch (f.act) {
      case EXTEND_ASSESSMENT -> decision.forbid(not(mayExtend(f)));
      case CONTINUE_EXPORT -> decision.require(TRUE, or(f.extensionApproved, f.redeclared));
      default -> decision.export();
    }
    return decision.outcome();
  }

  private static int spokenOf(ExportFlow f) {
    return f.act == Act.EXTEND_ASSESSMENT || f.act == Act.CONTINUE_EXPORT ? TRUE : f.act.provides;
  }

  private void forbid(int truth) {
    prohibited |= truth == TRUE;
    undetermined |= truth == UNKNOWN;
  }

  private void require(int truth, int done) {
    if (truth == FALSE || done == TRUE) {
      return;
    }
    boolean isCompleted = f.stage == Stage.COMPLETED;
    prohibited |= truth == TRUE && done == FALSE && isCompleted;
    undetermined |= truth == UNKNOWN || f.stage != Stage.PLANNED;
    conditional = true;
  }

  private Outcome outcome() {
    return prohibited
        ? Outcome.PROHIBITED
        : undetermined
            ? Outcome.UNDETERMINED
            : conditional ? Outcome.CONDITIONAL : Outcome.PERMITTED;
  }

  private void export() {
    if (leaves == FALSE) {
      return;
    }
    int personalLeaves = and(leaves, personal);
    require(personalLeaves, f.exportTold);
    require(personalLeaves, f.impactAssessed);
    require(and(personalLeaves, consentNeeded(f)), separateConsent(f));
    int assessed = Mechanisms.assessed(f);
    int contracted = or(Mechanisms.contracted(f), Mechanisms.certified(f));
    if (assessed == TRUE && contracted == TRUE) {
      return;
    }
    int freed = freed();
    if (freed == TRUE) {
      return;
    }
    int sensitive = and(personal, or(f.sensitive, surely(f.minors)));
    Count people =
        Count.of(and(personalLeaves, not(freed)), f.peopleBefore, f.people, f.peopleTogether);
    Count sensitivePeople =
        Count.of(
            and(leaves, sensitive, not(freed)),
            f.sensitivePeopleBefore,
            f.sensitivePeople,
            f.sensitivePeopleTogether);
    int sendsSensitive =
        and(sensitive, or(Truth.of(f.sensitive != UNKNOWN), sensitivePeople.reaches(1)));
    int little = and(ordinary, people.below(HUNDRED_THOUSAND), not(sendsSensitive), not(f.ciio));
    int exempt = or(freed, little);
    require(
        and(assessmentAsked(people, sensitivePeople), not(exempt), not(listAsksForLess())),
        assessed);
    // Whoever has passed the assessment has gone the strictest way.
    int isAssessed = f.mechanisms == null ? FALSE : assessed;
    require(and(contractAsked(people, sensitivePeople), not(isAssessed), not(exempt)), contracted);
  }

  /** 向境外提供: provided abroad; not where somebody in mainland China looks at data that stay. */
  private static int leaves(ExportFlow f) {
    int abroad = f.recipientIn == null ? FALSE : not(Place.inMainland(f.recipientIn));
    boolean isAccessTold = f.accessFrom != null || f.sentAbroad == FALSE;
    int stays = isAccessTold ? and(Place.inMainland(f.accessFrom), not(f.sentAbroad)) : FALSE;
    return and(or(f.act.exports, abroad), not(stays));
  }

  private static int household(ExportFlow f) {
    return and(
        f.purpose == null ? UNKNOWN : Truth.of(f.purpose == Purpose.HOUSEHOLD),
        f.handler == null ? UNKNOWN : Truth.of(f.handler == Party.NATURAL_PERSON));
  }

  /** By the level, which article 2 presumes where the flow does not state it. */
  private static int atLeastImportant(ExportFlow f) {
    if (f.level != null) {
      return Truth.of(f.level != Level.GENERAL);
    }
    int named = or(f.notifiedImportant, f.publishedImportant);
    return named == TRUE ? TRUE : named == FALSE && f.sectorRuleExists == FALSE ? FALSE : UNKNOWN;
  }

  private static int consentNeeded(ExportFlow f) {
    return f.basis == null
        ? UNKNOWN
        : Truth.of(f.basis == Basis.CONSENT_BASIS || f.basis == Basis.NO_BASIS);
  }

  private static int separateConsent(ExportFlow f) {
    boolean isWithdrawn = f.consentWithdrawnOn != null && !f.consentWithdrawnOn.isAfter(f.on);
    return isWithdrawn ? FALSE : f.separateConsent;
  }

  /** Articles 3 to 6, but for what is free because it is little: what does not count either. */
  private int freed() {
    int trade = and(leaves, is(Scene.TRADE_ACTIVITY), not(hasPersonal), not(important));
    int transit = and(not(Place.inMainland(f.collectedIn)), not(f.domesticIntroduced));
    int rules = and(f.labourRules, or(f.collectiveContract, DO_RULES_DO_WITHOUT_CONTRACT));
    int situation =
        or(
            or(is(Scene.INDIVIDUAL_CONTRACT), is(Scene.SHOPPING)),
            and(is(Scene.CROSS_BORDER_HR), rules),
            is(Scene.LIFE_EMERGENCY));
    int offList =
        and(and(leaves, not(important)), listInEffect, f.listCoversSector, not(listContainsData));
    return or(trade, offList, and(ordinary, or(transit, and(situation, f.sceneNecessary))));
  }

  private int is(Scene scene) {
    return f.scene == null ? UNKNOWN : Truth.of(f.scene == scene);
  }

  /** Articles 6.1 and 7.1. */
  private int assessmentAsked(Count people, Count sensitivePeople) {
    int many = or(people.reaches(MILLION), sensitivePeople.reaches(TEN_THOUSAND));
    int byList = and(onList, or(personal, important), is(Route.LIST_ASSESSMENT));
    return or(byList, and(leaves, or(important, and(personal, or(f.ciio, many)))));
  }

  private int listAsksForLess() {
    return and(ordinary, onList, is(Route.LIST_CONTRACT));
  }

  /** Articles 6.1 and 8.1. */
  private int contractAsked(Count people, Count sensitivePeople) {
    int middle =
        and(
            not(f.ciio),
            people.below(MILLION),
            sensitivePeople.below(TEN_THOUSAND),
            or(people.reaches(HUNDRED_THOUSAND), sensitivePeople.reaches(1)));
    return or(
        listAsksForLess(), and(ordinary, middle, not(and(onList, is(Route.LIST_ASSESSMENT)))));
  }

  private int is(Route route) {
    return f.listRoute == null ? UNKNOWN : Truth.of(f.listRoute == route);
  }

  /** Article 9: within the last sixty working days, and if nothing must be declared again. */
  private static int mayExtend(ExportFlow f) {
    int outdated = f.changes > 0 ? or(f.keptLonger, f.changeAffectsSecurity) : FALSE;
    int asBefore = and(not(f.redeclarationDue), not(or(surely(f.redeclarationDue), outdated)));
    return and(asBefore, isLastDays(f));
  }

  private static int isLastDays(ExportFlow f) {
    @Nullable LocalDate end =
        f.assessmentIssuedOn == null ? null : f.assessmentIssuedOn.plusYears(VALID_YEARS);
    int isLate;
    if (f.workingDaysLeft != ExportFlow.NOBODY_KNOWS) {
      isLate = Truth.of(f.workingDaysLeft <= EXTENSION_DAYS);
    } else {
      @Nullable LocalDate first = end == null ? null : WorkingDays.before(end, EXTENSION_DAYS);
      isLate = first == null ? UNKNOWN : Truth.of(!f.on.isBefore(first));
    }
    return and(end == null ? UNKNOWN : Truth.of(f.on.isBefore(end)), isLate);
  }

  /** Article 9, and what counts as a contract or a certificate. */
  private static final class Mechanisms {
    static int assessed(ExportFlow f) {
      int has = has(f, Mechanism.ASSESSMENT_PASSED);
      if (has == FALSE || f.redeclarationDue == TRUE || f.falseMaterial == TRUE) {
        return FALSE;
      }
      return and(has, f.assessmentInScope, isValid(f));
    }

    private static int isValid(ExportFlow f) {
      LocalDate issued = f.assessmentIssuedOn;
      if (issued == null) {
        return UNKNOWN;
      }
      if (issued.isAfter(f.on)) {
        return FALSE;
      }
      return f.on.isBefore(issued.plusYears(VALID_YEARS))
          ? TRUE
          : and(f.extensionApproved, Truth.of(f.on.isBefore(issued.plusYears(2 * VALID_YEARS))));
    }

    static int contracted(ExportFlow f) {
      int has = has(f, Mechanism.CONTRACT_CONCLUDED);
      LocalDate from = f.contractEffectiveOn;
      return has == FALSE || f.contractDeviates == TRUE
          ? FALSE
          : and(has, f.contractCoversFlow, from == null ? UNKNOWN : Truth.of(!from.isAfter(f.on)));
    }

    static int certified(ExportFlow f) {
      int has = has(f, Mechanism.CERTIFIED);
      LocalDate issued = f.certificateIssuedOn;
      LocalDate until = f.certificateValidUntil;
      if (has == FALSE
          || f.certificateSuspended == TRUE
          || (issued != null && issued.isAfter(f.on))) {
        return FALSE;
      }
      boolean isNew = issued != null && f.on.isBefore(issued.plusYears(VALID_YEARS));
      int isValid = until != null ? Truth.of(!f.on.isAfter(until)) : isNew ? TRUE : UNKNOWN;
      return and(has, f.certificateInScope, isValid);
    }

    private static int has(ExportFlow f, Mechanism mechanism) {
      return f.mechanisms == null ? UNKNOWN : Truth.of(f.mechanisms.contains(mechanism));
    }
  }
}
