package org.muster.plan.verify;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;

/// Whether a written proof proves that a plan is best.
///
/// The model is written down from the folder, the plan is held against every row of it, and the tree of branches is
/// walked with whole numbers of any size ([Tree]). Nothing of the planner or of a solver is used.
///
/// Source of the idea: K. K. H. Cheung, A. Gleixner, D. E. Steffy, *Verifying Integer Programming Results*, IPCO 2017.
public final class ProofCheck {
    static final String NOTHING = "no coalition meets the mission's own conditions";
    static final String BEST =
            "no plan is better on any level, and none as good but this one in the order of the tie-break";

    private ProofCheck() {}

    /// What came of it.
    ///
    /// @param isProven whether the proof holds
    /// @param reason   why not, naming the place; or what is proven
    /// @param nodes    nodes of the tree
    /// @param leaves   leaves that were closed
    public record Outcome(boolean isProven, String reason, int nodes, int leaves) {}

    /// Checks a proof of a mission.
    ///
    /// O(nodes x coefficients of the model); as much memory as the model a level of the tree.
    ///
    /// @param text the proof, by docs/proof.md
    public static Outcome check(String text, Alliance alliance, Mission mission) {
        try {
            WrittenProof proof = WrittenProof.read(text);
            requireSame(proof, alliance, mission);
            DocumentModel model = new DocumentModel(alliance, mission, new Rows());
            int leaves = leaves(proof, model.rows(), DocumentLevels.of(model));
            return new Outcome(
                    true, proof.isNothing() ? NOTHING : BEST, proof.nodes().size(), leaves);
        } catch (NotProven e) {
            return new Outcome(false, String.valueOf(e.getMessage()), 0, 0);
        }
    }

    /// Checks a proof of missions that are planned together.
    ///
    /// @param text      the proof, by docs/proof.md, "Missions together"
    /// @param missions  none twice, in any order
    /// @param committed plans that stay as they are, of other missions
    public static Outcome checkTogether(
            String text, Alliance alliance, List<Mission> missions, List<Committed> committed) {
        try {
            return new ProofTogether(alliance, missions, committed).check(WrittenProof.readAll(text));
        } catch (NotProven e) {
            return new Outcome(false, String.valueOf(e.getMessage()), 0, 0);
        }
    }

    private static void requireSame(WrittenProof proof, Alliance alliance, Mission mission) throws NotProven {
        if (proof.together()) {
            throw new NotProven("it is of missions together, not of " + mission.id() + " alone");
        }
        if (!proof.alliance().equals(alliance.id()) || !proof.missions().equals(List.of(mission.id()))) {
            throw new NotProven("it is of mission " + String.join(", ", proof.missions()) + " of " + proof.alliance()
                    + ", not of " + mission.id() + " of " + alliance.id());
        }
    }

    /// How many leaves of the tree were closed.
    static int leaves(WrittenProof proof, Rows rows, List<DocumentLevels.Level> levels) throws NotProven {
        return new Tree(rows, levels, proof, point(proof, rows, levels)).check();
    }

    /// The plan, held against every row, and its values against the levels.
    private static BigInteger[] point(WrittenProof proof, Rows rows, List<DocumentLevels.Level> levels)
            throws NotProven {
        BigInteger[] point = new BigInteger[rows.variables()];
        Arrays.fill(point, BigInteger.ZERO);
        if (proof.isNothing()) {
            return point;
        }
        for (Map.Entry<String, BigInteger> value : proof.point().entrySet()) {
            Integer place = rows.placeOf(value.getKey());
            if (place == null) {
                throw new NotProven("the model has no variable \"" + value.getKey() + "\"");
            }
            point[place] = value.getValue();
            boolean isWithin =
                    value.getValue().signum() >= 0 && value.getValue().compareTo(rows.upperOf(place)) <= 0;
            if (!isWithin) {
                throw new NotProven("the plan has " + value.getKey() + " at " + value.getValue() + ", beyond 0 to "
                        + rows.upperOf(place));
            }
        }
        for (Map.Entry<String, Rows.Row> row : rows.all().entrySet()) {
            if (!row.getValue().holdsAt(point)) {
                throw new NotProven("the plan breaks \"" + row.getKey() + "\"");
            }
        }
        if (proof.values().size() != levels.size()) {
            throw new NotProven("it has " + proof.values().size() + " levels, the model " + levels.size());
        }
        for (int k = 0; k < levels.size(); k++) {
            BigInteger value = levels.get(k).valueAt(point);
            if (!value.equals(proof.values().get(k))) {
                throw new NotProven("level " + k + " of the plan is " + value + ", not "
                        + proof.values().get(k));
            }
        }
        return point;
    }
}
