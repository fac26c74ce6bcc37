package org.hefu.bench;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A data flow in plain Java, as far as the Provisions on Promoting and Regulating Cross-Border Data
 * Flows ask: what is unknown is {@link Truth#UNKNOWN}, {@link #NOBODY_KNOWS} or null.
 */
final class ExportFlow {
  static final long NOBODY_KNOWS = -1;

  /** Acts, and whether each is provision or transmission, and export. */
  enum Act {
    PROCESS(Truth.UNKNOWN, Truth.UNKNOWN),
    STORE(Truth.FALSE, Truth.FALSE),
    TRANSMIT(Truth.TRUE, Truth.FALSE),
    PROVIDE(Truth.TRUE, Truth.UNKNOWN),
    ENTRUST(Truth.TRUE, Truth.FALSE),
    EXPORT(Truth.TRUE, Truth.TRUE),
    PROVIDE_ABROAD(Truth.TRUE, Truth.TRUE),
    CONTINUE_EXPORT(Truth.FALSE, Truth.FALSE),
    EXTEND_ASSESSMENT(Truth.FALSE, Truth.FALSE);

    final int provides;
    final int exports;

    Act(int provides, int exports) {
      this.provides = provides;
      this.exports = exports;
    }
  }

  /** Places, and whether each lies in mainland China. */
  enum Place {
    CHINA("CN", Truth.UNKNOWN),
    MAINLAND("mainland", Truth.TRUE),
    SHANGHAI("CN-31", Truth.TRUE),
    HONG_KONG("HK", Truth.FALSE),
    FRANCE("FR", Truth.FALSE);

    final String code;
    final int mainland;

    Place(String code, int mainland) {
      this.code = code;
      this.mainland = mainland;
    }

    /** Does the place, if any is known, lie in mainland China? */
    static int inMainland(@Nullable Place place) {
      return place == null ? Truth.UNKNOWN : place.mainland;
    }
  }

  /** What the export is for; the first ones are contracts of the individual's own. */
  enum Scene {
    INDIVIDUAL_CONTRACT,
    SHOPPING,
    CROSS_BORDER_HR,
    LIFE_EMERGENCY,
    TRADE_ACTIVITY,
    DOMESTIC_SERVICE
  }

  enum Stage {
    PLANNED,
    COMPLETED
  }

  enum Level {
    GENERAL,
    IMPORTANT,
    CORE
  }

  enum Mechanism {
    ASSESSMENT_PASSED,
    CONTRACT_CONCLUDED,
    CERTIFIED,
    GBA_CONTRACT_CONCLUDED
  }

  enum Route {
    LIST_ASSESSMENT,
    LIST_CONTRACT
  }

  enum Basis {
    CONSENT_BASIS,
    CONTRACT_OR_HR,
    NO_BASIS
  }

  enum Zone {
    ZONE_TIANJIN,
    ZONE_BEIJING,
    ZONE_SHANGHAI,
    ZONE_LINGANG,
    ZONE_HAINAN,
    ZONE_ZHEJIANG,
    ZONE_FUJIAN
  }

  enum Purpose {
    SERVICE_PERFORMANCE,
    HOUSEHOLD
  }

  enum Party {
    OTHER_ENTERPRISE,
    NATURAL_PERSON
  }

  final Act act;
  final LocalDate on;
  final @Nullable Stage stage;
  final @Nullable Place place;
  final @Nullable Purpose purpose;
  final @Nullable Basis basis;
  final @Nullable Scene scene;
  final int sceneNecessary;

  final @Nullable Party handler;
  final int ciio;
  final int inZone;
  final @Nullable Zone zone;
  final @Nullable Place recipientIn;
  final @Nullable Place accessFrom;
  final int sentAbroad;

  final int personal;
  final int sensitive;
  final int minors;
  final int anonymised;
  final int restorable;
  final @Nullable Level level;
  final int notifiedImportant;
  final int publishedImportant;
  final int sectorRuleExists;
  final @Nullable Place collectedIn;
  final int domesticIntroduced;

  /** Those whose information goes: this year before this flow, in it, and with it. */
  final long peopleBefore;

  final long people;
  final long peopleTogether;

  final long sensitivePeopleBefore;
  final long sensitivePeople;
  final long sensitivePeopleTogether;

  final int separateConsent;
  final @Nullable LocalDate consentWithdrawnOn;
  final int exportTold;
  final int impactAssessed;
  final int labourRules;
  final int collectiveContract;

  final @Nullable Set<Mechanism> mechanisms;
  final @Nullable LocalDate assessmentIssuedOn;
  final int extensionApproved;
  final int assessmentInScope;
  final int redeclarationDue;
  final int redeclared;
  final int falseMaterial;
  final long workingDaysLeft;

  /** How much has changed since the assessment, and what of it: how long data are kept abroad. */
  final long changes;

  final int keptLonger;
  final int changeAffectsSecurity;
  final @Nullable LocalDate contractEffectiveOn;
  final int contractCoversFlow;
  final int contractDeviates;
  final int certificateInScope;
  final @Nullable LocalDate certificateIssuedOn;
  final @Nullable LocalDate certificateValidUntil;
  final int certificateSuspended;

  final int listApproved;
  final int listFiled;
  final int listCoversSector;
  final int listContainsData;
  final @Nullable Route listRoute;
  final @Nullable Zone listOfZone;
  final @Nullable String listEntry;

  /**
   * @param said what a flow file states, by the names of the facts
   */
  ExportFlow(Map<String, Object> said) {
    act = Act.valueOf(said.get("act").toString().toUpperCase(Locale.ROOT));
    on = LocalDate.parse(said.get("on").toString());
    stage = one(said, "stage", Stage.class);
    place = place(said, "place");
    purpose = one(said, "purpose", Purpose.class);
    basis = one(said, "legal_basis", Basis.class);
    scene = one(said, "scene", Scene.class);
    sceneNecessary = truth(said, "scene_necessary");
    handler = one(said, "handler.kind", Party.class);
    ciio = truth(said, "handler.ciio");
    inZone = truth(said, "handler.in_free_trade_zone");
    zone = one(said, "handler.zone", Zone.class);
    recipientIn = place(said, "recipient.region");
    accessFrom = place(said, "access.place");
    sentAbroad = truth(said, "access.sent_abroad");
    personal = truth(said, "data.personal");
    sensitive = truth(said, "data.sensitive");
    minors = truth(said, "data.minors");
    anonymised = truth(said, "data.anonymised");
    restorable = truth(said, "data.restorable");
    level = one(said, "data.level", Level.class);
    notifiedImportant = truth(said, "data.notified_important");
    publishedImportant = truth(said, "data.published_important");
    sectorRuleExists = truth(said, "data.sector_rule_exists");
    collectedIn = place(said, "data.collected_in");
    domesticIntroduced = truth(said, "data.domestic_introduced");
    peopleBefore = count(said, "exported_before");
    people = count(said, "data.people");
    peopleTogether = count(said, "exported_people");
    sensitivePeopleBefore = count(said, "exported_sensitive_before");
    sensitivePeople = count(said, "data.sensitive_people");
    sensitivePeopleTogether = count(said, "exported_sensitive_people");
    separateConsent = truth(said, "consent.separate");
    consentWithdrawnOn = date(said, "consent.withdrawn_on");
    exportTold = truth(said, "notice.export_told");
    impactAssessed = truth(said, "review.pipia_done");
    labourRules = truth(said, "employment.lawful_rules");
    collectiveContract = truth(said, "employment.collective_contract");
    mechanisms = mechanisms(said);
    assessmentIssuedOn = date(said, "assessment.issued_on");
    extensionApproved = truth(said, "assessment.extension_approved");
    assessmentInScope = truth(said, "assessment.in_scope");
    redeclarationDue = truth(said, "assessment.redeclaration_due");
    redeclared = truth(said, "assessment.redeclared");
    falseMaterial = truth(said, "assessment.false_material");
    workingDaysLeft = count(said, "assessment.working_days_left");
    Collection<?> changed = (Collection<?>) said.get("assessment.changes");
    changes = changed == null ? NOBODY_KNOWS : changed.size();
    keptLonger = changed == null ? Truth.UNKNOWN : Truth.of(changed.contains("retention_extended"));
    changeAffectsSecurity = truth(said, "assessment.change_affects_security");
    contractEffectiveOn = date(said, "export_contract.effective_on");
    contractCoversFlow = truth(said, "export_contract.covers_flow");
    contractDeviates = truth(said, "export_contract.deviates");
    certificateInScope = truth(said, "certificate.in_scope");
    certificateIssuedOn = date(said, "certificate.issued_on");
    certificateValidUntil = date(said, "certificate.valid_until");
    certificateSuspended = truth(said, "certificate.suspended");
    listApproved = truth(said, "negative_list.approved");
    listFiled = truth(said, "negative_list.filed");
    listCoversSector = truth(said, "negative_list.covers_sector");
    listContainsData = truth(said, "negative_list.contains_data");
    listRoute = one(said, "negative_list.route", Route.class);
    listOfZone = one(said, "negative_list.of_zone", Zone.class);
    listEntry = (String) said.get("negative_list.entry");
  }

  private static int truth(Map<String, Object> said, String name) {
    Object value = said.get(name);
    return value == null ? Truth.UNKNOWN : Truth.of((Boolean) value);
  }

  private static long count(Map<String, Object> said, String name) {
    Object value = said.get(name);
    return value == null ? NOBODY_KNOWS : ((Number) value).longValue();
  }

  private static @Nullable LocalDate date(Map<String, Object> said, String name) {
    Object value = said.get(name);
    return value == null ? null : LocalDate.parse(value.toString());
  }

  private static <E extends Enum<E>> @Nullable E one(
      Map<String, Object> said, String name, Class<E> of) {
    Object value = said.get(name);
    return value == null ? null : Enum.valueOf(of, value.toString().toUpperCase(Locale.ROOT));
  }

  private static @Nullable Place place(Map<String, Object> said, String name) {
    Object code = said.get(name);
    for (Place each : Place.values()) {
      if (each.code.equals(code)) {
        return each;
      }
    }
    return null;
  }

  private static @Nullable Set<Mechanism> mechanisms(Map<String, Object> said) {
    if (!(said.get("mechanisms") instanceof Collection<?> names)) {
      return null;
    }
    Set<Mechanism> mechanisms = EnumSet.noneOf(Mechanism.class);
    names.forEach(n -> mechanisms.add(Mechanism.valueOf(n.toString().toUpperCase(Locale.ROOT))));
    return mechanisms;
  }
}
