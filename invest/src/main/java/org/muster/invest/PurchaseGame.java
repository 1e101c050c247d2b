package org.muster.invest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muster.games.Answer;
import org.muster.games.Fraction;
import org.muster.games.TableGame;
import org.muster.games.core.Core;
import org.muster.games.core.Nucleolus;
import org.muster.games.value.Shapley;

/// The game of who pays for a purchase: what coalitions of subscribers gain by buying on their own.
///
/// A portfolio spares each member something and has a price. Subscribers alone buy the portfolio among those named
/// that leaves them most, or nothing; all together buy the chosen one. What is bought is there for everybody, so that
/// others gain without paying: a coalition counts only what it is spared itself.
///
/// A split with nobody worse off exists exactly where what all are spared is at least the price.
@SuppressWarnings("ArrayRecordComponent") // tables of a computation, not handed out
final class PurchaseGame {
    /// Subscribers at most of whom all coalitions are looked at.
    static final int MOST_PLAYERS = 20;

    private final int players;
    private final List<Bought> portfolios;
    private final Bought chosen;

    /// What a portfolio spares each member in a year, and its price; minor units.
    record Bought(List<Long> spared, long price) {
        Bought {
            spared = List.copyOf(spared);
        }

        long gainOfAll() {
            return spared.stream().mapToLong(Long::longValue).sum() - price;
        }
    }

    /// A coalition that would rather buy by itself.
    ///
    /// @param members by place
    /// @param gain    what it would gain by that, in minor units, above 0
    record Leaving(List<Integer> members, Fraction gain) {
        Leaving {
            members = List.copyOf(members);
        }
    }

    /// @param portfolios what coalitions may buy instead
    /// @param chosen     what all together buy
    PurchaseGame(int players, List<Bought> portfolios, Bought chosen) {
        this.players = players;
        this.portfolios = List.copyOf(portfolios);
        this.chosen = chosen;
    }

    /// What a coalition gains by itself, not below 0 but for all together.
    long worth(long coalition) {
        if (coalition == (1L << players) - 1) {
            return chosen.gainOfAll();
        }
        long most = 0;
        for (Bought one : portfolios) {
            long gain = -one.price();
            for (int i = 0; i < players; i++) {
                gain += (coalition >>> i & 1) != 0 ? one.spared().get(i) : 0;
            }
            most = Math.max(most, gain);
        }
        return most;
    }

    /// What a portfolio leaves the others where one member does not subscribe; nothing where they would buy nothing.
    Optional<Bought> without(int player) {
        Optional<Bought> best = Optional.empty();
        long most = 0;
        for (Bought one : portfolios) {
            long gain = one.gainOfAll() - one.spared().get(player);
            if (gain > most) {
                most = gain;
                best = Optional.of(one);
            }
        }
        return best;
    }

    /// The coalition that loses most by its shares against buying by itself; empty where none does. For any number of
    /// players: of each portfolio those would buy it who gain more by it than now.
    ///
    /// @param shares what each pays of the price
    Optional<Leaving> leaving(List<Fraction> shares) {
        List<Fraction> gains = new ArrayList<>();
        for (int i = 0; i < players; i++) {
            gains.add(Fraction.of(chosen.spared().get(i)).minus(shares.get(i)));
        }
        List<Bought> all = new ArrayList<>(portfolios);
        all.add(new Bought(Collections.nCopies(players, 0L), 0));
        Optional<Leaving> worst = Optional.empty();
        for (Bought one : all) {
            List<Fraction> more = new ArrayList<>();
            List<Integer> members = new ArrayList<>();
            for (int i = 0; i < players; i++) {
                more.add(Fraction.of(one.spared().get(i)).minus(gains.get(i)));
                if (more.get(i).sign() > 0) {
                    members.add(i);
                }
            }
            if (members.size() == players) {
                int least =
                        members.stream().min(Comparator.comparing(more::get)).orElseThrow();
                members.removeIf(i -> i == least);
            }
            Fraction gain = members.stream()
                    .map(more::get)
                    .reduce(Fraction.ZERO, Fraction::plus)
                    .minus(Fraction.of(one.price()));
            if (gain.sign() > 0
                    && worst.filter(other -> other.gain().compareTo(gain) >= 0).isEmpty()) {
                worst = Optional.of(new Leaving(members, gain));
            }
        }
        return worst;
    }

    private TableGame table(long given) {
        long[] values = new long[1 << players];
        for (int s = 0; s < values.length; s++) {
            values[s] = worth(s);
        }
        values[values.length - 1] += given;
        return TableGame.ofLongs(values);
    }

    /// Shares of the price by the Shapley value of the gains; empty beyond [#MOST_PLAYERS] players.
    Optional<List<Fraction>> shapley() {
        return players > MOST_PLAYERS ? Optional.empty() : Optional.of(shares(Shapley.of(table(0), 1)));
    }

    /// Shares of the price by the nucleolus of the gains, with which the coalition that gains least gains most; empty
    /// beyond [#MOST_PLAYERS] players.
    Optional<List<Fraction>> nucleolus() {
        return players > MOST_PLAYERS ? Optional.empty() : Optional.of(shares(Nucleolus.prenucleolus(table(0), 1)));
    }

    private List<Fraction> shares(Answer gains) {
        List<Fraction> exact = gains.fractions()
                .orElseGet(() -> gains.values().stream().map(Fraction::exactly).toList());
        List<Fraction> shares = new ArrayList<>();
        for (int i = 0; i < players; i++) {
            shares.add(Fraction.of(chosen.spared().get(i)).minus(exact.get(i)));
        }
        return shares;
    }

    /// Shares with which everybody gains the same against buying alone.
    List<Fraction> equalGain() {
        Fraction left = Fraction.of(chosen.gainOfAll());
        List<Long> alone = new ArrayList<>();
        for (int i = 0; i < players; i++) {
            alone.add(alone(i));
            left = left.minus(Fraction.of(alone.get(i)));
        }
        List<Fraction> shares = new ArrayList<>();
        for (int i = 0; i < players; i++) {
            shares.add(Fraction.of(chosen.spared().get(i) - alone.get(i)).minus(left.over(players)));
        }
        return shares;
    }

    /// What a member gains by buying alone.
    long alone(int player) {
        long most = 0;
        for (Bought one : portfolios) {
            most = Math.max(most, one.spared().get(player) - one.price());
        }
        return most;
    }

    /// The least that has to be given to all together from elsewhere so that a split exists with which no coalition
    /// would rather buy by itself: 0 where one exists. Empty beyond [#MOST_PLAYERS] players.
    ///
    /// A balanced collection that is worth more than all together says how much is missing at least; with so much given
    /// it is asked again, until none is left. Every collection met is a vertex of finitely many.
    Optional<Fraction> subsidy() {
        if (players > MOST_PLAYERS) {
            return Optional.empty();
        }
        long given = 0;
        while (true) {
            Core.Verdict verdict = Core.test(table(given), 1);
            if (verdict.nonEmpty()) {
                return Optional.of(Fraction.of(given));
            }
            Fraction worth = Fraction.ZERO;
            for (Core.Weighed one : verdict.collection()) {
                worth = worth.plus(one.weight().times(worth(one.coalition())));
            }
            Fraction missing = worth.minus(Fraction.of(chosen.gainOfAll()));
            // Whole minor units are given: what is missing, rounded up.
            long next = missing.numerator()
                    .add(missing.denominator())
                    .subtract(BigInteger.ONE)
                    .divide(missing.denominator())
                    .longValueExact();
            given = Math.max(next, given + 1);
        }
    }
}
