package org.muster.cli.game;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muster.cli.Call;

/// What a call of `muster` printed.
record GameRun(int code, String out, String err) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static GameRun of(String... args) {
        Call call = Call.muster(args);
        return new GameRun(call.code(), call.out(), call.err());
    }

    /// `muster game solve` on a text, with further arguments.
    static GameRun solve(Path folder, String text, String... more) throws IOException {
        Path file = folder.resolve("game" + Math.abs((long) text.hashCode()) + ".json");
        Files.writeString(file, text);
        List<String> args = new ArrayList<>(List.of("game", "solve", file.toString(), "--json"));
        args.addAll(List.of(more));
        return of(args.toArray(String[]::new));
    }

    JsonNode game() throws IOException {
        return MAPPER.readTree(out.lines().findFirst().orElseThrow(() -> new AssertionError(err)));
    }

    JsonNode solution(String concept) throws IOException {
        for (JsonNode solution : game().get("solutions")) {
            if (solution.get("concept").asText().equals(concept)) {
                return solution;
            }
        }
        throw new AssertionError("no " + concept + " in " + out + err);
    }

    double[] values(String concept) throws IOException {
        JsonNode value = solution(concept).get("value");
        double[] values = new double[value.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.get(i).asDouble();
        }
        return values;
    }
}
