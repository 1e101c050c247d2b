package org.muster.games.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.muster.games.Answer;
import org.muster.games.Game;
import org.muster.games.voting.MinimalCoalitions;
import org.muster.games.voting.PowerIndices;
import org.muster.games.voting.Swings;
import org.muster.games.voting.WeightedVoting;

/// Power indices.
final class VotingConcepts {
    private VotingConcepts() {}

    /// A value that is worked out once, when it is first asked for.
    private static <T> Supplier<T> once(Supplier<T> make) {
        List<T> known = new ArrayList<>();
        return () -> {
            if (known.isEmpty()) {
                known.add(make.get());
            }
            return known.getFirst();
        };
    }

    /// Indices of a weighted rule, by counting; those over minimal coalitions for as many voters as can be listed.
    static List<Concept> ofWeights(WeightedVoting rule, int threads) {
        List<Concept> concepts = new ArrayList<>(bySwings(once(() -> Swings.of(rule, threads)), true));
        if (rule.voters() <= MinimalCoalitions.MOST_VOTERS) {
            concepts.addAll(byMinimal(once(() -> MinimalCoalitions.of(rule.game())), rule.voters() <= 22));
        }
        return concepts;
    }

    /// Indices of a simple game, by looking at all coalitions.
    static List<Concept> ofGame(Game game, int threads, boolean banzhafToo) {
        List<Concept> concepts = new ArrayList<>(bySwings(once(() -> Swings.of(game, threads)), banzhafToo));
        if (game.players() <= MinimalCoalitions.MOST_VOTERS) {
            concepts.addAll(byMinimal(once(() -> MinimalCoalitions.of(game)), game.players() <= 22));
        }
        return concepts;
    }

    private static List<Concept> bySwings(Supplier<Swings> swings, boolean banzhafToo) {
        List<Concept> concepts = new ArrayList<>();
        concepts.add(index("shapley_shubik", true, swings, PowerIndices::shapleyShubik));
        if (banzhafToo) {
            concepts.add(index("banzhaf_absolute", true, swings, PowerIndices::banzhafAbsolute));
            concepts.add(index("banzhaf_normalized", true, swings, PowerIndices::banzhafNormalized));
        }
        concepts.add(index("banzhaf_swings", true, swings, PowerIndices::banzhafSwings));
        concepts.add(index("coleman_initiate", true, swings, PowerIndices::colemanInitiate));
        concepts.add(index("coleman_prevent", true, swings, PowerIndices::colemanPrevent));
        concepts.add(new Concept("coleman_act", true, () -> Outcome.single(PowerIndices.colemanAct(swings.get()))));
        concepts.add(index("rae", true, swings, PowerIndices::rae));
        concepts.add(index("public_help_index", true, swings, PowerIndices::publicHelp));
        return concepts;
    }

    private static List<Concept> byMinimal(Supplier<MinimalCoalitions> minimal, boolean byDefault) {
        return List.of(
                index("deegan_packel", byDefault, minimal, MinimalCoalitions::deeganPackel),
                index("public_good_index", byDefault, minimal, MinimalCoalitions::holler),
                index("johnston", byDefault, minimal, MinimalCoalitions::johnston));
    }

    private static <T> Concept index(String name, boolean byDefault, Supplier<T> counts, Function<T, Answer> index) {
        return new Concept(name, byDefault, () -> Outcome.of(index.apply(counts.get())));
    }
}
