package org.hefu.twin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.hefu.text.Source;

/** A policy as text, in parts that can be put in another order or left out. */
record Drawn(List<Module> modules) {
  /** One module: its head, and its declarations; or the table of a list, which is all head. */
  record Module(String name, String head, List<String> declarations) {
    boolean isTable() {
      return name.endsWith(".csv");
    }

    String text() {
      return head + "\n" + String.join("\n", declarations);
    }
  }

  List<Source> sources() {
    return modules.stream()
        .map(m -> new Source(m.isTable() ? m.name() : m.name() + ".hefu", m.text()))
        .toList();
  }

  /** The declarations of each module in another order. */
  Drawn shuffled(Random random) {
    List<Module> shuffled = new ArrayList<>();
    for (Module module : modules) {
      List<String> declarations = new ArrayList<>(module.declarations());
      Collections.shuffle(declarations, random);
      shuffled.add(new Module(module.name(), module.head(), declarations));
    }
    return new Drawn(shuffled);
  }

  Drawn with(Module more) {
    List<Module> all = new ArrayList<>(modules);
    all.add(more);
    return new Drawn(all);
  }

  /** What the pattern's first group finds in the texts. */
  List<String> find(Pattern pattern) {
    return modules.stream()
        .flatMap(m -> pattern.matcher(m.text()).results())
        .map(r -> r.group(1))
        .distinct()
        .toList();
  }

  @Override
  public String toString() {
    return String.join("\n\n", modules.stream().map(Module::text).toList());
  }
}
