package org.muster.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The commented example that a new folder begins with. Its files lie beside this class as resources.
final class StarterExample {
    private static final List<String> FILES = List.of(
            "alliance.yaml",
            "members.csv",
            "vintages.csv",
            "figures.csv",
            "keys.csv",
            "capabilities.csv",
            "offers.csv",
            "market.csv",
            "pools.yaml",
            "pool_shares.csv",
            "policies.yaml",
            "pledges.yaml",
            "ledger.csv",
            "missions/flood-2027.yaml",
            "datapackage.json");

    private StarterExample() {}

    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : FILES) {
            files.put(file, text(file));
        }
        return files;
    }

    private static String text(String file) {
        try (InputStream in = StarterExample.class.getResourceAsStream("starter/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the resource starter/" + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("reading the resource starter/" + file, broken);
        }
    }
}
