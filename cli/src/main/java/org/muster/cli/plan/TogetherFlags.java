package org.muster.cli.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.input.Refusal;
import org.muster.plan.SavedPlan;
import org.muster.plan.together.Given;
import org.muster.plan.together.Together;
import org.muster.terminal.Folders;
import picocli.CommandLine.Option;

/// Which missions are planned together, and around which plans.
public final class TogetherFlags {
    @Option(names = "--all", description = "Plan all missions of the folder together.")
    private boolean all;

    @Option(names = "--from", paramLabel = "DATE", description = "With --all: only missions that go on after this day.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "With --all: only missions that begin before this day.")
    private @Nullable LocalDate to;

    @Option(
            names = "--committed",
            paramLabel = "PLAN",
            description =
                    "Plan around an accepted plan (its JSON): what it uses is not there. May be given several times.")
    private List<Path> committed = List.of();

    /// What was found.
    ///
    /// @param missions to be planned, none twice
    /// @param given    plans that stay as they are
    record Asked(Alliance alliance, List<Mission> missions, List<Given> given) {}

    /// Whether any of these flags is there.
    boolean areGiven() {
        return all || from != null || to != null || !committed.isEmpty();
    }

    /// Reads the folder, the missions and the plans.
    ///
    /// @throws Refusal where something is wrong with any of them
    Asked find(Path folder, List<String> named) throws IOException {
        wrong(named).ifPresent(sentence -> {
            throw new Refusal(sentence);
        });
        Alliance alliance = Folders.read(folder);
        List<Given> given = new ArrayList<>();
        for (Path plan : committed) {
            SavedPlan saved = PlanFiles.read(plan);
            try {
                given.add(Given.of(alliance, saved));
            } catch (Refusal refusal) {
                throw new Refusal(plan + ": " + refusal.sentence());
            }
        }
        List<Mission> missions = missions(alliance, named, given);
        Together.requireOnce(missions, given);
        return new Asked(alliance, missions, given);
    }

    private Optional<String> wrong(List<String> named) {
        if (all && !named.isEmpty()) {
            return Optional.of("--all and missions by name together. Leave one of them out");
        }
        if (!all && (from != null || to != null)) {
            return Optional.of("--from and --to say which missions --all means. Add --all");
        }
        if (from != null && to != null && to.isBefore(from)) {
            return Optional.of("--to " + to + " is before --from " + from);
        }
        return Optional.empty();
    }

    private List<Mission> missions(Alliance alliance, List<String> named, List<Given> given) {
        if (!all) {
            if (named.isEmpty()) {
                throw Folders.noMission(alliance);
            }
            return named.stream().map(id -> Folders.mission(alliance, id)).toList();
        }
        List<Mission> missions = alliance.missions().stream()
                .filter(this::isMeant)
                .filter(mission ->
                        given.stream().noneMatch(plan -> plan.mission().id().equals(mission.id())))
                .toList();
        if (missions.isEmpty()) {
            throw new Refusal("no mission of the folder is meant by --all, --from and --to");
        }
        return missions;
    }

    private boolean isMeant(Mission mission) {
        LocalDate first = mission.phases().getFirst().from();
        LocalDate last = mission.phases().getLast().to();
        return (from == null || !last.isBefore(from)) && (to == null || !first.isAfter(to));
    }
}
