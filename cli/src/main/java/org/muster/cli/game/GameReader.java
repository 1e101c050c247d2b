package org.muster.cli.game;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads game files: JSON of any kind in `docs/schema/game.schema.json`, or CSV with the columns
/// `game_id,players,coalition,value`.
///
/// The long arrays `v` and `c` are read number by number, so that a table of 2^24 values takes the memory of its
/// values.
final class GameReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxNumberLength(200)
                    .build())
            .build();
    private static final ObjectMapper MAPPER =
            new ObjectMapper(FACTORY).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final int MOST_VALUES = 1 << 28;

    private GameReader() {}

    /// The games of a file; several in a CSV file.
    ///
    /// @throws FlawedInput with every flaw found
    static List<GameProblem> read(String file) throws FlawedInput {
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw flawed(file, 0, 0, "this is a folder", "Give a game file (JSON or CSV)");
        }
        try {
            return file.endsWith(".csv") ? GameCsv.read(file, Files.readString(path)) : List.of(json(file, path));
        } catch (NoSuchFileException e) {
            throw flawed(file, 0, 0, "there is no such file", "Give the path of a game file (JSON or CSV)");
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw flawed(
                    file,
                    at == null ? 0 : at.getLineNr(),
                    at == null ? 0 : at.getColumnNr(),
                    "this is no JSON: "
                            + e.getOriginalMessage()
                                    .replaceAll(" \\(start marker.*", "")
                                    .replaceAll("\\s+", " "),
                    "Write one JSON object with a kind, as docs/games.md shows");
        } catch (IOException e) {
            throw flawed(file, 0, 0, "the file cannot be read (" + e.getMessage() + ")", "Give a readable UTF-8 file");
        }
    }

    private static FlawedInput flawed(String file, int line, int column, String wrong, String right) {
        return new FlawedInput(List.of(new Flaw(file, line, column, wrong, right)));
    }

    private static GameProblem json(String file, Path path) throws IOException, FlawedInput {
        JsonFields fields = new JsonFields(file);
        try (InputStream in = Files.newInputStream(path);
                JsonParser parser = FACTORY.createParser(in)) {
            parser.setCodec(MAPPER);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw flawed(file, 1, 1, "a game file holds one JSON object", "Begin with {\"kind\": ...}");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonLocation place = parser.currentTokenLocation();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.START_ARRAY && (name.equals("v") || name.equals("c"))) {
                    fields.putArray(name, numbers(parser, name, fields), place);
                } else {
                    fields.put(name, MAPPER.readTree(parser), place);
                }
            }
            if (parser.nextToken() != null) {
                JsonLocation at = parser.currentTokenLocation();
                throw flawed(
                        file,
                        at.getLineNr(),
                        at.getColumnNr(),
                        "there is more after the game",
                        "Write one JSON object a file");
            }
        }
        GameProblem problem = new GameJson(fields, file, path.getFileName().toString()).problem();
        if (!fields.flaws().isEmpty()) {
            throw new FlawedInput(fields.flaws());
        }
        return problem;
    }

    private static NumberArray numbers(JsonParser parser, String name, JsonFields fields) throws IOException {
        NumberArray numbers = new NumberArray();
        List<Integer> wrong = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            int index = numbers.size();
            if (index >= MOST_VALUES) {
                fields.flaw(
                        name, name + " has more than 2^28 values", "Use a generated or streamed kind for larger games");
                return numbers;
            }
            boolean isInt =
                    token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            boolean isNumber = isInt || token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
            if (isInt) {
                numbers.add(parser.getLongValue());
            } else if (isNumber && Double.isFinite(parser.getDoubleValue())) {
                numbers.add(parser.getDecimalValue());
            } else {
                if (token == null) {
                    throw new JsonParseException(parser, "the list does not end");
                }
                numbers.add(0);
                wrong.add(index);
                if (wrong.size() <= 10) {
                    JsonLocation at = parser.currentTokenLocation();
                    String shown = token.isStructStart() ? "a list or an object" : parser.getText();
                    fields.flaws()
                            .add(new Flaw(
                                    fields.file(),
                                    at.getLineNr(),
                                    at.getColumnNr(),
                                    "%s[%d] is %s, not a number".formatted(name, index, shown),
                                    "Give a finite number for every coalition"));
                }
                parser.skipChildren();
            }
        }
        return numbers;
    }
}
