package org.hefu.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {
  @Property
  void anyTextIsReadBack(@ForAll String text) {
    assertEquals(text, JsonMapper.shared().readValue(Json.text(text), String.class));
  }

  @Test
  void structuresAreReadBack() {
    Object value =
        Json.object(
            "list", List.of(List.of(), Map.of(), 1, 2.5, true, "\u0000\"\\\n"),
            "both", new Bilingual("中", "en"),
            "there", Optional.of(1),
            "absent", Optional.empty());
    assertEquals(
        Map.of(
            "list", List.of(List.of(), Map.of(), 1, 2.5, true, "\u0000\"\\\n"),
            "both", Map.of("zh", "中", "en", "en"),
            "there", 1),
        JsonMapper.shared().readValue(Json.text(value), Map.class));
  }

  @Test
  void whatIsShortStaysOnALine() {
    assertEquals("{ \"a\": 1 }", Json.text(Json.object("a", 1)));
    assertEquals("[1, 2]", Json.text(Arrays.asList(1, 2)));
    assertEquals("[]", Json.text(List.of()));
    assertEquals("{}", Json.text(Map.of()));
  }
}
