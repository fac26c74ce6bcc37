package org.hefu.bench;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Draws exports, as flow files state them: the names of facts, and their values. */
final class DrawExports {
  private static final List<String> SCENES =
      List.of(
          "shopping", "cross_border_hr", "life_emergency", "trade_activity", "domestic_service");
  private static final List<List<String>> MECHANISMS =
      List.of(List.of(), List.of("assessment_passed"), List.of("contract_concluded"));
  private static final List<String> CHANGES =
      List.of("retention_extended", "purpose_changed", "other_change");

  /** The first and the last day before the text, and others about which terms end. */
  private static final List<String> DAYS =
      List.of("2024-03-21", "2024-03-22", "2024-05-08", "2025-10-09", "2026-06-30", "2027-02-01");

  private static final List<String> TRUTHS =
      List.of(
          "scene_necessary",
          "handler.ciio",
          "handler.in_free_trade_zone",
          "access.sent_abroad",
          "data.sensitive",
          "data.minors",
          "data.anonymised",
          "data.restorable",
          "data.notified_important",
          "data.published_important",
          "data.sector_rule_exists",
          "data.domestic_introduced",
          "consent.separate",
          "notice.export_told",
          "review.pipia_done",
          "employment.lawful_rules",
          "employment.collective_contract",
          "assessment.extension_approved",
          "assessment.redeclaration_due",
          "assessment.redeclared",
          "assessment.false_material",
          "assessment.change_affects_security",
          "export_contract.deviates",
          "certificate.suspended",
          "negative_list.filed",
          "negative_list.contains_data",
          "data.personal",
          "assessment.in_scope",
          "export_contract.covers_flow",
          "certificate.in_scope",
          "negative_list.approved",
          "negative_list.covers_sector");

  /** One fact in so many is odd. */
  private static final int ODD = 5;

  private final SplittableRandom random;
  private Map<String, Object> said = new LinkedHashMap<>();

  DrawExports(SplittableRandom random) {
    this.random = random;
  }

  /** A planned export from Shanghai to France, of which every fact is known that matters. */
  Map<String, Object> known() {
    said = new LinkedHashMap<>();
    boolean ciio = random.nextInt(5) == 0;
    boolean personal = random.nextInt(5) != 0;
    boolean sensitive = personal && random.nextInt(3) == 0;
    said.put("act", "provide_abroad");
    said.put("on", "2026-06-30");
    said.put("stage", "planned");
    said.put("place", "CN-31");
    said.put("purpose", "service_performance");
    said.put("handler.kind", "other_enterprise");
    said.put("handler.ciio", ciio);
    said.put("handler.in_free_trade_zone", false);
    said.put("recipient.region", "FR");
    said.put("data.personal", personal);
    said.put("data.sensitive", sensitive);
    said.put("data.minors", false);
    said.put("data.level", random.nextInt(6) == 0 ? "important" : "general");
    said.put("scene", SCENES.get(random.nextInt(SCENES.size())));
    said.put("scene_necessary", random.nextBoolean());
    said.put("employment.lawful_rules", random.nextBoolean());
    said.put("employment.collective_contract", true);
    said.put("data.collected_in", random.nextInt(6) == 0 ? "FR" : "mainland");
    said.put("data.domestic_introduced", random.nextBoolean());
    said.put("exported_people", personal ? (long) Math.pow(10, random.nextDouble(3, 7)) : 0);
    said.put(
        "exported_sensitive_people", sensitive ? (long) Math.pow(10, random.nextDouble(1, 5)) : 0);
    said.put("mechanisms", MECHANISMS.get(random.nextInt(MECHANISMS.size())));
    said.put("legal_basis", random.nextBoolean() ? "consent_basis" : "contract_or_hr");
    said.put("consent.separate", random.nextInt(4) != 0);
    said.put("notice.export_told", random.nextInt(8) != 0);
    said.put("review.pipia_done", random.nextInt(8) != 0);
    said.put("assessment.issued_on", "2025-06-30");
    said.put("assessment.in_scope", true);
    said.put("assessment.extension_approved", false);
    said.put("assessment.redeclaration_due", false);
    said.put("assessment.false_material", false);
    said.put("export_contract.effective_on", "2026-01-01");
    said.put("export_contract.covers_flow", true);
    return said;
  }

  /** The same of which one fact in so many is unknown; act and day never are. */
  Map<String, Object> forgetful(Map<String, Object> flow, int oneIn) {
    Map<String, Object> kept = new LinkedHashMap<>();
    flow.forEach((name, value) -> {
      if (name.equals("act") || name.equals("on") || random.nextInt(oneIn) != 0) {
        kept.put(name, value);
      }
    });
    return kept;
  }

  /** A flow that is odd in a few points, of which some facts are unknown. */
  Map<String, Object> odd() {
    Map<String, Object> flow = known();
    Map<String, Object> other = any();
    boolean isCountedElse = random.nextBoolean();
    other.forEach((name, value) -> {
      boolean isCount = name.contains("people") || name.startsWith("exported");
      if (isCount ? isCountedElse : random.nextInt(ODD) == 0) {
        flow.put(name, value);
      }
    });
    if (random.nextInt(ODD) == 0) {
      inZone(flow);
    }
    return forgetful(flow, random.nextInt(4, 40));
  }

  /** Puts the handler into a free trade zone whose list is in effect. */
  private void inZone(Map<String, Object> flow) {
    flow.remove("handler.in_free_trade_zone");
    flow.put("handler.zone", any(ExportFlow.Zone.values()));
    flow.put("negative_list.approved", true);
    flow.put("negative_list.filed", true);
    flow.put("negative_list.covers_sector", true);
    flow.put("negative_list.contains_data", random.nextBoolean());
    flow.put("negative_list.route", any(ExportFlow.Route.values()));
  }

  /** A flow in which every fact is as it likes. */
  private Map<String, Object> any() {
    said = new LinkedHashMap<>();
    LocalDate on = LocalDate.parse(any(DAYS));
    said.put("act", any(ExportFlow.Act.values()));
    said.put("on", on.toString());
    said.put("stage", any(ExportFlow.Stage.values()));
    said.put("place", place());
    said.put("purpose", any(ExportFlow.Purpose.values()));
    said.put("legal_basis", any(ExportFlow.Basis.values()));
    said.put("scene", any(ExportFlow.Scene.values()));
    said.put("handler.kind", any(ExportFlow.Party.values()));
    said.put("handler.zone", any(ExportFlow.Zone.values()));
    said.put("recipient.region", place());
    said.put("access.place", place());
    said.put("data.collected_in", place());
    said.put("data.level", any(ExportFlow.Level.values()));
    said.put("negative_list.route", any(ExportFlow.Route.values()));
    said.put("negative_list.of_zone", any(ExportFlow.Zone.values()));
    said.put("negative_list.entry", "A01");
    TRUTHS.forEach(name -> said.put(name, random.nextBoolean()));
    count("exported_before", "data.people", "exported_people", 100_000, 1_000_000);
    count(
        "exported_sensitive_before",
        "data.sensitive_people",
        "exported_sensitive_people",
        1,
        10_000);
    said.put(
        "mechanisms",
        Stream.of(ExportFlow.Mechanism.values())
            .filter(_ -> random.nextInt(3) == 0)
            .map(DrawExports::said)
            .toList());
    said.put("consent.withdrawn_on", about(on, 0));
    said.put("assessment.issued_on", about(on, 3));
    said.put("assessment.working_days_left", random.nextInt(58, 63));
    said.put("assessment.changes", CHANGES.stream().filter(_ -> random.nextInt(4) == 0).toList());
    said.put("export_contract.effective_on", about(on, 0));
    said.put("certificate.issued_on", about(on, 3));
    said.put("certificate.valid_until", about(on, 0));
    return said;
  }

  /** Counts about some limits: before a flow, in it, and with it. */
  private void count(String before, String here, String together, int... limits) {
    int limit = limits[random.nextInt(limits.length)];
    long past = Math.max(0, random.nextInt(4) == 0 ? limit + random.nextInt(-1, 2) : limit / 2);
    long now = Math.max(0, limit - past + random.nextInt(-1, 2));
    said.put(before, past);
    said.put(here, now);
    said.put(together, past + random.nextLong(now + 1));
  }

  /** A day about that day, the same many years before, or somewhat later than that. */
  private String about(LocalDate on, int years) {
    int back = years * random.nextInt(3);
    int later = random.nextInt(4) == 0 ? random.nextInt(120) : random.nextInt(-1, 2);
    return on.minusYears(back).plusDays(later).toString();
  }

  private String place() {
    ExportFlow.Place[] places = ExportFlow.Place.values();
    return places[random.nextInt(places.length)].code;
  }

  private String any(Enum<?>[] all) {
    return said(all[random.nextInt(all.length)]);
  }

  private String any(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static String said(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
