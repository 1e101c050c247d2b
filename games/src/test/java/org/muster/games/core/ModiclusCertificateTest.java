package org.muster.games.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Label;
import org.muster.games.Published;
import org.muster.games.TableGame;
import org.muster.games.Worlds;

class ModiclusCertificateTest {
    /// The checker of a certificate: nothing but its definition, over all 4^n pairs.
    private static void check(Game game, ModiclusCertificate proof) {
        int n = game.players();
        assertThat(sum(proof.x(), Coalitions.grand(n))).isEqualTo(Fraction.exactly(game.grandValue()));
        List<Fraction[]> span = new ArrayList<>();
        add(span, row(n, Coalitions.grand(n), 0));
        for (ModiclusCertificate.LevelProof level : proof.levels()) {
            Fraction[] total = row(n, 0, 0);
            List<Fraction[]> before = List.copyOf(span);
            for (int p = 0; p < level.pairs().size(); p++) {
                Sets pair = level.pairs().get(p);
                Fraction weight = level.weights().get(p);
                assertThat(weight.sign()).isPositive();
                assertThat(difference(game, proof.x(), pair.plus(), pair.minus()))
                        .isEqualTo(level.difference());
                Fraction[] row = row(n, pair.plus(), pair.minus());
                for (int i = 0; i < n; i++) {
                    total[i] = total[i].plus(weight.times(row[i]));
                }
            }
            assertThat(isInside(before, total)).as("balanced").isTrue();
            for (long s = 0; s < Coalitions.count(n); s++) {
                for (long t = 0; t < Coalitions.count(n); t++) {
                    if (difference(game, proof.x(), s, t).compareTo(level.difference()) > 0) {
                        assertThat(isInside(before, row(n, s, t))).isTrue();
                    }
                }
            }
            level.pairs().forEach(pair -> add(span, row(n, pair.plus(), pair.minus())));
        }
        assertThat(span).hasSize(n);
    }

    private static Fraction sum(List<Fraction> x, long mask) {
        return Coalitions.players(mask).stream().map(x::get).reduce(Fraction.ZERO, Fraction::plus);
    }

    private static Fraction difference(Game game, List<Fraction> x, long s, long t) {
        return Fraction.exactly(game.value(s) - game.value(t)).minus(sum(x, s)).plus(sum(x, t));
    }

    private static Fraction[] row(int n, long plus, long minus) {
        Fraction[] row = new Fraction[n];
        for (int i = 0; i < n; i++) {
            row[i] = Fraction.of((plus >> i & 1) - (minus >> i & 1));
        }
        return row;
    }

    /// What is left of a row after elimination by rows that each lead with a 1.
    private static Fraction[] reduced(List<Fraction[]> span, Fraction[] row) {
        Fraction[] rest = row.clone();
        for (Fraction[] known : span) {
            int lead = lead(known);
            Fraction by = rest[lead];
            for (int i = 0; i < rest.length && !by.isZero(); i++) {
                rest[i] = rest[i].minus(by.times(known[i]));
            }
        }
        return rest;
    }

    private static int lead(Fraction[] row) {
        int lead = 0;
        while (lead < row.length && row[lead].isZero()) {
            lead++;
        }
        return lead;
    }

    private static boolean isInside(List<Fraction[]> span, Fraction[] row) {
        return lead(reduced(span, row)) == row.length;
    }

    private static void add(List<Fraction[]> span, Fraction[] row) {
        Fraction[] rest = reduced(span, row);
        int lead = lead(rest);
        if (lead < row.length) {
            Fraction by = rest[lead];
            for (int i = 0; i < rest.length; i++) {
                rest[i] = rest[i].over(by);
            }
            span.add(rest);
        }
    }

    @ParameterizedTest
    @MethodSource("org.muster.games.Worlds#sizesAndSeeds")
    void theCheckerFindsNothingWrong(int n, long seed) {
        if (n > 5) {
            return;
        }
        for (Game game : List.of(Worlds.random(n, seed), Worlds.convex(n, seed), Worlds.degenerate(n, seed))) {
            ModiclusCertificate proof = ModiclusCertificate.of(Modiclus.solve(game, 1), 1);
            check(game, proof);
            assertThat(proof.answer().label()).isInstanceOf(Label.Certified.class);
        }
    }

    @ParameterizedTest
    @MethodSource("org.muster.games.Worlds#sizesAndSeeds")
    void programsInFractionsGiveTheSamePoint(int n, long seed) {
        if (n > 4) {
            return;
        }
        for (Game game : List.of(Worlds.random(n, seed), Worlds.convex(n, seed), Worlds.degenerate(n, seed))) {
            assertThat(ModiclusCertificate.of(Modiclus.solve(game, 1), 1).x()).isEqualTo(RationalModiclus.of(game));
        }
    }

    /// By definition: no other point has a smaller sorted list of all differences. The list is convex in the point, so
    /// whatever is best near by is best everywhere.
    @ParameterizedTest
    @CsvSource({"2,1", "2,2", "3,1", "3,2", "3,3", "3,4", "4,1", "4,2"})
    void nobodyElseHasSmallerDifferences(int n, long seed) {
        Game game = Worlds.random(n, seed);
        List<Fraction> x = ModiclusCertificate.of(Modiclus.solve(game, 1), 1).x();
        List<Fraction> ours = sorted(game, x);
        Random random = new Random(seed);
        for (int trial = 0; trial < 60; trial++) {
            List<Fraction> other = new ArrayList<>(x);
            Fraction moved = Fraction.ZERO;
            for (int i = 0; i < n - 1; i++) {
                Fraction step = Fraction.of(random.nextInt(7) - 3, trial % 3 == 0 ? 1000 : 1 + trial % 5);
                other.set(i, x.get(i).plus(step));
                moved = moved.plus(step);
            }
            other.set(n - 1, x.get(n - 1).minus(moved));
            if (!other.equals(x)) {
                assertThat(compare(sorted(game, other), ours)).isPositive();
            }
        }
    }

    private static List<Fraction> sorted(Game game, List<Fraction> x) {
        List<Fraction> all = new ArrayList<>();
        for (long s = 0; s < Coalitions.count(x.size()); s++) {
            for (long t = 0; t < Coalitions.count(x.size()); t++) {
                all.add(difference(game, x, s, t));
            }
        }
        all.sort(Comparator.reverseOrder());
        return all;
    }

    private static int compare(List<Fraction> a, List<Fraction> b) {
        for (int k = 0; k < a.size(); k++) {
            int compared = a.get(k).compareTo(b.get(k));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    /// The source of nuc4 gives (17/4, 21/4, 23/4, 23/4), which cannot be: this is the proof.
    @Test
    void nuc4IsCertifiedAtAnotherPointThanPublished_tuSolutionsIsWrongThere() {
        Game game = Published.games().get("nuc4");
        ModiclusCertificate proof = ModiclusCertificate.of(Modiclus.solve(game, 1), 1);
        assertThat(proof.x())
                .containsExactly(Fraction.of(13, 3), Fraction.of(16, 3), Fraction.of(17, 3), Fraction.of(17, 3));
        check(game, proof);
        assertThat(RationalModiclus.of(game)).isEqualTo(proof.x());
        List<Fraction> source = List.of(Fraction.of(17, 4), Fraction.of(21, 4), Fraction.of(23, 4), Fraction.of(23, 4));
        assertThat(compare(sorted(game, source), sorted(game, proof.x()))).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"12,1", "13,2", "15,3"})
    void largerOnesAreCertifiedAndForgedOnesAreNot(int n, long seed) {
        Game game = Worlds.random(n, seed);
        Modiclus.Result result = Modiclus.solve(game, 2);
        ModiclusCertificate proof = ModiclusCertificate.of(result, 2);
        assertThat(proof.answer().array())
                .usingComparatorWithPrecision(1e-7)
                .containsExactly(result.answer().array());
        Game other = Game.streamedWhole(n, 300, s -> s == 0b101101 ? game.value(s) + 200 : game.value(s));
        Modiclus.Result forged = new Modiclus.Result(other, result.x(), result.stages(), 1, 1, 1e-9);
        assertThatThrownBy(() -> ModiclusCertificate.of(forged, 2)).hasMessageContaining("not proven: coalitions");
    }

    /// Found in fractions alone, by definition, and where floating point finds what no proof holds for.
    @ParameterizedTest
    @CsvSource({
        "0 0 0 666666666667 0 666666666667 666666666667 1000000000000",
        "0 1000000 2 1000000 -1 1000000 2 2 1 0 2 1000000 1000000000 1000000000000 1000000000 1000000000000",
        "0 3 -2 5 1 0 4 7",
        "0 0 0 5 0 2 2 5 0 4 2 5 2 4 2 7"
    })
    void fractionsFindTheModiclusWhateverTheValues(String values) {
        Game game = TableGame.of(java.util.Arrays.stream(values.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray());
        List<Fraction> right = RationalModiclus.of(game);
        assertThat(Modiclus.inFractions(game).fractions().orElseThrow()).isEqualTo(right);
        assertThat(Modiclus.proved(game, 1).x()).isEqualTo(right);
    }
}
