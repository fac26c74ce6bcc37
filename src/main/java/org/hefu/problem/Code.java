package org.hefu.problem;

import java.util.Locale;

/** What can be wrong. Each has a message in both bundles, and its {@link #id} is stable. */
public enum Code {
  // The file
  CANNOT_READ,
  NOT_UTF8,
  // Its text
  UNREADABLE,
  UNCLOSED,
  UNCLOSED_TEXT,
  STRAY_CHARACTER,
  TOO_DEEP,
  NUMBER_TOO_LARGE,
  NUMBER_TOO_FINE,
  IMPOSSIBLE_DATE,
  TEXT_TWICE,
  UNKNOWN_ESCAPE,
  // Modules and names
  NO_MODULE_NAME,
  MODULE_TWICE,
  LIBRARY_NAME,
  UNKNOWN_MODULE,
  CYCLIC_MODULES,
  NAME_TWICE,
  UNKNOWN_NAME,
  AMBIGUOUS_NAME,
  UNKNOWN_TYPE,
  UNKNOWN_UNIT,
  UNKNOWN_MEMBER,
  NO_REQUEST,
  REQUEST_TWICE,
  ROLE_MISSING,
  CYCLIC_RECORD,
  CYCLIC_DEFINITION,
  // Types
  WRONG_TYPE,
  UNLIKE_UNITS,
  NOT_ORDERED,
  NOT_A_TREE,
  NOT_A_SET,
  NOT_A_FACT,
  NOT_A_PREDICATE,
  WRONG_ARGUMENTS,
  // Instruments and rules
  UNKNOWN_PROPERTY,
  WRONG_PROPERTY,
  MISSING_PROPERTY,
  INSTRUMENT_TWICE,
  NO_INSTRUMENT,
  NO_EFFECT,
  CLAUSE_TWICE,
  UNKNOWN_RANK,
  UNKNOWN_ISSUER(Severity.WARNING),
  UNKNOWN_VERSION,
  VERSIONS_OVERLAP,
  UNKNOWN_CITATION,
  MISREAD_CITATION,
  UNCITED_RULE(Severity.WARNING),
  UNKNOWN_TARGET,
  ULTRA_VIRES(Severity.WARNING),
  CYCLIC_DEFEAT,
  WRONG_PRESUMPTION,
  NOT_MET,
  NO_DEADLINE,
  // Scenarios
  SCENARIO_TWICE,
  UNKNOWN_SCENARIO,
  CYCLIC_SCENARIO,
  NO_EXPECTATION,
  UNKNOWN_OUTCOME,
  // Flows
  MALFORMED_FLOW,
  UNKNOWN_FIELD,
  FIELD_TWICE,
  WRONG_VALUE,
  IMPOSSIBLE_VALUE,
  MISSING_FACT;

  private final Severity severity;

  Code() {
    this(Severity.ERROR);
  }

  Code(Severity severity) {
    this.severity = severity;
  }

  /** The name people see: {@code unknown-name}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Severity severity() {
    return severity;
  }
}
