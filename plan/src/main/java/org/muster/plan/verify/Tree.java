package org.muster.plan.verify;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Walks the tree of a proof: in every leaf the prices of rows must show, in whole numbers, that no point there comes
/// before the plan in the strict order of the levels.
///
/// At a node of level `k` only points count that have the levels before `k` at the plan's values and level `k` at
/// most there. Prices `y` with scale `s` bound the level from below by `(sum of y by the side of each row + sum
/// over variables of the least of (s c - A'y) x within its bounds) / s`. A bound above the plan's value closes the
/// node; a bound equal to it passes the node on to the next level, with every variable and row fixed that could not
/// move a whole unit without leaving the value; a bound below it needs the node split, on both sides of a whole
/// number.
final class Tree {
    private final Rows rows;
    private final List<DocumentLevels.Level> levels;
    private final WrittenProof proof;
    private final BigInteger[] point;
    private int leaves;

    Tree(Rows rows, List<DocumentLevels.Level> levels, WrittenProof proof, BigInteger[] point) {
        this.rows = rows;
        this.levels = levels;
        this.proof = proof;
        this.point = point;
    }

    /// How many leaves were checked.
    ///
    /// @throws NotProven naming the first node that proves nothing
    int check() throws NotProven {
        if (proof.nodes().isEmpty()) {
            throw new NotProven("the proof has no tree");
        }
        WrittenProof.Node root = proof.nodes().getFirst();
        if (root.level != 0 || root.side.isPresent()) {
            throw new NotProven("node 0 does not hold the whole model on the first level");
        }
        node(root, new Box(rows), -1, null);
        return leaves;
    }

    private void requireKnownLevel(WrittenProof.Node node) throws NotProven {
        if (node.level < 0 || node.level >= (proof.isNothing() ? 1 : levels.size())) {
            throw new NotProven("node " + node.number + ": there is no level " + node.level);
        }
    }

    /// @param boundLevel the level that `bound` is of
    /// @param bound      what no point is below, by the nodes around
    private void node(WrittenProof.Node node, Box around, int boundLevel, @Nullable BigInteger bound) throws NotProven {
        requireKnownLevel(node);
        Box box = new Box(around);
        if (node.side.isPresent()) {
            box.cut(rows, node.side.get(), node.number);
        }
        settle(node.level, box);
        if (box.isEmpty()) {
            leaves++;
            return;
        }
        if (node.isEmpty) {
            empty(node, box);
            return;
        }
        if (proof.isNothing()) {
            split(node, box, null);
            return;
        }
        BigInteger better = bounded(node, box, node.level == boundLevel ? bound : null);
        int against = better == null ? -1 : better.compareTo(proof.values().get(node.level));
        if (against > 0) {
            leaves++;
        } else if (against == 0) {
            next(node, box, better);
        } else {
            split(node, box, better);
        }
    }

    private void settle(int level, Box box) {
        for (int before = 0; before < level; before++) {
            if (levels.get(before).settles()) {
                levels.get(before).terms().keySet().forEach(place -> box.fix(place, point[place]));
            }
        }
    }

    private void empty(WrittenProof.Node node, Box box) throws NotProven {
        Bound shown = new Bound(node, Map.of(), box);
        if (shown.scaled.signum() <= 0) {
            throw new NotProven("node " + node.number + ": its prices do not show that nothing lies in it");
        }
        leaves++;
    }

    /// The better of what is known and what the node's prices say; fixes in the box what they leave no room for.
    @Nullable
    private BigInteger bounded(WrittenProof.Node node, Box box, @Nullable BigInteger known) throws NotProven {
        if (node.prices == null) {
            return known;
        }
        DocumentLevels.Level level = levels.get(node.level);
        Bound own = new Bound(node, level.terms(), box);
        BigInteger value = proof.values().get(node.level);
        BigInteger rounded = own.roundedUp(level.step());
        if (rounded.compareTo(value) <= 0) {
            own.fix(box, value);
        }
        return known == null ? rounded : known.max(rounded);
    }

    /// Points in the node may be as good: what the next level says of them counts, there or further down on this one.
    private void next(WrittenProof.Node node, Box box, @Nullable BigInteger bound) throws NotProven {
        int level = node.level + 1;
        if (level == levels.size()) {
            leaves++;
            return;
        }
        Optional<WrittenProof.Node> on = node.children.stream()
                .filter(child -> child.level == level && child.side.isEmpty())
                .findFirst();
        if (on.isEmpty() && node.children.stream().anyMatch(child -> child.level == node.level)) {
            split(node, box, bound);
            return;
        }
        if (on.isEmpty()) {
            throw new NotProven("node " + node.number + ": points in it may be as good on level " + node.level
                    + ", and nothing is said of the next level");
        }
        node(on.get(), box, level, null);
    }

    private void split(WrittenProof.Node node, Box box, @Nullable BigInteger bound) throws NotProven {
        List<WrittenProof.Node> same = node.children.stream()
                .filter(child -> child.level == node.level)
                .toList();
        if (same.size() == 1 && same.getFirst().side.isEmpty()) {
            node(same.getFirst(), box, node.level, bound);
            return;
        }
        if (same.size() != 2 || same.get(0).side.isEmpty() || same.get(1).side.isEmpty()) {
            throw new NotProven("node " + node.number + ": points in it may be better, and it is not split in two");
        }
        WrittenProof.Side one = same.get(0).side.get();
        WrittenProof.Side other = same.get(1).side.get();
        boolean isWhole = one.variable().equals(other.variable())
                && one.atMost()
                && !other.atMost()
                && other.bound().equals(one.bound().add(BigInteger.ONE));
        if (!isWhole) {
            throw new NotProven("node " + node.number + ": its two sides do not hold every whole number between them");
        }
        node(same.get(0), box, node.level, bound);
        node(same.get(1), box, node.level, bound);
    }

    /// What the prices of a node say.
    private final class Bound {
        private final BigInteger scale;
        private final Map<Integer, BigInteger> reduced = new java.util.HashMap<>();
        private final WrittenProof.Prices prices;
        private BigInteger scaled = BigInteger.ZERO;

        Bound(WrittenProof.Node node, Map<Integer, BigInteger> objective, Box box) throws NotProven {
            prices = Objects.requireNonNull(node.prices);
            scale = prices.scale();
            if (scale.signum() <= 0) {
                throw new NotProven("node " + node.number + ": the scale of prices is above zero");
            }
            objective.forEach((place, c) -> reduced.put(place, c.multiply(scale)));
            for (Map.Entry<String, BigInteger> price : prices.rows().entrySet()) {
                Rows.Row row = rows.row(price.getKey());
                if (row == null) {
                    throw new NotProven("node " + node.number + ": the model has no row \"" + price.getKey() + "\"");
                }
                count(node, price.getValue(), row.terms(), box.sideOf(price.getKey(), row, price.getValue()));
            }
            for (Map.Entry<Integer, BigInteger> price : prices.levels().entrySet()) {
                count(node, price.getValue(), levelTerms(node, price.getKey()), levelSide(price));
            }
            reduced.forEach((place, d) ->
                    scaled = scaled.add(d.multiply(d.signum() > 0 ? box.lower[place] : box.upper[place])));
        }

        /// A level may be priced from the level on; it is at most at its value, so its price is not above zero.
        private Map<Integer, BigInteger> levelTerms(WrittenProof.Node node, int index) throws NotProven {
            if (proof.isNothing() || index < 0 || index > node.level) {
                throw new NotProven("node " + node.number + ": level " + index + " is not at its value there");
            }
            return levels.get(index).terms();
        }

        private Optional<BigInteger> levelSide(Map.Entry<Integer, BigInteger> price) {
            return price.getValue().signum() > 0
                    ? Optional.empty()
                    : Optional.of(proof.values().get(price.getKey()));
        }

        private void count(
                WrittenProof.Node node, BigInteger price, Map<Integer, BigInteger> terms, Optional<BigInteger> side)
                throws NotProven {
            if (price.signum() == 0) {
                return;
            }
            if (side.isEmpty()) {
                throw new NotProven("node " + node.number + ": a price on the open side of a row");
            }
            scaled = scaled.add(price.multiply(side.get()));
            terms.forEach((place, a) -> reduced.merge(place, a.multiply(price).negate(), BigInteger::add));
        }

        BigInteger roundedUp(BigInteger step) {
            BigInteger unit = scale.multiply(step);
            BigInteger[] parts = scaled.divideAndRemainder(unit);
            return (parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0]).multiply(step);
        }

        /// Fixes what could not move by a whole unit with the level at most at `value`.
        void fix(Box box, BigInteger value) {
            BigInteger room = scale.multiply(value).subtract(scaled);
            reduced.forEach((place, d) -> {
                if (d.compareTo(room) > 0) {
                    box.upper[place] = box.lower[place];
                } else if (d.negate().compareTo(room) > 0) {
                    box.lower[place] = box.upper[place];
                }
            });
            prices.rows().forEach((name, price) -> {
                Rows.Row row = Objects.requireNonNull(rows.row(name));
                if (price.abs().compareTo(room) > 0) {
                    box.sideOf(name, row, price).ifPresent(side -> box.tighten(name, side));
                }
            });
        }
    }
}
