package org.muster.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A map of states as SVG, from Natural Earth shapes (see MAP.md among the resources).
///
/// The shapes are TopoJSON: arcs of quantised, delta-coded points that countries share. The projection is
/// equirectangular at 50 degrees of latitude, cut to the window that holds the members.
final class WorldMap {
    private static final double SQUEEZE = Math.cos(Math.toRadians(50));

    private final Map<String, List<List<double[]>>> ringsByNumeric = new LinkedHashMap<>();
    private final Map<String, String> numericByAlpha3 = new HashMap<>();

    WorldMap() {
        Html.resource("iso3166.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(f -> numericByAlpha3.put(f[0], f[1]));
        try {
            read(new ObjectMapper().readTree(Html.resource("countries-110m.json")));
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

    /// A ring of arcs; a negative number is an arc taken backwards (its one's complement).
    private static List<double[]> ring(JsonNode ring, List<List<double[]>> arcs) {
        List<double[]> points = new ArrayList<>();
        for (JsonNode number : ring) {
            int n = number.asInt();
            List<double[]> arc = n < 0 ? arcs.get(~n).reversed() : arcs.get(n);
            points.addAll(points.isEmpty() ? arc : arc.subList(1, arc.size()));
        }
        return points;
    }

    /// The map with one class and title per member; empty where fewer than two members are states on it.
    ///
    /// @param styles the class of each member, by its code
    /// @param title  what is shown when a member is pointed at
    Optional<String> svg(Map<String, String> styles, Function<String, String> title) {
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
        svg.append("<svg class=\"map\" viewBox=\"-96 -73 146 53\" role=\"img\" aria-label=\"Map of who goes\">");
        ringsByNumeric.forEach((numeric, rings) -> {
            String member = memberByNumeric.get(numeric);
            String style = member == null ? "land" : "land " + styles.get(member);
            svg.append("<path class=\"").append(style).append("\" d=\"");
            rings.forEach(ring -> path(ring, svg));
            svg.append(member == null ? "\"/>" : "\"><title>" + Html.text(title.apply(member)) + "</title></path>");
        });
        return Optional.of(svg.append("</svg>").toString());
    }

    private static void path(List<double[]> ring, StringBuilder svg) {
        char command = 'M';
        double before = ring.getFirst()[0];
        for (double[] point : ring) {
            // A jump across the date line is no coast: the shape goes on at the other edge of the map.
            command = Math.abs(point[0] - before) > 180 ? 'M' : command;
            svg.append(String.format(Locale.ROOT, "%c%.1f %.1f", command, point[0] * SQUEEZE, -point[1]));
            command = 'L';
            before = point[0];
        }
        svg.append('Z');
    }
}
