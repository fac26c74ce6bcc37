package org.hefu.bench;

import static org.hefu.bench.Truth.FALSE;
import static org.hefu.bench.Truth.TRUE;
import static org.hefu.bench.Truth.UNKNOWN;
import static org.hefu.bench.Truth.and;
import static org.hefu.bench.Truth.not;
import static org.hefu.bench.Truth.or;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.hefu.bench.ExportFlow.Zone;

/** The negative lists of free trade zones (article 6), of which none is loaded so far. */
final class ZoneLists {
  /** Open points of law. */
  private static final int IS_FILING_CONSTITUTIVE = UNKNOWN;

  private static final int DOES_EDITION_STAND = UNKNOWN;

  /** What is on the lists that are loaded, by zone. */
  private static final Map<Zone, Set<String>> LISTED = new EnumMap<>(Zone.class);

  private ZoneLists() {}

  /** Approved, filed where that is a condition, and of a zone in which the handler is. */
  static int inEffect(ExportFlow f) {
    return and(isInZone(f), f.listApproved, or(f.listFiled, not(IS_FILING_CONSTITUTIVE)));
  }

  /** Whoever names the zone is in one. */
  private static int isInZone(ExportFlow f) {
    return f.inZone == UNKNOWN && f.zone != null ? TRUE : f.inZone;
  }

  /** Are the data on the list? What the flow does not state, the list tells. */
  static int contain(ExportFlow f) {
    if (f.listContainsData != UNKNOWN || isInZone(f) != TRUE) {
      return f.listContainsData;
    }
    int listed = listed(f);
    boolean isOnIt = and(DOES_EDITION_STAND, listed) == TRUE;
    boolean isOffIt = and(DOES_EDITION_STAND, not(listed)) == TRUE;
    return isOnIt ? TRUE : isOffIt ? FALSE : UNKNOWN;
  }

  private static int listed(ExportFlow f) {
    Zone of = f.listOfZone != null ? f.listOfZone : f.zone;
    Set<String> list = of == null ? null : LISTED.get(of);
    return list == null || f.listEntry == null ? UNKNOWN : Truth.of(list.contains(f.listEntry));
  }
}
