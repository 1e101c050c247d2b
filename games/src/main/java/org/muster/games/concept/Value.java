package org.muster.games.concept;

import java.util.List;
import java.util.Optional;
import org.muster.games.Fraction;

/// The value of a concept, in the unit of the game's numbers.
public sealed interface Value {
    /// The same without fractions.
    Value inDoubles();

    /// One number a player (for an airport with groups, one a group).
    ///
    /// @param numbers   in the order of players
    /// @param fractions the same exactly, missing where it is not known
    record PerPlayer(List<Double> numbers, Optional<List<Fraction>> fractions) implements Value {
        public PerPlayer {
            numbers = List.copyOf(numbers);
            fractions = fractions.map(List::copyOf);
        }

        @Override
        public Value inDoubles() {
            return new PerPlayer(numbers, Optional.empty());
        }
    }

    /// One number.
    ///
    /// @param fraction the same exactly, missing where it is not known
    record Single(double number, Optional<Fraction> fraction) implements Value {
        @Override
        public Value inDoubles() {
            return new Single(number, Optional.empty());
        }
    }

    /// Whether something holds.
    record Truth(boolean holds) implements Value {
        @Override
        public Value inDoubles() {
            return this;
        }
    }

    /// Points, each with one number a player.
    ///
    /// @param points    in doubles
    /// @param fractions the same exactly, missing where it is not known
    record Points(List<List<Double>> points, Optional<List<List<Fraction>>> fractions) implements Value {
        public Points {
            points = points.stream().map(List::copyOf).toList();
            fractions = fractions.map(all -> all.stream().map(List::copyOf).toList());
        }

        @Override
        public Value inDoubles() {
            return new Points(points, Optional.empty());
        }
    }

    /// One number for every pair of players: row by row, 0 on the diagonal.
    record OfPairs(List<List<Double>> rows) implements Value {
        public OfPairs {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public Value inDoubles() {
            return this;
        }
    }

    /// One number for every coalition, by mask.
    record OfCoalitions(List<Double> numbers) implements Value {
        public OfCoalitions {
            numbers = List.copyOf(numbers);
        }

        @Override
        public Value inDoubles() {
            return this;
        }
    }
}
