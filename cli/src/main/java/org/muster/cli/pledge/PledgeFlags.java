package org.muster.cli.pledge;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.pledge.Pledge;
import org.muster.input.Nearest;
import org.muster.input.Refusal;
import org.muster.input.Shown;
import org.muster.pledge.known.Knowledge;
import org.muster.terminal.Folders;
import org.muster.terminal.KnownAtFlag;
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

    /// Finds the pledge.
    ///
    /// @throws Refusal where there is none, or nothing was known of it
    Asked ask(Alliance alliance) {
        List<Pledge> pledges = alliance.pledges();
        if (pledges.isEmpty()) {
            throw new Refusal(alliance.id() + " has no pledge: write one in pledges.yaml");
        }
        Pledge found = pledge == null ? pledges.getFirst() : named(alliance, pledge);
        if (alliance.vintages().isEmpty()) {
            throw new Refusal(alliance.id() + " has no release of figures: nothing is known");
        }
        Knowledge knowledge = knowledge(alliance);
        if (knowledge.day().isBefore(found.made())) {
            throw new Refusal("pledge " + found.id() + " was made on " + found.made() + ", after " + knowledge.day()
                    + ": there was nothing to know of it");
        }
        return new Asked(alliance, found, knowledge);
    }

    private static Pledge named(Alliance alliance, String id) {
        return alliance.pledge(id)
                .orElseThrow(() -> new Refusal("pledge \"" + Shown.plain(id) + "\" is not known in " + alliance.id()
                        + ". "
                        + Nearest.adviceWithAll(
                                id, alliance.pledges().stream().map(Pledge::id).toList())));
    }

    /// What a folder holds that may be left out of a command with commands of its own.
    static Alliance folder(@Nullable Path folder) {
        if (folder == null) {
            throw new Refusal("name the folder that holds alliance.yaml, for example examples/wales-2014");
        }
        return Folders.read(folder);
    }

    Knowledge knowledge(Alliance alliance) {
        return Knowledge.at(alliance, knownAt.day().orElseGet(() -> Knowledge.newest(alliance)), replacement());
    }

    Knowledge.Replacement replacement() {
        return noStandIns ? Knowledge.Replacement.NONE : Knowledge.Replacement.STAND_INS;
    }
}
