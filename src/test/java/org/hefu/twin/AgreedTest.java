package org.hefu.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Policies on which engine and twin once differed. */
class AgreedTest {
  @Test
  void aStageThatIsPresumedCountsForTheOutcomeAlone() {
    assertEquals(Optional.empty(), TwinLaws.difference(-699419822167680383L));
  }

  @Test
  void whatAPresumptionAsksForByKnownIsNotFilledIn() {
    assertEquals(Optional.empty(), TwinSettlingLaws.compared(3683967328454870043L));
  }

  @Test
  void aDraftThatMightClashDefeatsNothingForTheOutcomeAlone() {
    assertEquals(Optional.empty(), TwinLaws.difference(5314345413093262401L));
  }
}
