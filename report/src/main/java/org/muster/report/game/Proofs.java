package org.muster.report.game;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.muster.games.Coalitions;
import org.muster.games.Fraction;
import org.muster.games.concept.Proof;
import org.muster.games.core.Core;
import org.muster.games.core.ModiclusCertificate;
import org.muster.games.core.NucleolusCertificate;

/// Certificates as JSON; coalitions as lists of players counted from 0.
final class Proofs {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Proofs() {}

    /// The players of a coalition, counted from 0.
    public static ArrayNode coalition(long mask) {
        ArrayNode list = NODES.arrayNode();
        Coalitions.players(mask).forEach(list::add);
        return list;
    }

    static ObjectNode of(Proof proof) {
        return switch (proof) {
            case Proof.OfNucleolus p -> {
                ObjectNode node = of(p.certificate(), p.unit());
                yield p.of().isEmpty() ? node : node.put("of", p.of());
            }
            case Proof.OfModiclus p -> of(p.certificate(), p.unit());
            case Proof.OfCore p -> of(p.verdict(), p.unit());
            case Proof.CorePoint p -> {
                ObjectNode node = NODES.objectNode();
                node.set("core_point", Solution.numbers(p.point()));
                node.set("core_point_fraction", Solution.fractions(p.fractions()));
                yield node;
            }
            case Proof.OfStructure p -> StructureJson.of(p.structure(), p.unit());
        };
    }

    /// @param unit what 1 of the solved game stands for
    private static ObjectNode of(NucleolusCertificate certificate, Fraction unit) {
        ObjectNode node = NODES.objectNode();
        node.put("method", "balanced collections level by level (Kohlberg, Sobolev)");
        ArrayNode levels = node.putArray("levels");
        for (NucleolusCertificate.LevelProof level : certificate.levels()) {
            ObjectNode one = levels.addObject();
            one.put("excess", level.excess().times(unit).toString());
            ArrayNode coalitions = one.putArray("coalitions");
            level.coalitions().forEach(mask -> coalitions.add(coalition(mask)));
            one.set("weights", Solution.fractions(level.weights()));
            ArrayNode bounds = one.putArray("at_value_alone");
            level.bounds().forEach(bounds::add);
            one.set("bound_weights", Solution.fractions(level.boundWeights()));
        }
        return node;
    }

    /// @param unit what 1 of the solved game stands for
    private static ObjectNode of(ModiclusCertificate certificate, Fraction unit) {
        ObjectNode node = NODES.objectNode();
        node.put("method", "balanced pairs of coalitions level by level (Sudhoelter; Kohlberg, Sobolev)");
        ArrayNode levels = node.putArray("levels");
        for (ModiclusCertificate.LevelProof level : certificate.levels()) {
            ObjectNode one = levels.addObject();
            one.put("difference", level.difference().times(unit).toString());
            ArrayNode pairs = one.putArray("pairs");
            level.pairs()
                    .forEach(
                            pair -> pairs.addArray().add(coalition(pair.plus())).add(coalition(pair.minus())));
            one.set("weights", Solution.fractions(level.weights()));
        }
        return node;
    }

    private static ObjectNode of(Core.Verdict verdict, double unit) {
        ObjectNode node = NODES.objectNode();
        if (verdict.nonEmpty()) {
            node.set(
                    "core_point",
                    Solution.numbers(verdict.point().stream().map(x -> x * unit).toList()));
            return node;
        }
        ArrayNode collection = node.putArray("balanced_collection");
        for (Core.Weighed weighed : verdict.collection()) {
            ObjectNode one = collection.addObject();
            one.set("coalition", coalition(weighed.coalition()));
            one.put("weight", weighed.weight().toString());
        }
        return node;
    }
}
