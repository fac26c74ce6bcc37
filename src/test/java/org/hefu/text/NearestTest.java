package org.hefu.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({
    "exprot, export import, export",
    "Export, export, export",
    "安全平估, 安全评估 出境安全评估, 安全评估",
    "安全评估, 国家机关出境安全评估 数据出境安全评估 备案, 数据出境安全评估",
    "评估, 出境安全评估 备案, 出境安全评估",
    "consent, separate_consent consents_of_all, consents_of_all",
    "the, theatre atheism, ",
    "估, 出境安全评估, ",
    "consent, filing, ",
  })
  void whatWasMeant(String name, String candidates, String meant) {
    assertEquals(meant, Nearest.to(name, Arrays.asList(candidates.split(" "))).orElse(null));
  }
}
