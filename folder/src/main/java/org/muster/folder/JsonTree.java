package org.muster.folder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.input.Findings;
import org.muster.input.Place;

/// Reads JSON into a [Tree].
final class JsonTree {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH)
                    .maxStringLength(Limits.TEXT)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final String file;
    private final Findings findings;
    private final JsonParser parser;

    private JsonTree(String file, Findings findings, JsonParser parser) {
        this.file = file;
        this.findings = findings;
        this.parser = parser;
    }

    /// The document, or nothing where it cannot be read (reported).
    static Optional<Tree> read(String file, String text, Findings findings) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return Optional.of(new Tree.Nothing(Place.startOf(file)));
            }
            JsonTree reader = new JsonTree(file, findings, parser);
            Tree tree = reader.tree(first);
            if (parser.nextToken() != null) {
                findings.add(reader.here(), "something follows after the end of the document", "Keep one JSON value.");
                return Optional.empty();
            }
            return Optional.of(tree);
        } catch (JsonProcessingException wrong) {
            String what = wrong.getOriginalMessage().split("\n", -1)[0].strip();
            findings.add(
                    place(file, wrong.getLocation()),
                    "this is not JSON: " + what,
                    "Look at quotes, commas and brackets here and just before.");
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from a text", impossible);
        }
    }

    private Tree tree(JsonToken token) throws IOException {
        Place place = here();
        return switch (token) {
            case START_ARRAY -> {
                List<Tree> items = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(tree(next));
                }
                yield new Tree.Items(place, items);
            }
            case START_OBJECT -> fields(place);
            case VALUE_NULL -> new Tree.Nothing(place);
            default -> {
                HalfCharacter.report(parser.getText(), place, findings);
                yield new Tree.Text(place, parser.getText());
            }
        };
    }

    private Tree fields(Place start) throws IOException {
        Map<String, Tree.Field> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place place = here();
            HalfCharacter.report(key, place, findings);
            Tree value = tree(parser.nextToken());
            Tree.Field first = fields.putIfAbsent(key, new Tree.Field(place, key, value));
            if (first != null) {
                findings.add(
                        place,
                        String.format(
                                Locale.ROOT,
                                "key \"%s\" stands here a second time, first at line %d",
                                key,
                                first.place().line()),
                        "Keep one of the two.");
            }
        }
        return new Tree.Fields(start, List.copyOf(fields.values()));
    }

    private Place here() {
        return place(file, parser.currentTokenLocation());
    }

    private static Place place(String file, @Nullable JsonLocation location) {
        return location == null
                ? Place.startOf(file)
                : new Place(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
