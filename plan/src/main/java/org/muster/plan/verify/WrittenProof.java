package org.muster.plan.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A proof as it stands in a file, by docs/proof.md.
///
/// @param alliance  whose missions they are
/// @param missions  the missions' ids; one alone unless they are planned together
/// @param together  whether they are planned together
/// @param isNothing whether it says that no coalition meets the mission's own conditions
/// @param point     values by variable; those not named are 0
/// @param values    the value of every level
/// @param nodes     the nodes of the tree by number
record WrittenProof(
        String alliance,
        List<String> missions,
        boolean together,
        boolean isNothing,
        Map<String, BigInteger> point,
        List<BigInteger> values,
        List<Node> nodes) {
    /// Longest number that is read, in digits: more than any honest proof needs, and quick to multiply.
    private static final int MOST_DIGITS = 2_000;

    /// Deepest tree that is walked.
    private static final int MOST_DEEP = 5_000;

    /// A side of a split.
    ///
    /// @param atMost whether the variable is at most at the bound, or at least
    record Side(String variable, boolean atMost, BigInteger bound) {}

    /// Whole-number prices of rows by name, and of levels by index; each counts by `scale`.
    record Prices(BigInteger scale, Map<String, BigInteger> rows, Map<Integer, BigInteger> levels) {}

    /// A node of the tree.
    static final class Node {
        final int number;
        final int parent;
        final int level;
        final Optional<Side> side;
        final List<Node> children = new ArrayList<>();

        @Nullable
        Prices prices;

        boolean isEmpty;
        int depth;

        Node(int number, int parent, int level, Optional<Side> side) {
            this.number = number;
            this.parent = parent;
            this.level = level;
            this.side = side;
        }
    }

    private static final String BEGINS = "muster-proof 1";

    /// The one proof of a file.
    static WrittenProof read(String text) throws NotProven {
        return new Reader().read(text.lines().toList(), 0);
    }

    /// All proofs of a file, one after the other.
    static List<WrittenProof> readAll(String text) throws NotProven {
        List<String> lines = text.lines().toList();
        List<Integer> begins = new ArrayList<>();
        for (int k = 0; k < lines.size(); k++) {
            if (k == 0 || lines.get(k).equals(BEGINS)) {
                begins.add(k);
            }
        }
        List<WrittenProof> proofs = new ArrayList<>();
        for (int k = 0; k < begins.size(); k++) {
            int end = k + 1 < begins.size() ? begins.get(k + 1) : lines.size();
            proofs.add(new Reader().read(lines.subList(begins.get(k), end), begins.get(k)));
        }
        return proofs;
    }

    private static final class Reader {
        private final Map<String, String> head = new HashMap<>();
        private final List<String> missions = new ArrayList<>();
        private boolean together;
        private final List<String> variables = new ArrayList<>();
        private final List<String> rows = new ArrayList<>();
        private final Map<String, BigInteger> point = new LinkedHashMap<>();
        private final List<BigInteger> values = new ArrayList<>();
        private final List<Node> nodes = new ArrayList<>();
        private int line;

        /// @param before lines of the file before these
        WrittenProof read(List<String> lines, int before) throws NotProven {
            line = before + 1;
            if (lines.isEmpty() || !lines.getFirst().equals(BEGINS)) {
                throw wrong("no proof: it does not begin with \"" + BEGINS + "\"");
            }
            for (String text : lines.subList(1, lines.size())) {
                line++;
                try {
                    take(text);
                } catch (NumberFormatException | IndexOutOfBoundsException e) {
                    throw wrong("a number that is none, or of something that is not there");
                }
            }
            if (!"end".equals(head.get("end"))) {
                throw wrong("the last line is not \"end\": the proof is not whole");
            }
            return new WrittenProof(
                    head.getOrDefault("alliance", ""),
                    missions,
                    together,
                    "nothing".equals(head.get("outcome")),
                    point,
                    values,
                    nodes);
        }

        private NotProven wrong(String why) {
            return new NotProven("line " + line + ": " + why);
        }

        private void take(String text) throws NotProven {
            String[] words = text.split(" ", -1);
            String rest = text.substring(Math.min(text.length(), words[0].length() + 1));
            switch (words[0]) {
                case "alliance", "outcome" -> head.put(words[0], rest);
                case "mission", "together" -> mission(words[0].equals("together"), rest);
                case "variable" -> variables.add(rest);
                case "row" -> rows.add(rest);
                case "point" -> point.put(variables.get(Integer.parseInt(words[1])), number(words[2]));
                case "level" -> values.add(number(words[1]));
                case "node" -> node(words);
                case "prices", "empty" -> prices(words);
                case "end" -> head.put("end", "end");
                default -> throw wrong("\"" + words[0] + "\" is no word of a proof");
            }
        }

        private void mission(boolean isTogether, String id) throws NotProven {
            if (!missions.isEmpty() && !(together && isTogether)) {
                throw wrong("a second mission: of several, each is called \"together\"");
            }
            together = isTogether;
            missions.add(id);
        }

        private void node(String[] words) throws NotProven {
            int number = nodes.size();
            int parent = words[1].equals("-") ? -1 : Integer.parseInt(words[1]);
            if (parent >= number || (parent < 0) != (number == 0)) {
                throw wrong("node " + number + " lies in node " + words[1] + ", which does not come before it");
            }
            Optional<Side> side = words.length == 3
                    ? Optional.empty()
                    : Optional.of(
                            new Side(variables.get(Integer.parseInt(words[3])), isAtMost(words[4]), number(words[5])));
            Node node = new Node(number, parent, Integer.parseInt(words[2]), side);
            node.depth = parent < 0 ? 0 : nodes.get(parent).depth + 1;
            if (node.depth > MOST_DEEP) {
                throw wrong("a tree of more than " + MOST_DEEP + " nodes one in the other");
            }
            nodes.add(node);
            if (parent >= 0) {
                nodes.get(parent).children.add(node);
            }
        }

        private boolean isAtMost(String word) throws NotProven {
            if (!word.equals("<=") && !word.equals(">=")) {
                throw wrong("a side of a split is <= or >=, not " + word);
            }
            return word.equals("<=");
        }

        private void prices(String[] words) throws NotProven {
            if (nodes.isEmpty()) {
                throw wrong("prices before the first node");
            }
            Map<String, BigInteger> ofRows = new LinkedHashMap<>();
            Map<Integer, BigInteger> ofLevels = new LinkedHashMap<>();
            for (String word : Arrays.asList(words).subList(2, words.length)) {
                String[] parts = word.split(":", -1);
                if (parts[0].startsWith("L")) {
                    ofLevels.put(Integer.parseInt(parts[0].substring(1)), number(parts[1]));
                } else {
                    ofRows.put(rows.get(Integer.parseInt(parts[0])), number(parts[1]));
                }
            }
            Node node = nodes.getLast();
            node.prices = new Prices(number(words[1]), ofRows, ofLevels);
            node.isEmpty = words[0].equals("empty");
        }

        private BigInteger number(String word) throws NotProven {
            if (word.length() > MOST_DIGITS) {
                throw wrong("a number of more than " + MOST_DIGITS + " digits");
            }
            return new BigInteger(word);
        }
    }
}
