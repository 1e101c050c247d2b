package org.muster.plan.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;

/// Checks proofs of missions that are planned together: that each mission which is refused cannot be had beside those
/// taken up before it, and that no plan of the others is better.
final class ProofTogether {
    private static final Comparator<Mission> IN_ORDER = Comparator.comparingInt(
                    (Mission mission) -> mission.priority().orElse(Integer.MAX_VALUE))
            .thenComparing(Mission::id);

    private final Alliance alliance;
    private final List<Mission> missions;
    private final List<Committed> committed;
    private int nodes;
    private int leaves;

    ProofTogether(Alliance alliance, List<Mission> missions, List<Committed> committed) {
        this.alliance = alliance;
        this.missions = missions.stream().sorted(IN_ORDER).toList();
        this.committed = List.copyOf(committed);
    }

    ProofCheck.Outcome check(List<WrittenProof> proofs) throws NotProven {
        for (WrittenProof proof : proofs) {
            if (!proof.together() || !proof.alliance().equals(alliance.id())) {
                throw new NotProven("it is not of missions of " + alliance.id() + " together");
            }
        }
        List<WrittenProof> left = new ArrayList<>(proofs);
        List<Mission> kept = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Mission mission : missions) {
            kept.add(mission);
            Optional<WrittenProof> nothing = taken(left, kept, true);
            if (nothing.isPresent()) {
                close(nothing.get(), kept);
                kept.removeLast();
                refused.add(mission.id());
            }
        }
        if (!kept.isEmpty()) {
            Optional<WrittenProof> best = taken(left, kept, false);
            if (best.isEmpty()) {
                throw new NotProven("it has no proof of " + String.join(", ", ids(kept)) + " together");
            }
            close(best.get(), kept);
        }
        if (!left.isEmpty()) {
            throw new NotProven(
                    "it has a proof of " + String.join(", ", left.getFirst().missions()) + ", which nothing asks for");
        }
        return new ProofCheck.Outcome(true, said(kept, refused), nodes, leaves);
    }

    private static String said(List<Mission> kept, List<String> refused) {
        String nothing = refused.isEmpty()
                ? ""
                : "no coalition meets the own conditions of " + String.join(", ", refused)
                        + (kept.isEmpty() ? "" : " beside the others; of the others ");
        return nothing + (kept.isEmpty() ? "" : ProofCheck.BEST);
    }

    private static List<String> ids(List<Mission> missions) {
        return missions.stream().map(Mission::id).toList();
    }

    private static Optional<WrittenProof> taken(List<WrittenProof> left, List<Mission> kept, boolean isNothing) {
        Optional<WrittenProof> found = left.stream()
                .filter(proof ->
                        proof.isNothing() == isNothing && proof.missions().equals(ids(kept)))
                .findFirst();
        found.ifPresent(left::remove);
        return found;
    }

    private void close(WrittenProof proof, List<Mission> kept) throws NotProven {
        Rows rows = new Rows();
        List<DocumentModel> models = new ArrayList<>();
        for (Mission mission : kept) {
            models.add(new DocumentModel(alliance, mission, rows.of(mission.id())));
        }
        SharedRows.write(alliance, rows, models, committed);
        leaves += ProofCheck.leaves(proof, rows, DocumentLevels.together(models));
        nodes += proof.nodes().size();
    }
}
