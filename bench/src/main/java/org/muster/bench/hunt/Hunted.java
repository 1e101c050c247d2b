package org.muster.bench.hunt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muster.games.DerivedGames;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.TableGame;
import org.muster.games.Undefined;
import org.muster.games.core.Core;
import org.muster.games.core.Excess;
import org.muster.games.core.Nucleolus;
import org.muster.games.structure.CoalitionStructures;
import org.muster.games.structure.SideConditions;
import org.muster.games.structure.Structure;
import org.muster.games.value.Banzhaf;
import org.muster.games.value.Shapley;

/// One game of a hunt: asks the library and holds its answers against the definitions.
final class Hunted {
    /// Of so many games one is solved by the sequence of programs as well.
    private static final long PROGRAMS_EVERY = 16;

    private static final int MOST_PLAYERS_PROGRAMMED = 5;

    private enum Asked {
        NUCLEOLUS("nucleolus", Excess.PLAIN, Nucleolus.Over.IMPUTATIONS, Dissatisfaction.PLAIN),
        PRENUCLEOLUS("prenucleolus", Excess.PLAIN, Nucleolus.Over.PREIMPUTATIONS, Dissatisfaction.PLAIN),
        PER_CAPITA("per_capita_nucleolus", Excess.PER_CAPITA, Nucleolus.Over.IMPUTATIONS, Dissatisfaction.PER_HEAD),
        PER_CAPITA_PRE(
                "per_capita_prenucleolus", Excess.PER_CAPITA, Nucleolus.Over.PREIMPUTATIONS, Dissatisfaction.PER_HEAD),
        PROPORTIONAL(
                "proportional_nucleolus", Excess.PROPORTIONAL, Nucleolus.Over.IMPUTATIONS, Dissatisfaction.BY_WORTH),
        DISRUPTION("disruption_nucleolus", Excess.DISRUPTION, Nucleolus.Over.IMPUTATIONS, Dissatisfaction.BY_LOSS);

        private final String concept;
        private final Excess excess;
        private final Nucleolus.Over over;
        private final Dissatisfaction definition;

        Asked(String concept, Excess excess, Nucleolus.Over over, Dissatisfaction definition) {
            this.concept = concept;
            this.excess = excess;
            this.over = over;
            this.definition = definition;
        }

        boolean bounded() {
            return over == Nucleolus.Over.IMPUTATIONS;
        }
    }

    private final Table given;
    private final Table gains;
    private final long number;
    private final Game givenGame;
    private final Game game;
    private final List<GameHunt.Wrong> wrong = new ArrayList<>();
    private long answers;

    Hunted(Table given, long number) {
        this.given = given;
        this.gains = given.gains();
        this.number = number;
        this.givenGame = TableGame.ofLongs(
                given.values().stream().mapToLong(BigInteger::longValueExact).toArray());
        this.game = given.isCost() ? DerivedGames.savings(givenGame) : givenGame;
    }

    List<GameHunt.Wrong> wrong() {
        return List.copyOf(wrong);
    }

    long answers() {
        return answers;
    }

    void ask() {
        for (Asked asked : Asked.values()) {
            family(asked);
        }
        core();
        value("shapley", Shapley.of(givenGame, 1).fractions(), Definitions.shapley(given));
        value("banzhaf_absolute", Banzhaf.of(givenGame, 1).fractions(), Definitions.banzhaf(given));
        structure();
    }

    private void tell(String what, Object got, Object right) {
        wrong.add(new GameHunt.Wrong(
                number, given.shape(), what, String.valueOf(got), String.valueOf(right), given.file()));
    }

    private static List<Ratio> ratios(List<Fraction> parts) {
        return parts.stream().map(f -> Ratio.of(f.numerator(), f.denominator())).toList();
    }

    private void family(Asked asked) {
        answers++;
        Optional<List<Ratio>> answer;
        try {
            answer = Optional.of(
                    ratios(Nucleolus.proved(game, asked.excess, asked.over, 1).x()));
        } catch (Undefined none) {
            answer = Optional.empty();
        } catch (ArithmeticException failed) {
            tell(asked.concept, failed, right(asked));
            return;
        }
        boolean right = answer.map(
                        x -> Kohlberg.of(gains, asked.definition, asked.bounded(), x) == Kohlberg.Verdict.HOLDS)
                .orElseGet(() -> isUndefined(asked));
        boolean programmed = number % PROGRAMS_EVERY == 0 && gains.players() <= MOST_PLAYERS_PROGRAMMED;
        if (!right || (programmed && !answer.equals(right(asked)))) {
            tell(asked.concept, answer, right(asked));
        }
    }

    private boolean noImputations() {
        return gains.alone(gains.grand()).compareTo(gains.value(gains.grand())) > 0;
    }

    private boolean isUndefined(Asked asked) {
        return right(asked).isEmpty();
    }

    /// The point, where there is exactly one.
    private Optional<List<Ratio>> right(Asked asked) {
        if (asked.bounded() && noImputations()) {
            return Optional.empty();
        }
        return SequentialPrograms.solve(gains, asked.definition, asked.bounded())
                .filter(x -> switch (Kohlberg.of(gains, asked.definition, asked.bounded(), x)) {
                    case HOLDS -> true;
                    case HOLDS_FOR_SEVERAL -> false;
                    case FAILS ->
                        throw new AssertionError("the two definitions contradict each other: " + given.file());
                });
    }

    /// The largest excess at the prenucleolus is as small as it can be: the core is empty exactly if it is above 0.
    private void core() {
        answers++;
        boolean empty;
        try {
            List<Ratio> x = ratios(Nucleolus.proved(game, Excess.PLAIN, Nucleolus.Over.PREIMPUTATIONS, 1)
                    .x());
            if (Kohlberg.of(gains, Dissatisfaction.PLAIN, false, x) != Kohlberg.Verdict.HOLDS) {
                return; // told already
            }
            empty = Definitions.largestExcess(gains, x).sign() > 0;
            Core.Verdict verdict = Core.test(game, 1);
            if (verdict.nonEmpty() == empty || (empty && !isBalancedAndWorthMore(verdict.collection()))) {
                tell("core_nonempty", verdict, !empty);
            }
        } catch (ArithmeticException failed) {
            tell("core_nonempty", failed, "yes or no");
        }
    }

    /// Bondareva and Shapley: every player counted once, together worth more than all.
    private boolean isBalancedAndWorthMore(List<Core.Weighed> collection) {
        Ratio worth = Ratio.ZERO;
        Ratio[] counted = new Ratio[gains.players()];
        java.util.Arrays.fill(counted, Ratio.ZERO);
        for (Core.Weighed part : collection) {
            Ratio weight = Ratio.of(part.weight().numerator(), part.weight().denominator());
            if (weight.sign() <= 0) {
                return false;
            }
            worth = worth.plus(weight.times(Ratio.of(gains.value((int) part.coalition()))));
            for (int i = 0; i < counted.length; i++) {
                counted[i] = (part.coalition() >> i & 1) == 1 ? counted[i].plus(weight) : counted[i];
            }
        }
        return worth.compareTo(Ratio.of(gains.value(gains.grand()))) > 0
                && List.of(counted).stream().allMatch(Ratio.ONE::equals);
    }

    private void value(String what, Optional<List<Fraction>> answer, List<Ratio> right) {
        answers++;
        if (answer.isEmpty() || !ratios(answer.get()).equals(right)) {
            tell(what, answer, right);
        }
    }

    private void structure() {
        answers++;
        BigInteger right = Definitions.bestPartition(gains);
        Structure best;
        try {
            best = CoalitionStructures.best(game, SideConditions.NONE, 1).orElseThrow();
        } catch (ArithmeticException failed) {
            tell("coalition_structure", failed, right);
            return;
        }
        BigInteger worth = best.parts().stream()
                .map(part -> gains.value(part.intValue()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        long all = best.parts().stream().mapToLong(part -> part).sum();
        boolean disjoint = IntStream.range(0, gains.players())
                .allMatch(i -> best.parts().stream()
                                .filter(part -> (part >> i & 1) == 1)
                                .count()
                        == 1);
        boolean reached = best.proven() && worth.equals(right) && best.value() == right.doubleValue();
        if (!reached || all != gains.grand() || !disjoint || best.bound() < best.value()) {
            tell("coalition_structure", best, right);
        }
    }
}
