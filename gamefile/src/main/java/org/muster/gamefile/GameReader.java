package org.muster.gamefile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muster.input.Shown;

/// Reads game files: JSON of any kind in `docs/schema/game.schema.json`, or CSV with the columns
/// `game_id,players,coalition,value`.
///
/// The long arrays `v` and `c` are read number by number, so that a table of 2^24 values takes the memory of its
/// values.
public final class GameReader {
    private static final int MOST_DEEP = 20;
    private static final int MOST_DIGITS = 400;
    private static final int MOST_SAID = 160;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEEP)
                    .maxNumberLength(MOST_DIGITS)
                    .build())
            .build();
    private static final ObjectMapper MAPPER =
            new ObjectMapper(FACTORY).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final int MOST_VALUES = 1 << 28;

    private GameReader() {}

    /// The games of a file; several in a CSV file.
    ///
    /// @param file its path, as it is then named in problems
    public static GameReading read(String file) {
        return read(file, () -> ofFile(file));
    }

    /// The games of a stream whose end is the end of the input: JSON where it begins as an object, else CSV.
    ///
    /// @param name what the stream is called in problems
    public static GameReading read(String name, InputStream in) {
        return read(name, () -> ofStream(name, in));
    }

    /// A way to games that may end in flaws, or fail.
    @FunctionalInterface
    private interface Source {
        List<GameProblem> games() throws IOException, FlawedInput;
    }

    private static GameReading read(String file, Source source) {
        try {
            return new GameReading(games(file, source), List.of());
        } catch (FlawedInput flawed) {
            return new GameReading(List.of(), flawed.problems());
        }
    }

    private static List<GameProblem> ofFile(String file) throws IOException, FlawedInput {
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw flawed(file, 0, 0, "this is a folder", "Give a game file (JSON or CSV)");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return file.endsWith(".csv") ? csv(file, in) : List.of(json(file, String.valueOf(path.getFileName()), in));
        }
    }

    private static List<GameProblem> games(String file, Source source) throws FlawedInput {
        try {
            return source.games();
        } catch (NoSuchFileException | InvalidPathException e) {
            throw flawed(file, 0, 0, "there is no such file", "Give the path of a game file (JSON or CSV)");
        } catch (StreamConstraintsException e) {
            throw at(
                    e,
                    file,
                    String.format(
                            Locale.ROOT,
                            "lists and objects stand more than %d deep, or a number has more than %d digits",
                            MOST_DEEP,
                            MOST_DIGITS),
                    "Write one JSON object with a kind, as docs/games.md shows");
        } catch (JsonProcessingException e) {
            String said =
                    e.getOriginalMessage().replaceAll(" \\(start marker.*", "").replaceAll("\\s+", " ");
            throw at(
                    e,
                    file,
                    "not valid JSON: " + shortened(said, MOST_SAID),
                    "Write one JSON object with a kind, as docs/games.md shows");
        } catch (CharacterCodingException e) {
            throw flawed(file, 0, 0, "the text is not UTF-8", "Save it as UTF-8");
        } catch (IOException e) {
            throw flawed(file, 0, 0, "the file cannot be read (" + e.getMessage() + ")", "Give a readable UTF-8 file");
        }
    }

    private static List<GameProblem> ofStream(String name, InputStream in) throws IOException, FlawedInput {
        byte[] bytes = in.readAllBytes();
        for (byte b : bytes) {
            boolean mark = b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
            if (!mark && !Character.isWhitespace(b)) {
                InputStream again = new ByteArrayInputStream(bytes);
                return b == '{' || b == '[' ? List.of(json(name, "game", again)) : csv(name, again);
            }
        }
        throw flawed(name, 1, 1, "standard input is empty", "Give a game, JSON or CSV");
    }

    private static List<GameProblem> csv(String file, InputStream in) throws IOException, FlawedInput {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(in.readAllBytes()))
                .toString();
        return GameCsv.read(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static FlawedInput at(JsonProcessingException e, String file, String wrong, String right) {
        JsonLocation at = e.getLocation();
        return flawed(file, at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr(), wrong, right);
    }

    private static FlawedInput flawed(String file, int line, int column, String wrong, String right) {
        return new FlawedInput(List.of(Flaws.at(file, line, column, wrong, right)));
    }

    private static GameProblem json(String file, String fileName, InputStream in) throws IOException, FlawedInput {
        JsonFields fields = new JsonFields(file);
        try (JsonParser parser = FACTORY.createParser(in)) {
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
        GameProblem problem = new GameJson(fields, file, fileName).problem();
        if (!fields.flaws().isEmpty()) {
            throw new FlawedInput(fields.flaws());
        }
        return problem;
    }

    private static String shortened(String text, int most) {
        return Shown.plain(text.length() > most ? text.substring(0, most) + "..." : text);
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
            boolean named = token == JsonToken.VALUE_NUMBER_FLOAT && parser.isNaN();
            if (isInt) {
                numbers.add(parser.getLongValue());
            } else if (isNumber && !named && JsonFields.isTaken(parser.getDecimalValue())) {
                numbers.add(parser.getDecimalValue());
            } else {
                if (token == null) {
                    throw new JsonParseException(parser, "the list does not end");
                }
                numbers.add(0);
                wrong.add(index);
                if (wrong.size() <= 10) {
                    JsonLocation at = parser.currentTokenLocation();
                    String shown = token.isStructStart() ? "a list or an object" : shortened(parser.getText(), 40);
                    boolean tooLarge = isNumber && !named;
                    fields.flaws()
                            .add(Flaws.at(
                                    fields.file(),
                                    at.getLineNr(),
                                    at.getColumnNr(),
                                    String.format(
                                            Locale.ROOT,
                                            "%s[%d] is %s%s",
                                            name,
                                            index,
                                            shown,
                                            tooLarge ? "" : ", not a number"),
                                    tooLarge ? JsonFields.RANGE : "Give a finite number for every coalition"));
                }
                parser.skipChildren();
            }
        }
        return numbers;
    }
}
