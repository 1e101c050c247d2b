package org.muster.gamefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.muster.games.Fraction;
import org.muster.games.TableGame;
import org.muster.games.concept.Extras;
import org.muster.games.concept.GameContent;
import org.muster.input.Counted;
import org.muster.input.Shown;

/// Turns the fields of a game file into a game; every family of kinds has a reader of its own. Collects every flaw.
final class GameJson {
    private static final List<String> KINDS = Stream.of(
                    TableKinds.KINDS,
                    VotingKinds.KINDS,
                    SharingKinds.KINDS,
                    NetworkKinds.KINDS,
                    MarketKinds.KINDS,
                    GeneratedKinds.KINDS)
            .flatMap(List::stream)
            .toList();

    private final JsonFields fields;
    private final String file;
    private final String id;

    GameJson(JsonFields fields, String file, String fileName) {
        this.fields = fields;
        this.file = file;
        JsonNode own = fields.node("id");
        this.id = own.isMissingNode() ? fileName.replaceFirst("\\.[^.]*$", "") : own.asText();
    }

    /// The problem; meaningless where flaws were added.
    GameProblem problem() {
        Optional<SizedContent> read = read();
        if (read.isEmpty()) {
            GameContent nothing =
                    new GameContent.Values(arena -> TableGame.of(0, 0), Fraction.ONE, GameContent.Origin.TABLE);
            return new GameProblem(file, id, 1, List.of("0"), nothing, Extras.NONE);
        }
        long n = read.get().n();
        Extras extras = new ExtrasReader(fields, new PlayerFields(fields)).read((int) Math.min(n, 62));
        List<String> names = names(n);
        if (fields.flaws().isEmpty()) {
            fields.has("players");
            fields.has("n");
            fields.flawUnknown();
        }
        return new GameProblem(file, id, n, names, read.get().content(), extras);
    }

    private Optional<SizedContent> read() {
        String kind = fields.node("kind").asText();
        if (!KINDS.contains(kind)) {
            fields.flaw(
                    "kind",
                    fields.has("kind") ? "kind is \"%s\"".formatted(kind) : "kind is missing",
                    "Give one of " + String.join(", ", KINDS));
            return Optional.empty();
        }
        int before = fields.flaws().size();
        try {
            return read(kind);
        } catch (IllegalArgumentException | ArithmeticException e) {
            if (fields.flaws().size() == before) {
                fields.flaw("kind", String.valueOf(e.getMessage()), "Correct the numbers of this game");
            }
            return Optional.empty();
        }
    }

    private Optional<SizedContent> read(String kind) {
        PlayerFields players = new PlayerFields(fields);
        if (TableKinds.KINDS.contains(kind)) {
            return new TableKinds(fields, players).read(kind);
        }
        if (VotingKinds.KINDS.contains(kind)) {
            return new VotingKinds(fields).read(kind);
        }
        if (SharingKinds.KINDS.contains(kind)) {
            return new SharingKinds(fields).read(kind);
        }
        if (MarketKinds.KINDS.contains(kind)) {
            return new MarketKinds(fields, players).read(kind);
        }
        return NetworkKinds.KINDS.contains(kind)
                ? new NetworkKinds(fields, players).read(kind)
                : new GeneratedKinds(fields).read(kind);
    }

    /// As given, else by number from 0, as the file itself counts players.
    private List<String> names(long n) {
        JsonNode given = fields.node("players");
        if (given.isMissingNode() && !fields.named().isEmpty()) {
            return fields.named();
        }
        if (!given.isArray()) {
            if (given.isIntegralNumber() && given.longValue() != n) {
                fields.flaw(
                        "players",
                        String.format(Locale.ROOT, "players is %s, but the game has %d", given, n),
                        "Make them agree");
            }
            return LongStream.range(0, Math.min(n, 100_000))
                    .mapToObj(String::valueOf)
                    .toList();
        }
        List<String> names = new ArrayList<>();
        given.forEach(name -> names.add(name.isObject() ? name.path("name").asText() : name.asText()));
        Set<String> met = new HashSet<>();
        for (String name : names) {
            if (!met.add(name)) {
                fields.flaw(
                        "players",
                        "players names \"%s\" twice".formatted(Shown.plain(name)),
                        "Give every player a name of its own");
            }
        }
        if (names.size() != n) {
            fields.flaw(
                    "players",
                    "players has %s, but the game has %s"
                            .formatted(Counted.of(names.size(), "names"), Counted.of(n, "players")),
                    "Name each player once");
        }
        return names;
    }
}
