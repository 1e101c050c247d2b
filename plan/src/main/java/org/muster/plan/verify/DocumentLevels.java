package org.muster.plan.verify;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is minimised, level by level, as docs/proof.md says.
final class DocumentLevels {
    private static final int MOST_BITS = 53;
    private static final int WEIGHT_BITS = 26;
    private static final int MOST_UNIT_BITS = 34;

    private final List<Level> levels = new ArrayList<>();

    /// A level.
    ///
    /// @param terms   coefficient by the place of a variable
    /// @param settles whether its variables stay once it is at its best
    record Level(Map<Integer, BigInteger> terms, boolean settles) {
        BigInteger valueAt(BigInteger[] point) {
            BigInteger sum = BigInteger.ZERO;
            for (Map.Entry<Integer, BigInteger> term : terms.entrySet()) {
                sum = sum.add(term.getValue().multiply(point[term.getKey()]));
            }
            return sum;
        }

        /// No two values are closer than this.
        BigInteger step() {
            return terms.values().stream()
                    .reduce(BigInteger.ZERO, BigInteger::gcd)
                    .max(BigInteger.ONE);
        }
    }

    private DocumentLevels() {}

    /// The levels of a mission alone.
    static List<Level> of(DocumentModel model) {
        DocumentLevels levels = new DocumentLevels();
        levels.uncovered(List.of(model), true);
        levels.uncovered(List.of(model), false);
        levels.cost(List.of(model));
        levels.assignments(model);
        levels.members(model);
        return List.copyOf(levels.levels);
    }

    /// The levels of missions together: priority by priority what is uncovered, then what everything costs, then the
    /// tie-breaks mission by mission, in which what is released is weighed too.
    ///
    /// @param models in the order of the missions
    static List<Level> together(List<DocumentModel> models) {
        DocumentLevels levels = new DocumentLevels();
        Map<Integer, List<DocumentModel>> byPriority = new TreeMap<>();
        models.forEach(model -> byPriority
                .computeIfAbsent(model.mission().priority().orElse(Integer.MAX_VALUE), p -> new ArrayList<>())
                .add(model));
        byPriority.values().forEach(alike -> {
            levels.uncovered(alike, true);
            levels.uncovered(alike, false);
        });
        levels.cost(models);
        for (DocumentModel model : models) {
            levels.assignments(model);
            List<String> released = model.released().stream()
                    .map(DocumentModel.Released::variable)
                    .toList();
            if (!released.isEmpty()) {
                levels.weights(model, released, true);
            }
            levels.members(model);
        }
        return List.copyOf(levels.levels);
    }

    private static int placeOf(DocumentModel model, String variable) {
        Integer place = model.rows().placeOf(variable);
        if (place == null) {
            throw new IllegalStateException("no variable " + variable);
        }
        return place;
    }

    /// A line by the place of what is missing of it.
    private record Counted(BigInteger quantity, int place) {}

    /// Lines weigh alike: a unit counts the common multiple of the quantities by the quantity of its line; in groups of
    /// lines, in order, where there is no such multiple within bounds.
    private void uncovered(List<DocumentModel> models, boolean essential) {
        List<Counted> group = new ArrayList<>();
        BigInteger common = BigInteger.ONE;
        for (Counted line : lines(models, essential)) {
            BigInteger with = common.multiply(line.quantity()).divide(common.gcd(line.quantity()));
            boolean isTooLarge =
                    with.multiply(BigInteger.valueOf(group.size() + 1L)).bitLength() > MOST_BITS;
            if (isTooLarge && !group.isEmpty()) {
                addGroup(group, common);
                group = new ArrayList<>();
                with = line.quantity();
            }
            group.add(line);
            common = with;
        }
        addGroup(group, common);
    }

    private static List<Counted> lines(List<DocumentModel> models, boolean essential) {
        List<Counted> lines = new ArrayList<>();
        for (DocumentModel model : models) {
            for (Supply.Line line : model.supply().lines()) {
                if (line.requirement().isEssential() == essential) {
                    lines.add(new Counted(BigInteger.valueOf(line.quantity()), placeOf(model, "short|" + line.key())));
                }
            }
        }
        return lines;
    }

    private void addGroup(List<Counted> group, BigInteger common) {
        Map<Integer, BigInteger> terms = new TreeMap<>();
        group.forEach(line -> terms.put(line.place(), common.divide(line.quantity())));
        levels.add(new Level(terms, false));
    }

    private void cost(List<DocumentModel> models) {
        Map<Integer, BigInteger> terms = new TreeMap<>();
        for (DocumentModel model : models) {
            for (Supply.Use use : model.supply().uses()) {
                terms.put(placeOf(model, use.variable()), BigInteger.valueOf(use.cost()));
            }
            for (DocumentModel.Released released : model.released()) {
                terms.put(
                        placeOf(model, released.variable()),
                        BigInteger.valueOf(released.access().compensationMinor()));
            }
        }
        levels.add(new Level(terms, false));
    }

    private void assignments(DocumentModel model) {
        weights(model, model.supply().uses().stream().map(Supply.Use::variable).toList(), true);
    }

    private void members(DocumentModel model) {
        weights(model, model.supply().members().stream().map(m -> "join|" + m).toList(), false);
    }

    private void weights(DocumentModel model, List<String> variables, boolean settles) {
        Map<Integer, BigInteger> terms = new TreeMap<>();
        BigInteger most = variables.stream()
                .map(name -> model.rows().upperOf(placeOf(model, name)))
                .reduce(BigInteger.ZERO, BigInteger::add);
        int fewer = Math.clamp(most.bitLength() - MOST_UNIT_BITS, 0, WEIGHT_BITS - 1);
        BigInteger mask = BigInteger.ONE.shiftLeft(WEIGHT_BITS - fewer).subtract(BigInteger.ONE);
        variables.forEach(name -> terms.put(
                placeOf(model, name), BigInteger.valueOf(hashOf(name)).and(mask).add(BigInteger.ONE)));
        levels.add(new Level(terms, settles));
    }

    /// 64-bit FNV-1a of the name in UTF-8, mixed by the finaliser of MurmurHash3, its lowest 26 bits.
    private static long hashOf(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            hash ^= Byte.toUnsignedLong(octet);
            hash *= 0x100000001b3L;
        }
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        hash *= 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash & ((1L << WEIGHT_BITS) - 1);
    }
}
