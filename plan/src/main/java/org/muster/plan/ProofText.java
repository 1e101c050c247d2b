package org.muster.plan;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.plan.model.PlanningModel;
import org.muster.solve.Lexicographic;
import org.muster.solve.LinearModel;
import org.muster.solve.Multipliers;
import org.muster.solve.ProofLog;

/// The proof of a plan as text, by docs/proof.md: the plan's values, and the tree of branches with the whole-number
/// prices of every node.
public final class ProofText {
    private final LinearModel model;
    private final Lexicographic.Answer answer;
    private final StringBuilder text = new StringBuilder("muster-proof 1\n");

    private ProofText(LinearModel model, Lexicographic.Answer answer) {
        this.model = model;
        this.answer = answer;
    }

    /// The proof of what was solved; empty where not every level is proven, or the tree was not kept (see
    /// [org.muster.solve.Check#WRITTEN]).
    public static Optional<String> write(Planner.Solved solved) {
        PlanningModel planning = solved.planning();
        ProofText proof = new ProofText(planning.model(), solved.answer());
        proof.line("alliance", planning.alliance().id());
        proof.line("mission", planning.mission().id());
        return proof.whole();
    }

    /// The same of missions together.
    ///
    /// @param alliance the alliance's id
    /// @param missions the missions' ids, in the order of the joint model
    public static Optional<String> ofTogether(
            String alliance, List<String> missions, LinearModel model, Lexicographic.Answer answer) {
        ProofText proof = new ProofText(model, answer);
        proof.line("alliance", alliance);
        missions.forEach(mission -> proof.line("together", mission));
        return proof.whole();
    }

    private Optional<String> whole() {
        return answer.log().map(log -> {
            names();
            point();
            tree(log);
            return text.append("end\n").toString();
        });
    }

    private void line(String word, Object... rest) {
        text.append(word);
        for (Object part : rest) {
            text.append(' ').append(part);
        }
        text.append('\n');
    }

    private void names() {
        line("outcome", answer.values().isPresent() ? "plan" : "nothing");
        model.variables().forEach(variable -> line("variable", variable.name()));
        model.rows().forEach(row -> line("row", row.name()));
    }

    private void point() {
        if (answer.values().isEmpty()) {
            return;
        }
        long[] values = answer.values().get();
        for (int j = 0; j < values.length; j++) {
            if (values[j] != 0) {
                line("point", j, values[j]);
            }
        }
        answer.proofs().forEach(proof -> line("level", proof.value(), proof.level()));
    }

    private void tree(ProofLog log) {
        List<ProofLog.Node> nodes = log.nodes();
        for (int k = 0; k < nodes.size(); k++) {
            ProofLog.Node node = nodes.get(k);
            line("node", node.parent() < 0 ? "-" : node.parent(), node.level() + side(nodes, node, k));
            node.prices().ifPresent(prices -> prices(node.isEmpty() ? "empty" : "prices", prices));
        }
    }

    /// Which side of its parent's split a node is; nothing where it holds all of its parent.
    private static String side(List<ProofLog.Node> nodes, ProofLog.Node node, int number) {
        if (node.parent() < 0) {
            return "";
        }
        ProofLog.Node parent = nodes.get(node.parent());
        int first = parent.firstSide();
        if (first < 0 || (number != first && number != first + 1)) {
            return "";
        }
        return number == first
                ? " " + parent.splitOn() + " <= " + parent.atMost()
                : " " + parent.splitOn() + " >= " + (parent.atMost() + 1);
    }

    private void prices(String word, Multipliers prices) {
        text.append(word).append(' ').append(prices.scale());
        for (Map.Entry<Integer, BigInteger> row : prices.rows().entrySet()) {
            text.append(' ').append(row.getKey()).append(':').append(row.getValue());
        }
        for (Map.Entry<Integer, BigInteger> level : prices.cuts().entrySet()) {
            text.append(" L").append(level.getKey()).append(':').append(level.getValue());
        }
        text.append('\n');
    }
}
