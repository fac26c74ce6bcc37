package org.hefu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Draws what was recorded: nanoseconds a decision takes, both axes by powers of ten. */
public final class Curves {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final int LEFT = 70;
  private static final int RIGHT = 120;
  private static final int TOP = 40;
  private static final int BOTTOM = 50;
  private static final List<String> COLOURS = List.of("#c0392b", "#2c3e50", "#2980b9");
  private static final List<String> WHO = List.of("hefu", "byLoop", "byBitmap");
  private static final List<String> SAID = List.of("Hefu", "loop by hand", "bitmaps by hand");

  private Curves() {}

  /**
   * @param arguments the record, and the folder for the pictures
   */
  public static void main(String[] arguments) throws IOException {
    JsonNode times = JsonMapper.shared().readTree(Path.of(arguments[0]).toFile()).path("ns");
    Path folder = Path.of(arguments[1]);
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("rules.svg"), draw(times, "rules, with 10,000 grants", "(\\d+)x10000"));
    Files.writeString(
        folder.resolve("grants.svg"), draw(times, "grants, with 1,000 rules", "1000x(\\d+)"));
  }

  private static String draw(JsonNode times, String what, String points) {
    Map<String, Map<Integer, Double>> curves = new TreeMap<>();
    times
        .properties()
        .forEach(each -> {
          // Who, on which runtime, at which point.
          String[] name = each.getKey().split(" ", -1);
          if (name[1].equals("optimizing") && name[2].matches(points)) {
            curves
                .computeIfAbsent(name[0], _ -> new TreeMap<>())
                .put(
                    Integer.parseInt(name[2].replaceAll(points, "$1")), each.getValue().asDouble());
          }
        });
    double most = 1;
    int last = 10;
    int first = Integer.MAX_VALUE;
    for (String who : WHO) {
      for (Map.Entry<Integer, Double> each : curves.getOrDefault(who, Map.of()).entrySet()) {
        most = Math.max(most, each.getValue());
        last = Math.max(last, each.getKey());
        first = Math.min(first, each.getKey());
      }
    }
    int decades = (int) Math.ceil(Math.log10(most));
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n"
            .formatted(WIDTH, HEIGHT));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
    text(svg, LEFT, 20, "start", "#000", "ns for a decision, by " + what);
    for (int decade = 0; decade <= decades; decade++) {
      double y = y(Math.pow(10, decade), decades);
      line(svg, LEFT, y, WIDTH - RIGHT, y);
      text(svg, LEFT - 8, y + 4, "end", "#555", "%,d".formatted((long) Math.pow(10, decade)));
    }
    for (long at = first; at <= last; at *= 10) {
      double x = x((double) at, first, last);
      line(svg, x, TOP, x, HEIGHT - BOTTOM);
      text(svg, x, HEIGHT - BOTTOM + 18, "middle", "#555", "%,d".formatted(at));
    }
    for (int i = 0; i < WHO.size(); i++) {
      curve(svg, curves.getOrDefault(WHO.get(i), Map.of()), i, first, last, decades);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void curve(
      StringBuilder svg, Map<Integer, Double> points, int who, int first, int last, int decades) {
    StringBuilder path = new StringBuilder();
    double end = HEIGHT;
    for (Map.Entry<Integer, Double> each : points.entrySet()) {
      end = y(each.getValue(), decades);
      path.append(path.isEmpty() ? "M" : " L");
      path.append("%.1f,%.1f".formatted(x(each.getKey(), first, last), end));
    }
    svg.append(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n"
            .formatted(path, COLOURS.get(who)));
    text(svg, WIDTH - RIGHT + 6, end + 4, "start", COLOURS.get(who), SAID.get(who));
  }

  private static double x(double at, double first, double last) {
    return LEFT + (WIDTH - LEFT - RIGHT) * Math.log(at / first) / Math.log(last / first);
  }

  private static double y(double at, int decades) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * Math.log10(Math.max(1, at)) / decades;
  }

  private static void line(StringBuilder svg, double x, double y, double toX, double toY) {
    svg.append(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>\n"
            .formatted(x, y, toX, toY));
  }

  private static void text(
      StringBuilder svg, double x, double y, String anchor, String colour, String said) {
    svg.append(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n"
            .formatted(x, y, anchor, colour, said));
  }
}
