package org.hefu.bench;

import java.util.List;

/**
 * A cross-border workload: rules that forbid or permit, grants, and flows to decide. Sets of values
 * are bits over the lists below; a set without bits is not tested. {@link Draw} draws one from a
 * seed.
 */
record Workload(List<Norm> norms, List<Leave> leaves, List<Flow> flows) {
  static final List<String> ACTS = List.of("export", "share", "access", "process");
  static final List<String> CATEGORIES =
      List.of(
          "health",
          "biometric",
          "genetic",
          "financial",
          "location",
          "minors",
          "identity",
          "contact",
          "behaviour",
          "telemetry",
          "personnel",
          "traffic",
          "mapping",
          "image",
          "voice",
          "open_data");
  static final List<String> REGIONS =
      List.of(
          "CN", "HK", "SG", "JP", "KR", "US", "CA", "MX", "BR", "GB", "DE", "FR", "NL", "IE", "CH",
          "SE", "PL", "IT", "IN", "AU", "NZ", "ZA", "AE", "SA");
  static final List<String> PURPOSES =
      List.of(
          "personnel_admin",
          "payroll",
          "fulfilment",
          "support",
          "analytics",
          "marketing",
          "fraud_control",
          "research",
          "audit",
          "litigation",
          "security",
          "training");
  static final List<String> RECIPIENTS =
      List.of("processor", "controller", "affiliate", "public_body", "research_body", "vendor");
  static final List<String> MECHANISMS =
      List.of("no_mechanism", "clauses", "binding_rules", "adequacy", "certificate", "assessment");
  static final List<String> BASES =
      List.of("no_basis", "consent", "performance", "duty", "vital_interest", "public_interest");

  /** The first day on which a grant may begin, as days since 1970-01-01. */
  static final int FIRST_DAY = 20_000;

  /** On how many days from then on flows are that are drawn from no grant. */
  static final int DAYS = 1130;

  /**
   * One rule: applies where every tested value is in its set and the volume reaches it, or stays
   * below it for a permission, unless its exception holds.
   */
  record Norm(
      boolean forbids,
      int acts,
      int categories,
      int origins,
      int destinations,
      int purposes,
      int recipients,
      long volume,
      int mechanisms,
      int bases,
      boolean encrypted,
      boolean deidentified) {}

  /** One grant: who may use which data set for one purpose, from one region to another. */
  record Leave(int who, int set, int purpose, int origin, int destination, int from, int to) {}

  /** One flow, every fact known. */
  record Flow(
      int who,
      int set,
      int act,
      int category,
      long volume,
      int purpose,
      int basis,
      int origin,
      int destination,
      int recipient,
      int mechanism,
      boolean encrypted,
      boolean deidentified,
      int on) {}

  static boolean isIn(int set, int value) {
    return set == 0 || (set >> value & 1) != 0;
  }

  /** How many parties hold so many grants. */
  static int parties(int grants) {
    return Math.max(20, grants / 20);
  }

  /** How many data sets so many grants are about. */
  static int sets(int grants) {
    return Math.max(10, grants / 100);
  }
}
