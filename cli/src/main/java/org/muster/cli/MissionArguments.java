package org.muster.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import picocli.CommandLine.Parameters;

/// A folder and a mission in it.
public final class MissionArguments {
    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder that holds alliance.yaml.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path folder;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "MISSION",
            description = "The mission's id; without it, the missions are listed.")
    private @Nullable String mission;

    /// What was found.
    public record Found(Alliance alliance, Mission mission) {}

    /// Reads the folder and finds the mission; empty where something is wrong, which then stands on `err`.
    public Optional<Found> find(PrintWriter err) {
        return find(folder, mission, err);
    }

    /// The same for arguments that a command has of its own.
    public static Optional<Found> find(Path folder, @Nullable String mission, PrintWriter err) {
        if (mission == null) {
            Folders.read(folder, err).ifPresent(alliance -> Folders.noMission(alliance, err));
            return Optional.empty();
        }
        return Folders.read(folder, err)
                .flatMap(alliance -> Folders.mission(alliance, mission, err).map(m -> new Found(alliance, m)));
    }
}
