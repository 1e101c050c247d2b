package org.muster.games.concept;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.muster.games.Answer;
import org.muster.games.CostGame;
import org.muster.games.Fraction;
import org.muster.games.Game;
import org.muster.games.Label;
import org.muster.games.Undefined;
import org.muster.games.core.Core;
import org.muster.games.core.CoreVertices;
import org.muster.games.core.Excess;
import org.muster.games.core.Modiclus;
import org.muster.games.core.ModiclusCertificate;
import org.muster.games.core.Nucleolus;
import org.muster.games.core.NucleolusCertificate;
import org.muster.games.property.Properties;
import org.muster.games.structure.CoalitionStructures;
import org.muster.games.structure.Structure;
import org.muster.games.value.Banzhaf;
import org.muster.games.value.Marginals;
import org.muster.games.value.Shapley;
import org.muster.games.value.SizeSums;
import org.muster.games.value.Solidarity;
import org.muster.games.value.Tau;

/// What is answered for games over all coalitions, whatever they come from.
final class TableConcepts {
    private final Game game;
    private final Fraction unit;
    private final Extras extras;
    private final Wish wish;
    private final int n;
    private final List<Concept> concepts = new ArrayList<>();
    private Optional<SizeSums> sums = Optional.empty();

    TableConcepts(Game game, Fraction unit, Extras extras, Wish wish) {
        this.game = game;
        this.unit = unit;
        this.extras = extras;
        this.wish = wish;
        this.n = game.players();
    }

    /// The concepts of a value game.
    List<Concept> values() {
        add("shapley", true, () -> Shapley.of(sums()));
        add("banzhaf_absolute", true, () -> Banzhaf.absolute(sums()));
        addUnitless("banzhaf_normalized", true, () -> Banzhaf.normalized(sums()));
        add("banzhaf_raw", false, () -> Banzhaf.raw(sums()));
        add("solidarity", true, () -> Solidarity.of(sums()));
        marginals("");
        family("");
        add("tau", n <= 22, () -> Tau.of(game).orElseThrow(() -> new Undefined("the game is not quasi-balanced")));
        addSimple();
        core(game, Fraction.ONE);
        concepts.addAll(new ExtraConcepts(game, unit, extras, wish.threads()).named(""));
        return concepts;
    }

    /// The concepts of a cost game: cost shares, and the core of what is saved.
    List<Concept> costs() {
        CostGame costs = new CostGame(game);
        Game savings = costs.savings();
        Game negative = costs.negative();
        add("cost_share_shapley", true, () -> Shapley.of(sums()));
        add("cost_share_banzhaf_absolute", false, () -> Banzhaf.absolute(sums()));
        add("cost_share_banzhaf_raw", false, () -> Banzhaf.raw(sums()));
        add("cost_share_banzhaf_normalized", false, () -> Banzhaf.normalizedToGrand(sums()));
        add("cost_share_solidarity", true, () -> Solidarity.of(sums()));
        marginals("cost_share_");
        add("cost_share_proportional", true, () -> Marginals.of(game).proportionalToAlone());
        add(
                "cost_share_tau",
                n <= 22,
                () -> costs.shareOfSavings(
                        Tau.of(savings).orElseThrow(() -> new Undefined("the savings game is not quasi-balanced"))));
        TableConcepts saved = new TableConcepts(savings, unit, extras, wish);
        for (Family f : Family.values()) {
            boolean small = n <= (f == Family.NUCLEOLUS || f == Family.PRENUCLEOLUS ? 25 : 20);
            concepts.add(new Concept("cost_share_" + f.concept, small, () -> saved.member(f, costs::shareOfSavings)));
        }
        concepts.add(new Concept("cost_share_modiclus", n <= 16, () -> modiclus(negative, CostGame::fromNegative)));
        concepts.add(new Concept(
                "cost_share_simplified_modiclus", n <= 20, () -> simplifiedModiclus(negative, CostGame::fromNegative)));
        concepts.add(new Concept(
                "cost_share_prekernel", n <= 20, () -> saved.member(Family.PRENUCLEOLUS, costs::shareOfSavings)));
        core(negative, Fraction.of(-1));
        concepts.addAll(new ExtraConcepts(game, unit, extras, wish.threads()).named("cost_share_"));
        return concepts;
    }

    private SizeSums sums() {
        SizeSums known = sums.orElseGet(() -> SizeSums.of(game, wish.threads()));
        sums = Optional.of(known);
        return known;
    }

    private void add(String name, boolean byDefault, Supplier<Answer> solve) {
        concepts.add(new Concept(name, byDefault, () -> Outcome.of(solve.get().times(unit))));
    }

    private void addUnitless(String name, boolean byDefault, Supplier<Answer> solve) {
        concepts.add(new Concept(name, byDefault, () -> Outcome.of(solve.get())));
    }

    private void marginals(String prefix) {
        add(prefix + "equal", true, () -> Marginals.of(game).equalDivision());
        add(prefix + "equal_surplus", true, () -> Marginals.of(game).equalSurplusDivision());
        add(prefix + "ensc", true, () -> Marginals.of(game).ensc());
        add(prefix + "scrb", true, () -> Marginals.of(game).scrb());
        add(prefix + "gately", true, () -> Marginals.of(game).gately());
    }

    /// The nucleolus and its relatives.
    private enum Family {
        NUCLEOLUS("nucleolus", Excess.PLAIN, Nucleolus.Over.IMPUTATIONS),
        PRENUCLEOLUS("prenucleolus", Excess.PLAIN, Nucleolus.Over.PREIMPUTATIONS),
        PER_CAPITA("per_capita_nucleolus", Excess.PER_CAPITA, Nucleolus.Over.IMPUTATIONS),
        PER_CAPITA_PRE("per_capita_prenucleolus", Excess.PER_CAPITA, Nucleolus.Over.PREIMPUTATIONS),
        PROPORTIONAL("proportional_nucleolus", Excess.PROPORTIONAL, Nucleolus.Over.IMPUTATIONS),
        DISRUPTION("disruption_nucleolus", Excess.DISRUPTION, Nucleolus.Over.IMPUTATIONS);

        private final String concept;
        private final Excess excess;
        private final Nucleolus.Over over;

        Family(String concept, Excess excess, Nucleolus.Over over) {
            this.concept = concept;
            this.excess = excess;
            this.over = over;
        }
    }

    private void family(String prefix) {
        for (Family f : Family.values()) {
            boolean plain = f == Family.NUCLEOLUS || f == Family.PRENUCLEOLUS;
            concepts.add(
                    new Concept(prefix + f.concept, n <= (plain ? 28 : 20), () -> member(f, UnaryOperator.identity())));
        }
        concepts.add(new Concept(prefix + "modiclus", n <= 16, () -> modiclus(game, UnaryOperator.identity())));
        concepts.add(new Concept(
                prefix + "simplified_modiclus", n <= 20, () -> simplifiedModiclus(game, UnaryOperator.identity())));
        concepts.add(new Concept(
                prefix + "prekernel", n <= 20, () -> member(Family.PRENUCLEOLUS, UnaryOperator.identity())));
    }

    /// Without a proof where doubles do not hold the values, or they are not whole: the proof of the modiclus is in
    /// whole numbers of limited size.
    private Outcome modiclus(Game of, UnaryOperator<Answer> turned) {
        if (Double.isNaN(of.wholeBound())) {
            Answer answer =
                    n <= Modiclus.MOST_IN_FRACTIONS ? Modiclus.inFractions(of) : Modiclus.of(of, wish.threads());
            return Outcome.of(turned.apply(answer).times(unit));
        }
        ModiclusCertificate certificate = Modiclus.proved(of, wish.threads());
        return proven(turned, certificate.answer(), new Proof.OfModiclus(certificate, unit));
    }

    /// Half the prenucleolus of game plus dual: the proof is of that one.
    private Outcome simplifiedModiclus(Game of, UnaryOperator<Answer> turned) {
        NucleolusCertificate certificate = Modiclus.doubled(of, wish.threads());
        return proven(
                a -> turned.apply(a.times(Fraction.of(1, 2))),
                certificate.answer(),
                new Proof.OfNucleolus(certificate, unit, "twice the answer, in the game plus its dual"));
    }

    private Outcome member(Family family, UnaryOperator<Answer> turned) {
        NucleolusCertificate certificate = Nucleolus.proved(game, family.excess, family.over, wish.threads());
        boolean inUnits = family.excess == Excess.PLAIN || family.excess == Excess.PER_CAPITA;
        return proven(
                turned, certificate.answer(), new Proof.OfNucleolus(certificate, inUnits ? unit : Fraction.ONE, ""));
    }

    /// The proven answer, with the proof where it was asked for.
    private Outcome proven(UnaryOperator<Answer> turned, Answer proved, Proof proof) {
        Answer answer = wish.exact() && !wish.certify()
                ? Answer.exact(proved.fractions().orElseThrow(), new Label.Exact(), proved.scans(), proved.lps())
                : proved;
        Outcome.Answered outcome = Outcome.of(turned.apply(answer).times(unit));
        return wish.certify() ? outcome.with(proof) : outcome;
    }

    /// @param sign 1, or -1 where the values are costs with the sign turned
    private void core(Game ofValues, Fraction sign) {
        concepts.add(new Concept(
                "least_core_epsilon",
                n <= 28,
                () -> Outcome.single(
                        Core.leastCoreEpsilon(ofValues, wish.threads()).times(unit))));
        add(
                "least_core_point",
                false,
                () -> Core.leastCorePoint(ofValues, wish.threads()).times(sign));
        concepts.add(new Concept("core_nonempty", n <= 28, () -> coreNonEmpty(ofValues, sign)));
        concepts.add(new Concept("core_vertices", n <= CoreVertices.MOST_PLAYERS, () -> vertices(ofValues, sign)));
        concepts.add(new Concept("coalition_structure", false, () -> structure(ofValues, sign)));
    }

    private Outcome coreNonEmpty(Game ofValues, Fraction sign) {
        Core.Verdict verdict = Core.test(ofValues, wish.threads());
        if (verdict.nonEmpty() && (wish.certify() || wish.exact())) {
            Optional<Outcome> certified = corePoint(ofValues, sign);
            if (certified.isPresent()) {
                return certified.get();
            }
        }
        Label label = verdict.nonEmpty() ? new Label.Exact() : new Label.Certified();
        return Outcome.of(new Value.Truth(verdict.nonEmpty()), label, verdict.scans(), verdict.lps())
                .with(new Proof.OfCore(verdict, sign.times(unit).doubleValue()));
    }

    /// A point of the core in fractions, checked over all coalitions: the certified prenucleolus, where its largest
    /// excess is not above 0.
    private Optional<Outcome> corePoint(Game ofValues, Fraction sign) {
        NucleolusCertificate proof;
        try {
            proof = Nucleolus.proved(ofValues, Excess.PLAIN, Nucleolus.Over.PREIMPUTATIONS, wish.threads());
        } catch (ArithmeticException notProven) {
            return Optional.empty();
        }
        if (!proof.levels().isEmpty() && proof.levels().getFirst().excess().sign() > 0) {
            return Optional.empty();
        }
        Answer point = proof.answer().times(sign.times(unit));
        return Optional.of(Outcome.of(new Value.Truth(true), new Label.Certified(), proof.scans(), proof.lps())
                .with(new Proof.CorePoint(point.values(), point.fractions().orElseThrow())));
    }

    private Outcome vertices(Game ofValues, Fraction sign) {
        Fraction by = sign.times(unit);
        List<List<Fraction>> vertices = CoreVertices.of(ofValues).stream()
                .map(vertex -> vertex.stream().map(x -> x.times(by)).toList())
                .toList();
        List<List<Double>> rounded = vertices.stream()
                .map(vertex -> vertex.stream().map(Fraction::doubleValue).toList())
                .toList();
        return Outcome.of(new Value.Points(rounded, Optional.of(vertices)), new Label.Exact(), 0, 0);
    }

    private Outcome structure(Game ofValues, Fraction sign) {
        Structure best = CoalitionStructures.best(ofValues, extras.conditions(), wish.threads())
                .orElseThrow(() -> new Undefined("no partition meets the side conditions"));
        Fraction exactly = sign.times(unit);
        double by = exactly.doubleValue();
        double slack = 1e-9 * Math.abs(best.bound());
        boolean sumsAreExact = game.wholeBound() * n <= 0x1p53;
        Optional<Fraction> worth = best.proven() && sumsAreExact
                ? Optional.of(Fraction.exactly(best.value()).times(exactly))
                : Optional.empty();
        Label label = worth.isPresent()
                ? new Label.Exact()
                : new Label.Numerical((best.proven() ? slack : best.bound() - best.value()) * Math.abs(by));
        double number = worth.map(Fraction::doubleValue).orElse(best.value() * by);
        return Outcome.of(new Value.Single(number, worth), label, best.scans(), best.lps())
                .with(new Proof.OfStructure(best, by));
    }

    private void addSimple() {
        boolean simple = n <= 24
                && Properties.of(game).simple().verdict() == Properties.Verdict.HOLDS
                && unit.equals(Fraction.ONE)
                && game.grandValue() == 1
                && Properties.of(game).monotone().verdict() == Properties.Verdict.HOLDS;
        if (simple) {
            concepts.addAll(VotingConcepts.ofGame(game, wish.threads(), false));
        }
    }
}
