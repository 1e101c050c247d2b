package org.muster.cli.game;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.muster.games.Answer;
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
    /// What was asked for beside the concepts.
    ///
    /// @param exact   a core point in fractions as well
    /// @param certify proofs of the nucleolus family, and a core point in fractions
    record Wish(boolean exact, boolean certify, int threads) {}

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Game game;
    private final Fraction unit;
    private final GameProblem.Extras extras;
    private final Wish wish;
    private final int n;
    private final List<Concept> concepts = new ArrayList<>();
    private Optional<SizeSums> sums = Optional.empty();

    TableConcepts(Game game, Fraction unit, GameProblem.Extras extras, Wish wish) {
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
    List<Concept> costs(Game savings, Game negative) {
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
                () -> fromSavings(
                        Tau.of(savings).orElseThrow(() -> new Undefined("the savings game is not quasi-balanced"))));
        TableConcepts saved = new TableConcepts(savings, unit, extras, wish);
        for (Family f : Family.values()) {
            boolean small = n <= (f == Family.NUCLEOLUS || f == Family.PRENUCLEOLUS ? 25 : 20);
            concepts.add(
                    new Concept("cost_share_" + f.concept, small, name -> saved.member(name, f, this::fromSavings)));
        }
        concepts.add(new Concept(
                "cost_share_modiclus", n <= 16, name -> modiclus(name, negative, a -> a.times(Fraction.of(-1)))));
        concepts.add(new Concept(
                "cost_share_simplified_modiclus",
                n <= 20,
                name -> simplifiedModiclus(name, negative, a -> a.times(Fraction.of(-1)))));
        concepts.add(new Concept(
                "cost_share_prekernel", n <= 20, name -> saved.member(name, Family.PRENUCLEOLUS, this::fromSavings)));
        core(negative, Fraction.of(-1));
        concepts.addAll(new ExtraConcepts(game, unit, extras, wish.threads()).named("cost_share_"));
        return concepts;
    }

    /// What everyone pays is the cost alone less the part of the savings.
    private Answer fromSavings(Answer part) {
        List<Fraction> alone = Marginals.of(game).alone();
        if (part.fractions().isPresent()) {
            List<Fraction> pays = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                pays.add(alone.get(i).minus(part.fractions().get().get(i)));
            }
            return Answer.exact(pays, part.label(), part.scans(), part.lps());
        }
        double[] pays = new double[n];
        for (int i = 0; i < n; i++) {
            pays[i] = alone.get(i).doubleValue() - part.values().get(i);
        }
        return new Answer(
                Answer.numerical(pays, 0, 0, 0).values(), Optional.empty(), part.label(), part.scans(), part.lps());
    }

    private SizeSums sums() {
        SizeSums known = sums.orElseGet(() -> SizeSums.of(game, wish.threads()));
        sums = Optional.of(known);
        return known;
    }

    private void add(String name, boolean byDefault, Supplier<Answer> solve) {
        concepts.add(new Concept(
                name, byDefault, asked -> Solution.of(asked, solve.get().times(unit), false)));
    }

    private void addUnitless(String name, boolean byDefault, Supplier<Answer> solve) {
        concepts.add(new Concept(name, byDefault, asked -> Solution.of(asked, solve.get(), false)));
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
            concepts.add(new Concept(
                    prefix + f.concept, n <= (plain ? 28 : 20), name -> member(name, f, Function.identity())));
        }
        concepts.add(new Concept(prefix + "modiclus", n <= 16, name -> modiclus(name, game, Function.identity())));
        concepts.add(new Concept(
                prefix + "simplified_modiclus", n <= 20, name -> simplifiedModiclus(name, game, Function.identity())));
        concepts.add(new Concept(
                prefix + "prekernel", n <= 20, name -> member(name, Family.PRENUCLEOLUS, Function.identity())));
    }

    /// Without a proof where doubles do not hold the values, or they are not whole: the proof of the modiclus is in
    /// whole
    /// numbers of limited size.
    private Solution modiclus(String name, Game of, Function<Answer, Answer> turned) {
        if (Double.isNaN(of.wholeBound())) {
            Answer answer = n <= Modiclus.MOST_IN_FRACTIONS
                    ? Modiclus.inFractions(of)
                    : Modiclus.solve(of, wish.threads()).answer();
            return Solution.of(name, turned.apply(answer).times(unit), false);
        }
        ModiclusCertificate proof = Modiclus.proved(of, wish.threads());
        return proven(name, turned, new Proof(proof.answer(), Proofs.of(proof, unit)));
    }

    /// Half the prenucleolus of game plus dual: the proof is of that one.
    private Solution simplifiedModiclus(String name, Game of, Function<Answer, Answer> turned) {
        NucleolusCertificate proof = Modiclus.doubled(of, wish.threads());
        Function<Answer, Answer> halved = a -> turned.apply(a.times(Fraction.of(1, 2)));
        return proven(
                name,
                halved,
                new Proof(
                        proof.answer(),
                        Proofs.of(proof, unit).put("of", "twice the answer, in the game plus its dual")));
    }

    private Solution member(String name, Family family, Function<Answer, Answer> turned) {
        NucleolusCertificate proof = Nucleolus.proved(game, family.excess, family.over, wish.threads());
        boolean inUnits = family.excess == Excess.PLAIN || family.excess == Excess.PER_CAPITA;
        return proven(name, turned, new Proof(proof.answer(), Proofs.of(proof, inUnits ? unit : Fraction.ONE)));
    }

    private record Proof(Answer answer, ObjectNode json) {}

    /// The proven answer, with the proof where it was asked for.
    private Solution proven(String name, Function<Answer, Answer> turned, Proof proof) {
        Answer answer = proof.answer();
        if (wish.exact() && !wish.certify()) {
            answer = Answer.exact(answer.fractions().orElseThrow(), new Label.Exact(), answer.scans(), answer.lps());
        }
        Solution solution = Solution.of(name, turned.apply(answer).times(unit), false);
        return wish.certify() ? solution.with(proof.json()) : solution;
    }

    /// @param sign 1, or -1 where the values are costs with the sign turned
    private void core(Game ofValues, Fraction sign) {
        concepts.add(new Concept("least_core_epsilon", n <= 28, name -> {
            Answer epsilon = Core.leastCoreEpsilon(ofValues, wish.threads());
            return Solution.of(name, epsilon.times(unit), true);
        }));
        add(
                "least_core_point",
                false,
                () -> Core.leastCorePoint(ofValues, wish.threads()).times(sign));
        concepts.add(new Concept("core_nonempty", n <= 28, name -> {
            Core.Verdict verdict = Core.test(ofValues, wish.threads());
            if (verdict.nonEmpty() && (wish.certify() || wish.exact())) {
                Optional<Solution> certified = corePoint(name, ofValues, sign);
                if (certified.isPresent()) {
                    return certified.get();
                }
            }
            Label label = verdict.nonEmpty() ? new Label.Exact() : new Label.Certified();
            return Solution.of(name, NODES.booleanNode(verdict.nonEmpty()), label, verdict.scans(), verdict.lps())
                    .with(Proofs.of(verdict, sign.times(unit).doubleValue()));
        }));
        concepts.add(
                new Concept("core_vertices", n <= CoreVertices.MOST_PLAYERS, name -> vertices(name, ofValues, sign)));
        concepts.add(new Concept("coalition_structure", false, name -> structure(name, ofValues, sign)));
    }

    /// A point of the core in fractions, checked over all coalitions: the certified prenucleolus, where its largest
    /// excess
    /// is not above 0.
    private Optional<Solution> corePoint(String name, Game ofValues, Fraction sign) {
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
        ObjectNode node = NODES.objectNode();
        node.set("core_point", Solution.numbers(point.values()));
        node.set("core_point_fraction", Solution.fractions(point.fractions().orElseThrow()));
        return Optional.of(Solution.of(name, NODES.booleanNode(true), new Label.Certified(), proof.scans(), proof.lps())
                .with(node));
    }

    private Solution vertices(String name, Game ofValues, Fraction sign) {
        ArrayNode values = NODES.arrayNode();
        ArrayNode fractions = NODES.arrayNode();
        Fraction by = sign.times(unit);
        for (List<Fraction> vertex : CoreVertices.of(ofValues)) {
            List<Fraction> scaled = vertex.stream().map(x -> x.times(by)).toList();
            values.add(
                    Solution.numbers(scaled.stream().map(Fraction::doubleValue).toList()));
            fractions.add(Solution.fractions(scaled));
        }
        return new Solution(
                name,
                values,
                Optional.of(fractions),
                new Label.Exact(),
                0,
                0,
                0,
                Optional.empty(),
                "",
                Solution.Outcome.ANSWERED,
                Optional.empty());
    }

    private Solution structure(String name, Game ofValues, Fraction sign) {
        Structure best = CoalitionStructures.best(ofValues, extras.conditions(), wish.threads())
                .orElseThrow(() -> new Undefined("no partition meets the side conditions"));
        double by = sign.times(unit).doubleValue();
        double slack = 1e-9 * Math.abs(best.bound());
        boolean sumsAreExact = game.wholeBound() * n <= 0x1p53;
        Label label = best.proven() && sumsAreExact
                ? new Label.Exact()
                : new Label.Numerical((best.proven() ? slack : best.bound() - best.value()) * Math.abs(by));
        return Solution.of(name, NODES.numberNode(best.value() * by), label, best.scans(), best.lps())
                .with(StructureJson.of(best, by));
    }

    private void addSimple() {
        boolean simple = n <= 24
                && Properties.looking(game).simple().verdict() == Properties.Verdict.HOLDS
                && unit.equals(Fraction.ONE)
                && game.grandValue() == 1
                && Properties.looking(game).monotone().verdict() == Properties.Verdict.HOLDS;
        if (simple) {
            concepts.addAll(VotingConcepts.ofGame(game, wish.threads(), false));
        }
    }
}
