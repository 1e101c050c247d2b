package org.muster.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tree of branches as it grows: which node was split on what, and the prices that bound it.
///
/// A node lies in its parent: with the same bounds (a new level starts, or new prices are found), or as one side of the
/// parent's split. Kept only where the proof is to be written down.
public final class ProofLog {
    private final boolean isKept;
    private final List<Node> nodes = new ArrayList<>();
    private boolean complete = true;

    /// A node.
    public static final class Node {
        private final int parent;
        private final int level;
        private @Nullable Multipliers prices;
        private boolean isEmpty;
        private long bound = Long.MIN_VALUE;
        private int splitOn = -1;
        private long atMost;
        private int firstSide = -1;

        Node(int parent, int level) {
            this.parent = parent;
            this.level = level;
        }

        /// The number of the node that it lies in; -1 for the whole model.
        public int parent() {
            return parent;
        }

        /// The index of the level that it bounds.
        public int level() {
            return level;
        }

        /// The prices that bound it; empty where it says no more than its parent.
        public Optional<Multipliers> prices() {
            return Optional.ofNullable(prices);
        }

        /// What the prices say that no point of it is below.
        public long bound() {
            return bound;
        }

        /// Whether the prices show that nothing lies in it.
        public boolean isEmpty() {
            return isEmpty;
        }

        /// The variable that it is split on; -1 where it is not.
        public int splitOn() {
            return splitOn;
        }

        /// The first child has the variable at most at this, the second above.
        public long atMost() {
            return atMost;
        }

        /// The number of its first side, which the second follows; -1 where it is not split.
        public int firstSide() {
            return firstSide;
        }
    }

    ProofLog(boolean isKept) {
        this.isKept = isKept;
    }

    /// Whether it holds a whole proof: every level was proven by the tree.
    public boolean isComplete() {
        return isKept && complete;
    }

    /// A level was not proven: what is here is no proof.
    void breakOff() {
        complete = false;
    }

    /// The nodes by number.
    public List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /// A node with the bounds of its parent; its number.
    int goOn(int parent, int level) {
        if (!isKept) {
            return -1;
        }
        nodes.add(new Node(parent, level));
        return nodes.size() - 1;
    }

    /// Splits a node; the number of the first side, the second has the next.
    int split(int node, int variable, long atMost) {
        if (!isKept) {
            return -1;
        }
        nodes.get(node).splitOn = variable;
        nodes.get(node).atMost = atMost;
        int level = nodes.get(node).level;
        int first = goOn(node, level);
        goOn(node, level);
        nodes.get(node).firstSide = first;
        return first;
    }

    void bound(int node, ExactBound bound, long step, Face face) {
        if (isKept) {
            nodes.get(node).bound = bound.roundedUp(step);
            nodes.get(node).prices = bound.multipliers(face);
        }
    }

    void empty(int node, ExactBound bound, Face face) {
        if (isKept) {
            nodes.get(node).prices = bound.multipliers(face);
            nodes.get(node).isEmpty = true;
        }
    }
}
