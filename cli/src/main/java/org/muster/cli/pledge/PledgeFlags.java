package org.muster.cli.pledge;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.pledge.Pledge;
import org.muster.cli.Folders;
import org.muster.cli.KnownAtFlag;
import org.muster.pledge.known.Knowledge;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The flags that the commands on pledges share: which pledge, and as known when.
final class PledgeFlags {
    @Option(names = "--pledge", paramLabel = "ID", description = "The pledge (default: the first in pledges.yaml).")
    private @Nullable String pledge;

    @Mixin
    private final KnownAtFlag knownAt = new KnownAtFlag();

    @Option(
            names = "--no-stand-ins",
            description = "Forecast from published releases alone: none stands in for one that is missing.")
    private boolean noStandIns;

    /// A pledge and what was known.
    record Asked(Alliance alliance, Pledge pledge, Knowledge knowledge) {}

    /// Reads the folder and finds the pledge; empty where something is wrong, which then stands on `err`.
    Optional<Asked> ask(@Nullable Path folder, PrintWriter err) {
        Optional<Alliance> alliance = folder(folder, err);
        if (alliance.isEmpty()) {
            return Optional.empty();
        }
        List<Pledge> pledges = alliance.get().pledges();
        Optional<Pledge> found =
                pledge == null ? pledges.stream().findFirst() : alliance.get().pledge(pledge);
        if (found.isEmpty()) {
            Folders.refused(
                    err,
                    pledges.isEmpty()
                            ? "%s has no pledge: write one in pledges.yaml"
                                    .formatted(alliance.get().id())
                            : "pledge \"%s\" is not known in %s. Known: %s"
                                    .formatted(
                                            pledge,
                                            alliance.get().id(),
                                            String.join(
                                                    ", ",
                                                    pledges.stream()
                                                            .map(Pledge::id)
                                                            .toList())));
            return Optional.empty();
        }
        if (alliance.get().vintages().isEmpty()) {
            Folders.refused(
                    err,
                    "%s has no release of figures: nothing is known"
                            .formatted(alliance.get().id()));
            return Optional.empty();
        }
        Knowledge knowledge = knowledge(alliance.get());
        if (knowledge.day().isBefore(found.get().made())) {
            Folders.refused(
                    err,
                    "pledge %s was made on %s, after %s: there was nothing to know of it"
                            .formatted(found.get().id(), found.get().made(), knowledge.day()));
            return Optional.empty();
        }
        return Optional.of(new Asked(alliance.get(), found.get(), knowledge));
    }

    /// The folder as an alliance; empty where something is wrong, which then stands on `err`.
    static Optional<Alliance> folder(@Nullable Path folder, PrintWriter err) {
        if (folder == null) {
            Folders.refused(err, "name the folder that holds alliance.yaml, for example examples/wales-2014");
            return Optional.empty();
        }
        return Folders.read(folder, err);
    }

    Knowledge knowledge(Alliance alliance) {
        return Knowledge.at(alliance, knownAt.day().orElseGet(() -> Knowledge.newest(alliance)), replacement());
    }

    Knowledge.Replacement replacement() {
        return noStandIns ? Knowledge.Replacement.NONE : Knowledge.Replacement.STAND_INS;
    }
}
