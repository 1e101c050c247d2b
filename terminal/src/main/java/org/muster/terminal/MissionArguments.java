package org.muster.terminal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.muster.alliance.Alliance;
import org.muster.alliance.mission.Mission;
import picocli.CommandLine.Parameters;

/// A folder and a mission in it.
public final class MissionArguments {
    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder that holds alliance.yaml.")
    private Path folder;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "MISSION",
            description = "The mission's id; without it, the missions are listed.")
    private @Nullable String mission;

    /// What was found.
    public record Found(Alliance alliance, Mission mission) {}

    /// Reads the folder and finds the mission.
    ///
    /// @throws Refusal where something is wrong with either
    public Found find() {
        return find(folder, mission);
    }

    /// The same for arguments that a command has of its own.
    public static Found find(Path folder, @Nullable String mission) {
        Alliance alliance = Folders.read(folder);
        if (mission == null) {
            throw Folders.noMission(alliance);
        }
        return new Found(alliance, Folders.mission(alliance, mission));
    }
}
