package org.muster.cli.pledge;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.pledge.Pledge;
import org.muster.cli.Folders;
import org.muster.pledge.known.Knowledge;
import picocli.CommandLine.Option;

/// The flags that the commands on pledges share: which pledge, and as known when.
final class PledgeFlags {
    @Option(names = "--pledge", paramLabel = "ID", description = "The pledge (default: the first in pledges.yaml).")
    private @Nullable String pledge;

    @Option(
            names = "--known-at",
            paramLabel = "DATE",
            description = "Look with the eyes of this day, YYYY-MM-DD (default: the newest release).")
    private @Nullable LocalDate knownAt;

    @Option(
            names = "--no-stand-ins",
            description = "Forecast from published releases alone: none stands in for one that is missing.")
    private boolean noStandIns;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--plain", description = "No colour, whatever the terminal.")
    private boolean plain;

    /// A pledge and what was known.
    record Asked(Alliance alliance, Pledge pledge, Knowledge knowledge) {}

    boolean json() {
        return json;
    }

    boolean plain() {
        return plain;
    }

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
            tell(
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
            tell(
                    err,
                    "%s has no release of figures: nothing is known"
                            .formatted(alliance.get().id()));
            return Optional.empty();
        }
        Knowledge knowledge = knowledge(alliance.get());
        if (knowledge.day().isBefore(found.get().made())) {
            tell(
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
            tell(err, "name the folder that holds alliance.yaml, for example examples/wales-2014");
            return Optional.empty();
        }
        return Folders.read(folder, err);
    }

    Knowledge knowledge(Alliance alliance) {
        return Knowledge.at(alliance, knownAt == null ? Knowledge.newest(alliance) : knownAt, replacement());
    }

    Knowledge.Replacement replacement() {
        return noStandIns ? Knowledge.Replacement.NONE : Knowledge.Replacement.STAND_INS;
    }

    static void tell(PrintWriter err, String sentence) {
        err.println("muster: " + sentence + ".");
        err.flush();
    }
}
