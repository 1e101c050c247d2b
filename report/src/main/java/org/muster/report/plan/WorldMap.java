package org.muster.report.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.muster.report.write.Html;

/// A map of states as SVG, from Natural Earth shapes (see MAP.md among the resources).
///
/// The shapes are TopoJSON: arcs of quantised, delta-coded points that countries share. The projection is
/// equirectangular at 50 degrees of latitude, cut to the window that holds the main land of every ally and of every
/// partner that goes.
public final class WorldMap {
    private static final double SQUEEZE = Math.cos(Math.toRadians(50));

    private static final double MARGIN = 3;

    /// Northernmost latitude shown: beyond it there is ice, and the projection stretches it.
    private static final double NORTH = 74;

    private final Map<String, List<List<double[]>>> ringsByNumeric = new LinkedHashMap<>();
    private final Map<String, String> numericByAlpha3 = new HashMap<>();

    /// Reads the shapes; they may be drawn often.
    public WorldMap() {
        Html.resource(WorldMap.class, "iso3166.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(f -> numericByAlpha3.put(f[0], f[1]));
        try {
            read(new ObjectMapper().readTree(Html.resource(WorldMap.class, "countries-110m.json")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the map shapes are no JSON", e);
        }
    }

    private void read(JsonNode topology) {
        List<List<double[]>> arcs = arcs(topology);
        for (JsonNode country : topology.path("objects").path("countries").path("geometries")) {
            List<List<double[]>> rings = new ArrayList<>();
            boolean multi = country.path("type").asText().equals("MultiPolygon");
            for (JsonNode polygon : multi ? country.path("arcs") : List.of(country.path("arcs"))) {
                polygon.forEach(ring -> rings.add(ring(ring, arcs)));
            }
            ringsByNumeric.put(country.path("id").asText(), rings);
        }
    }

    private static List<List<double[]>> arcs(JsonNode topology) {
        JsonNode scale = topology.path("transform").path("scale");
        JsonNode shift = topology.path("transform").path("translate");
        List<List<double[]>> arcs = new ArrayList<>();
        for (JsonNode arc : topology.path("arcs")) {
            List<double[]> points = new ArrayList<>();
            long x = 0;
            long y = 0;
            for (JsonNode delta : arc) {
                x += delta.get(0).asLong();
                y += delta.get(1).asLong();
                points.add(new double[] {
                    x * scale.get(0).asDouble() + shift.get(0).asDouble(),
                    y * scale.get(1).asDouble() + shift.get(1).asDouble()
                });
            }
            arcs.add(points);
        }
        return arcs;
    }

    /// A ring of arcs; a negative number is an arc taken backwards (its one's complement). A ring that crosses the date
    /// line goes on beyond 180 degrees, since a jump back would be drawn right across the map.
    private static List<double[]> ring(JsonNode ring, List<List<double[]>> arcs) {
        List<double[]> points = new ArrayList<>();
        for (JsonNode number : ring) {
            int n = number.asInt();
            List<double[]> arc = n < 0 ? arcs.get(~n).reversed() : arcs.get(n);
            for (double[] point : points.isEmpty() ? arc : arc.subList(1, arc.size())) {
                double before = points.isEmpty() ? point[0] : points.getLast()[0];
                double turns = Math.rint((before - point[0]) / 360);
                points.add(new double[] {point[0] + 360 * turns, point[1]});
            }
        }
        return points;
    }

    /// The map with one class and title per member; empty where fewer than two members are states on it.
    ///
    /// @param styles the class of each member, by its code
    /// @param title  what is shown when a member is pointed at
    public Optional<String> svg(Map<String, String> styles, Function<String, String> title) {
        return svg(styles, title, Map.of());
    }

    /// The same with addresses to which members lead.
    ///
    /// @param links by member; one without leads nowhere
    public Optional<String> svg(Map<String, String> styles, Function<String, String> title, Map<String, String> links) {
        Map<String, String> memberByNumeric = new HashMap<>();
        for (String code : styles.keySet()) {
            String numeric = numericByAlpha3.get(code);
            if (numeric != null && ringsByNumeric.containsKey(numeric)) {
                memberByNumeric.put(numeric, code);
            }
        }
        if (memberByNumeric.size() < 2) {
            return Optional.empty();
        }
        StringBuilder svg = new StringBuilder();
        svg.append("<svg class=\"map\" viewBox=\"")
                .append(window(memberByNumeric, styles))
                .append("\" role=\"")
                .append(links.isEmpty() ? "img" : "group")
                .append("\" aria-label=\"Map of who goes\">");
        ringsByNumeric.forEach((numeric, rings) -> {
            String member = memberByNumeric.get(numeric);
            String style = member == null ? "land" : "land " + styles.get(member);
            String link = links.get(String.valueOf(member));
            if (link != null) {
                svg.append("<a href=\"").append(Html.text(link)).append("\" rel=\"nofollow\">");
            }
            svg.append("<path class=\"").append(style).append("\" d=\"");
            rings.forEach(ring -> path(ring, svg));
            svg.append(member == null ? "\"/>" : "\"><title>" + Html.text(title.apply(member)) + "</title></path>");
            if (link != null) {
                svg.append("</a>");
            }
        });
        return Optional.of(svg.append("</svg>").toString());
    }

    /// The box around the largest ring of each member that is no absent partner; around all members where none is left.
    private String window(Map<String, String> memberByNumeric, Map<String, String> styles) {
        List<List<double[]>> shown = new ArrayList<>();
        List<List<double[]>> all = new ArrayList<>();
        memberByNumeric.forEach((numeric, code) -> {
            Optional<List<double[]>> main = ringsByNumeric.getOrDefault(numeric, List.of()).stream()
                    .max(Comparator.comparingDouble(WorldMap::area));
            main.ifPresent(all::add);
            main.filter(ring -> !"partner".equals(styles.get(code))).ifPresent(shown::add);
        });
        DoubleSummaryStatistics x = new DoubleSummaryStatistics();
        DoubleSummaryStatistics y = new DoubleSummaryStatistics();
        for (List<double[]> ring : shown.isEmpty() ? all : shown) {
            for (double[] point : ring) {
                x.accept(point[0] * SQUEEZE);
                y.accept(-Math.min(NORTH, point[1]));
            }
        }
        return String.format(
                Locale.ROOT,
                "%.1f %.1f %.1f %.1f",
                x.getMin() - MARGIN,
                y.getMin() - MARGIN,
                x.getMax() - x.getMin() + 2 * MARGIN,
                y.getMax() - y.getMin() + 2 * MARGIN);
    }

    /// The area of a ring in square degrees, by the shoelace formula.
    private static double area(List<double[]> ring) {
        double twice = 0;
        for (int i = 0; i < ring.size(); i++) {
            double[] a = ring.get(i);
            double[] b = ring.get((i + 1) % ring.size());
            twice += a[0] * b[1] - b[0] * a[1];
        }
        return Math.abs(twice) / 2;
    }

    private static void path(List<double[]> ring, StringBuilder svg) {
        char command = 'M';
        for (double[] point : ring) {
            svg.append(String.format(Locale.ROOT, "%c%.1f %.1f", command, point[0] * SQUEEZE, -point[1]));
            command = 'L';
        }
        svg.append('Z');
    }
}
