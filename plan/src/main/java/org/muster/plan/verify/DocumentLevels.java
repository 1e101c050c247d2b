package org.muster.plan.verify;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.muster.alliance.Alliance;
import org.muster.alliance.pool.Access;

/// What is minimised, level by level, as docs/proof.md says.
final class DocumentLevels {
    private static final int MOST_BITS = 53;
    private static final int WEIGHT_BITS = 26;
    private static final int MOST_UNIT_BITS = 34;

    private final DocumentModel model;
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

    private DocumentLevels(Alliance alliance, DocumentModel model) {
        this.model = model;
        uncovered(true);
        uncovered(false);
        cost(alliance);
        weights(model.supply().uses().stream().map(Supply.Use::variable).toList(), true);
        weights(model.supply().members().stream().map(m -> "join|" + m).toList(), false);
    }

    static List<Level> of(Alliance alliance, DocumentModel model) {
        return List.copyOf(new DocumentLevels(alliance, model).levels);
    }

    private int placeOf(String variable) {
        Integer place = model.rows().placeOf(variable);
        if (place == null) {
            throw new IllegalStateException("no variable " + variable);
        }
        return place;
    }

    /// Lines weigh alike: a unit counts the common multiple of the quantities by the quantity of its line; in groups of
    /// lines, in order, where there is no such multiple within bounds.
    private void uncovered(boolean essential) {
        List<Supply.Line> group = new ArrayList<>();
        BigInteger common = BigInteger.ONE;
        for (Supply.Line line : model.supply().lines()) {
            if (line.requirement().isEssential() != essential) {
                continue;
            }
            BigInteger quantity = BigInteger.valueOf(line.quantity());
            BigInteger with = common.multiply(quantity).divide(common.gcd(quantity));
            boolean isTooLarge =
                    with.multiply(BigInteger.valueOf(group.size() + 1L)).bitLength() > MOST_BITS;
            if (isTooLarge && !group.isEmpty()) {
                addGroup(group, common);
                group = new ArrayList<>();
                with = quantity;
            }
            group.add(line);
            common = with;
        }
        addGroup(group, common);
    }

    private void addGroup(List<Supply.Line> group, BigInteger common) {
        Map<Integer, BigInteger> terms = new TreeMap<>();
        group.forEach(
                line -> terms.put(placeOf("short|" + line.key()), common.divide(BigInteger.valueOf(line.quantity()))));
        levels.add(new Level(terms, false));
    }

    private void cost(Alliance alliance) {
        Map<Integer, BigInteger> terms = new TreeMap<>();
        for (Supply.Use use : model.supply().uses()) {
            terms.put(placeOf(use.variable()), BigInteger.valueOf(use.cost()));
        }
        alliance.pools().forEach(pool -> {
            if (pool.access() instanceof Access.OwnersPlusReleased access) {
                released(pool.id()).forEach(place -> terms.put(place, BigInteger.valueOf(access.compensationMinor())));
            }
        });
        levels.add(new Level(terms, false));
    }

    private Set<Integer> released(String pool) {
        Set<Integer> places = new java.util.TreeSet<>();
        for (Supply.Use use : model.supply().uses()) {
            if (use.pool().isPresent() && use.id().equals(pool)) {
                String year = String.valueOf(use.line().phase().from().getYear());
                for (String period : List.of(year, use.line().phase().id())) {
                    Integer place = model.rows().placeOf("released|" + pool + "|" + period);
                    if (place != null) {
                        places.add(place);
                    }
                }
            }
        }
        return places;
    }

    private void weights(List<String> variables, boolean settles) {
        Map<Integer, BigInteger> terms = new TreeMap<>();
        BigInteger most = variables.stream()
                .map(name -> model.rows().upperOf(placeOf(name)))
                .reduce(BigInteger.ZERO, BigInteger::add);
        int fewer = Math.clamp(most.bitLength() - MOST_UNIT_BITS, 0, WEIGHT_BITS - 1);
        BigInteger mask = BigInteger.ONE.shiftLeft(WEIGHT_BITS - fewer).subtract(BigInteger.ONE);
        variables.forEach(name -> terms.put(
                placeOf(name), BigInteger.valueOf(hashOf(name)).and(mask).add(BigInteger.ONE)));
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
