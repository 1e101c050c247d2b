package org.muster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.muster.report.write.Html;
import org.muster.web.job.Jobs;
import org.muster.web.shelf.Shelf;
import org.muster.web.shelf.Studies;
import org.yaml.snakeyaml.Yaml;

/// The written contract and the table of routes, held against each other both ways.
class OpenApiTest {
    private static final Path WILDFIRE = Path.of(System.getProperty("muster.root"), "examples/wildfire-pool");

    static Map<String, Object> map(Object node) {
        return ((Map<?, ?>) node).entrySet().stream().collect(Collectors.toMap(e -> String.valueOf(e.getKey()), e ->
                (Object) e.getValue()));
    }

    static Map<String, Object> contract() {
        return map(new Yaml().load(Html.resource(Routes.class, "openapi.yaml")));
    }

    private static Set<String> served() {
        Shelf shelf = new Shelf(List.of(WILDFIRE), Clock.systemUTC());
        try (Jobs jobs = new Jobs()) {
            Set<String> routes = new Routes(shelf, Studies.of(List.of(), shelf), jobs, false)
                    .all().stream()
                            .map(route -> route.method() + " " + route.path())
                            .collect(Collectors.toCollection(TreeSet::new));
            routes.add("GET /jobs/{job}/events");
            routes.add("GET /api/v1/jobs/{job}/events");
            return routes;
        }
    }

    @Test
    void everyRouteIsInTheContractAndEveryPathOfItIsServed() {
        Set<String> written = new TreeSet<>();
        map(contract().get("paths"))
                .forEach((path, item) -> map(item).keySet().stream()
                        .filter(method -> !method.equals("parameters"))
                        .forEach(method -> written.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        assertThat(written).isEqualTo(served());
    }

    @Test
    void everyNameInAPathIsAParameterAndEveryReferenceLeadsSomewhere() {
        Map<String, Object> contract = contract();
        Map<String, Object> components = map(contract.get("components"));
        map(contract.get("paths")).forEach((path, item) -> {
            List<String> names = Pattern.compile("\\{(\\w+)}")
                    .matcher(path)
                    .results()
                    .map(name -> "#/components/parameters/" + name.group(1))
                    .toList();
            Object given = map(item).getOrDefault("parameters", List.of());
            assertThat(((List<?>) given)
                            .stream().map(one -> map(one).get("$ref")).toList())
                    .as(path)
                    .isEqualTo(names);
        });
        Pattern.compile("\\$ref: '#/components/(\\w+)/(\\w+)'")
                .matcher(Html.resource(Routes.class, "openapi.yaml"))
                .results()
                .forEach(ref -> assertThat(map(components.get(ref.group(1)))).containsKey(ref.group(2)));
    }
}
