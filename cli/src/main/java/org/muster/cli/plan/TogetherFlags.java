package org.muster.cli.plan;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import org.muster.cli.Folders;
import org.muster.plan.together.Given;
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

    /// Reads the folder, the missions and the plans; empty where something is wrong, which then stands on `err`.
    Optional<Asked> find(Path folder, List<String> named, PrintWriter err) throws IOException {
        Optional<String> wrong = wrong(named);
        if (wrong.isPresent()) {
            Folders.refused(err, wrong.get());
            return Optional.empty();
        }
        Optional<Alliance> alliance = Folders.read(folder, err);
        if (alliance.isEmpty()) {
            return Optional.empty();
        }
        List<Given> given = new ArrayList<>();
        for (Path plan : committed) {
            try {
                given.add(Given.of(alliance.get(), PlanFiles.read(plan)));
            } catch (IllegalArgumentException e) {
                String file = plan.toString();
                String said = String.valueOf(e.getMessage());
                Folders.refused(err, said.startsWith(file) ? said : file + ": " + said);
                return Optional.empty();
            }
        }
        Optional<List<Mission>> missions = missions(alliance.get(), named, given, err);
        return missions.map(found -> new Asked(alliance.get(), found, given));
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

    private Optional<List<Mission>> missions(
            Alliance alliance, List<String> named, List<Given> given, PrintWriter err) {
        List<Mission> missions = new ArrayList<>();
        if (all) {
            alliance.missions().stream()
                    .filter(this::isMeant)
                    .filter(mission ->
                            given.stream().noneMatch(plan -> plan.mission().id().equals(mission.id())))
                    .forEach(missions::add);
            if (missions.isEmpty()) {
                Folders.refused(err, "no mission of the folder is meant by --all, --from and --to");
                return Optional.empty();
            }
            return Optional.of(missions);
        }
        if (named.isEmpty()) {
            Folders.noMission(alliance, err);
            return Optional.empty();
        }
        boolean known = true;
        for (String id : named) {
            Optional<Mission> mission = Folders.mission(alliance, id, err);
            mission.ifPresent(missions::add);
            known &= mission.isPresent();
        }
        return known ? Optional.of(missions) : Optional.empty();
    }

    private boolean isMeant(Mission mission) {
        LocalDate first = mission.phases().getFirst().from();
        LocalDate last = mission.phases().getLast().to();
        return (from == null || !last.isBefore(from)) && (to == null || !first.isAfter(to));
    }
}
