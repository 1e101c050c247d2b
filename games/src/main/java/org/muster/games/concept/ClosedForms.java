package org.muster.games.concept;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.muster.games.Answer;
import org.muster.games.Fraction;
import org.muster.games.claims.Claims;
import org.muster.games.claims.ClaimsRule;
import org.muster.games.cost.Airport;
import org.muster.games.cost.AssignmentMarket;
import org.muster.games.cost.SerialProblem;
import org.muster.games.cost.SpanningTree;

/// What structured games answer in closed form, exactly, however many players there are. Each list may be added to.
final class ClosedForms {
    private ClosedForms() {}

    private static Concept exact(String name, Supplier<List<Fraction>> solve) {
        return new Concept(name, true, () -> Outcome.of(Answer.exact(solve.get(), 0)));
    }

    /// Worked out when it is first asked for, and kept: two concepts are the same.
    private static Supplier<List<Fraction>> once(Supplier<List<Fraction>> make) {
        List<List<Fraction>> known = new ArrayList<>();
        return () -> {
            if (known.isEmpty()) {
                known.add(make.get());
            }
            return known.getFirst();
        };
    }

    static List<Concept> of(Claims claims) {
        List<Concept> concepts = new ArrayList<>();
        for (ClaimsRule rule : ClaimsRule.values()) {
            if (rule != ClaimsRule.RANDOM_ARRIVAL) {
                concepts.add(exact(rule.name().toLowerCase(Locale.ROOT), () -> rule.divide(claims)));
            }
        }
        Supplier<List<Fraction>> arrival = once(() -> ClaimsRule.RANDOM_ARRIVAL.divide(claims));
        concepts.add(exact("random_arrival", arrival));
        concepts.add(exact("shapley", arrival));
        concepts.add(exact("nucleolus", () -> ClaimsRule.TALMUD.divide(claims)));
        return concepts;
    }

    static List<Concept> of(Airport airport) {
        return new ArrayList<>(List.of(
                exact("cost_share_shapley", airport::shapley), exact("cost_share_nucleolus", airport::nucleolus)));
    }

    static List<Concept> of(SerialProblem problem) {
        return new ArrayList<>(List.of(exact("serial", problem::serial), exact("average_cost", problem::average)));
    }

    static List<Concept> of(SpanningTree tree) {
        return new ArrayList<>(List.of(exact("bird", tree::bird), exact("folk", tree::folk)));
    }

    static List<Concept> of(AssignmentMarket market) {
        return new ArrayList<>(List.of(
                exact("sellers_optimal", market::sellersOptimal),
                exact("buyers_optimal", market::buyersOptimal),
                exact("fair_division", market::fairDivision)));
    }

    /// Each dividend is shared equally, or counted as often as its coalition comes together.
    static List<Concept> of(GameContent.Terms terms) {
        return new ArrayList<>(List.of(
                exact("shapley", () -> shares(terms, false)), exact("banzhaf_absolute", () -> shares(terms, true))));
    }

    private static List<Fraction> shares(GameContent.Terms terms, boolean banzhaf) {
        Fraction[] sums = zeros(terms.n());
        for (int t = 0; t < terms.masks().size(); t++) {
            int size = Long.bitCount(terms.masks().get(t));
            Fraction part = terms.values().get(t).over(banzhaf ? 1L << (size - 1) : size);
            for (long rest = terms.masks().get(t); rest != 0; rest &= rest - 1) {
                int i = Long.numberOfTrailingZeros(rest);
                sums[i] = sums[i].plus(part);
            }
        }
        return List.of(sums);
    }

    /// An edge is a dividend of two, a node one of its own: Shapley and Banzhaf are the same.
    static List<Concept> of(GameContent.GraphContent graph) {
        return new ArrayList<>(
                List.of(exact("shapley", () -> halves(graph)), exact("banzhaf_absolute", () -> halves(graph))));
    }

    private static List<Fraction> halves(GameContent.GraphContent content) {
        Fraction[] sums = content.nodes().toArray(Fraction[]::new);
        for (int e = 0; e < content.weights().size(); e++) {
            Fraction half = content.weights().get(e).over(2);
            var link = content.graph().links().get(e);
            sums[link.a()] = sums[link.a()].plus(half);
            sums[link.b()] = sums[link.b()].plus(half);
        }
        return List.of(sums);
    }

    private static Fraction[] zeros(int n) {
        Fraction[] zeros = new Fraction[n];
        Arrays.fill(zeros, Fraction.ZERO);
        return zeros;
    }
}
