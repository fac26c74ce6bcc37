package org.hefu.twin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Leaves parts of a policy and a flow out for as long as there is something to complain of. */
final class Smaller {
  private final BiFunction<Drawn, Map<String, String>, String> complaint;
  private Drawn drawn;
  private Map<String, String> flow;

  Smaller(
      Drawn drawn,
      Map<String, String> flow,
      BiFunction<Drawn, Map<String, String>, String> complaint) {
    this.drawn = drawn;
    this.flow = flow;
    this.complaint = complaint;
  }

  String run() {
    boolean smaller = true;
    while (smaller) {
      smaller = modules() || facts() || declarations() || lines() || groups();
    }
    return "%s%n%s%n%s".formatted(complaint.apply(drawn, flow), drawn, Flows.json(flow));
  }

  private boolean modules() {
    boolean any = false;
    for (int m = drawn.modules().size() - 1; m > 0; m--) {
      String name = drawn.modules().get(m).name();
      List<Drawn.Module> modules = new ArrayList<>();
      for (Drawn.Module each : drawn.modules()) {
        if (!each.name().equals(name)) {
          modules.add(
              new Drawn.Module(each.name(), withoutUse(each.head(), name), each.declarations()));
        }
      }
      any |= keep(new Drawn(modules));
    }
    return any;
  }

  private static String withoutUse(String head, String name) {
    return String.join(
        "\n",
        head.lines()
            .filter(l -> !l.endsWith(" " + name) && !l.endsWith(" " + name + ".*"))
            .toList());
  }

  private boolean facts() {
    boolean any = false;
    for (String path : List.copyOf(flow.keySet())) {
      if (path.equals("act") || path.equals("on")) {
        continue;
      }
      Map<String, String> less = new LinkedHashMap<>(flow);
      less.remove(path);
      if (complains(drawn, less)) {
        flow = less;
        any = true;
      }
    }
    return any;
  }

  private boolean complains(Drawn policy, Map<String, String> of) {
    try {
      return !complaint.apply(policy, of).isEmpty();
    } catch (IllegalArgumentException flowNoLongerFits) {
      return false;
    }
  }

  private boolean declarations() {
    boolean any = false;
    for (int m = 0; m < drawn.modules().size(); m++) {
      for (int d = drawn.modules().get(m).declarations().size() - 1; d >= 0; d--) {
        List<String> less = new ArrayList<>(drawn.modules().get(m).declarations());
        less.remove(d);
        any |= keep(m, less);
      }
    }
    return any;
  }

  private boolean lines() {
    boolean any = false;
    for (int m = 0; m < drawn.modules().size(); m++) {
      for (int d = 0; d < drawn.modules().get(m).declarations().size(); d++) {
        for (int line = 1; ; line++) {
          List<String> lines =
              new ArrayList<>(drawn.modules().get(m).declarations().get(d).lines().toList());
          if (line >= lines.size() - 1) {
            break;
          }
          lines.remove(line);
          any |= replace(m, d, String.join("\n", lines));
        }
      }
    }
    return any;
  }

  /** Conditions in parentheses become true, false, or what stands in them. */
  private boolean groups() {
    boolean any = false;
    for (int m = 0; m < drawn.modules().size(); m++) {
      for (int d = 0; d < drawn.modules().get(m).declarations().size(); d++) {
        for (int at = 0; at < drawn.modules().get(m).declarations().get(d).length(); at++) {
          String text = drawn.modules().get(m).declarations().get(d);
          if (text.charAt(at) != '(') {
            continue;
          }
          String before = text.substring(0, at);
          int end = end(text, at);
          String after = text.substring(end);
          int line = text.lastIndexOf('\n', at);
          int clause = text.indexOf(' ', line + 3);
          String inside = text.substring(at + 1, end - 1);
          boolean shorter = !inside.equals("true") && !inside.equals("false");
          boolean done =
              (clause > 0
                      && clause < at
                      && after.contains("\n")
                      && replace(
                          m,
                          d,
                          text.substring(0, clause + 1)
                              + inside
                              + after.substring(after.indexOf('\n'))))
                  || (shorter && replace(m, d, before + "(true)" + after))
                  || (shorter && replace(m, d, before + "(false)" + after));
          any |= done;
        }
      }
    }
    return any;
  }

  private static int end(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  private boolean replace(int module, int declaration, String text) {
    List<String> declarations = new ArrayList<>(drawn.modules().get(module).declarations());
    declarations.set(declaration, text);
    return keep(module, declarations);
  }

  private boolean keep(int module, List<String> declarations) {
    List<Drawn.Module> modules = new ArrayList<>(drawn.modules());
    Drawn.Module old = modules.get(module);
    modules.set(module, new Drawn.Module(old.name(), old.head(), declarations));
    return keep(new Drawn(modules));
  }

  private boolean keep(Drawn less) {
    boolean kept = complains(less, flow);
    if (kept) {
      drawn = less;
    }
    return kept;
  }
}
