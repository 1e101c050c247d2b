package org.muster.games.concept;

import java.util.List;
import org.muster.games.Fraction;
import org.muster.games.core.Core;
import org.muster.games.core.ModiclusCertificate;
import org.muster.games.core.NucleolusCertificate;
import org.muster.games.structure.Structure;

/// What proves an answer, in terms of the game that was solved; `unit` is what 1 of that game stands for.
public sealed interface Proof {
    /// Balanced collections of coalitions, level by level, of a nucleolus or a relative.
    ///
    /// @param of what it is a proof of, where that is not the answer itself; else empty
    record OfNucleolus(NucleolusCertificate certificate, Fraction unit, String of) implements Proof {}

    /// Balanced collections of pairs of coalitions, level by level.
    record OfModiclus(ModiclusCertificate certificate, Fraction unit) implements Proof {}

    /// A point of the core, or a balanced collection that is worth too much.
    record OfCore(Core.Verdict verdict, double unit) implements Proof {}

    /// A point of the core, checked exactly over all coalitions.
    ///
    /// @param point    one number a player
    /// @param fractions the same exactly
    record CorePoint(List<Double> point, List<Fraction> fractions) implements Proof {
        public CorePoint {
            point = List.copyOf(point);
            fractions = List.copyOf(fractions);
        }
    }

    /// A best partition, with prices that bound all others; `unit` is below 0 where values are costs.
    record OfStructure(Structure structure, double unit) implements Proof {}
}
