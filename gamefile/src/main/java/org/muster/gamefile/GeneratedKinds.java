package org.muster.gamefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.concept.GameContent;
import org.muster.games.generate.NucleolusGames;
import org.muster.games.generate.StructureGames;

/// The random games of the literature, from a seed.
final class GeneratedKinds {
    static final List<String> KINDS = List.of("generated_tu", "csg_generated");

    private final JsonFields fields;

    GeneratedKinds(JsonFields fields) {
        this.fields = fields;
    }

    /// The game of that kind; empty where flaws were found.
    Optional<SizedContent> read(String kind) {
        return switch (kind) {
            case "generated_tu" -> generated();
            default -> structureGenerated();
        };
    }

    private int generatedPlayers(int least) {
        long n = fields.whole("n", 0);
        if (n < least || n > Coalitions.MOST_PLAYERS) {
            fields.flaw(
                    "n",
                    "n is " + n,
                    String.format(Locale.ROOT, "Give %d to %d players", least, Coalitions.MOST_PLAYERS));
        }
        return (int) n;
    }

    private Optional<SizedContent> generated() {
        int n = generatedPlayers(3);
        JsonNode generator = fields.node("generator");
        int type = generator.path("type").asInt(0);
        if (type < 1 || type > 4) {
            fields.flaw(
                    "generator", "the generator's type is " + JsonFields.shown(generator.path("type")), "Give 1 to 4");
        }
        JsonNode seed = generator.path("seed");
        if (!seed.isIntegralNumber()) {
            fields.flaw("generator", "the generator's seed is " + JsonFields.shown(seed), "Give a whole number");
        }
        return SizedContent.of(
                n,
                new GameContent.Values(
                        arena -> NucleolusGames.game(type, n, (int) seed.longValue(), arena),
                        Fraction.ONE,
                        GameContent.Origin.GENERATED));
    }

    private Optional<SizedContent> structureGenerated() {
        int n = generatedPlayers(1);
        JsonNode generator = fields.node("generator");
        String name = generator
                .path("distribution")
                .asText(fields.node("distribution").asText());
        long seed = generator.path("seed").asLong(1);
        StructureGames.Distribution distribution = StructureGames.Distribution.UNIFORM;
        try {
            distribution = StructureGames.Distribution.named(name);
        } catch (IllegalArgumentException e) {
            fields.flaw(
                    "generator",
                    "the distribution is \"%s\"".formatted(name),
                    "Give one of uniform, normal, ndcs, exponential, modified_uniform, agent_uniform, agent_normal");
        }
        StructureGames.Distribution drawn = distribution;
        return SizedContent.of(
                n,
                new GameContent.Values(
                        arena -> StructureGames.game(drawn, n, seed, arena),
                        Fraction.ONE,
                        GameContent.Origin.STRUCTURE_GENERATED));
    }
}
