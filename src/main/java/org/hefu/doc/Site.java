package org.hefu.doc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hefu.model.Instrument;

/** The pages of a policy for readers, by the names of their files. */
public final class Site {
  private Site() {}

  public static Map<String, String> of(Book book) {
    Map<Trial, Integer> numbers = new HashMap<>();
    for (Trial trial : book.trials()) {
      numbers.put(trial, numbers.size());
    }
    Map<String, String> files = new LinkedHashMap<>();
    files.put("index.html", IndexPage.of(book));
    files.put("decision.html", DecisionPage.of(book));
    for (Instrument instrument : book.instruments()) {
      files.put(Places.page(instrument), InstrumentPage.of(book, instrument, numbers));
    }
    files.put("scenarios.html", ScenariosPage.of(book, numbers));
    files.put("vocabulary.html", VocabularyPage.of(book));
    files.put("search.js", Search.of(book, numbers));
    for (String each : List.of("hefu.css", "hefu.js")) {
      files.put(each, resource(each));
    }
    return files;
  }

  private static String resource(String name) {
    try (InputStream in = Site.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not packed: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
